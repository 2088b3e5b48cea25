#!/bin/sh
# Builds the encoders: build.sh FOLDER writes h264.wasm and aac.wasm there. Needs Debian 12 with the packages
# dpkg-dev, emscripten and patch. The same versions build the same bytes.
set -eu

emscripten=3.1.6~dfsg-5
openh264=2.3.1+dfsg-3+deb12u2
vo_aacenc=0.1.3-2

installed=$(dpkg-query --show --showformat='${Version}' emscripten)
if [ "$installed" != "$emscripten" ]; then
  echo "emscripten $installed is installed, and not $emscripten: what it builds may differ." >&2
fi

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
output=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The system may list no source packages. Its lists stay as they are: this one is only used here.
mkdir -p apt/sources apt/lists/partial
sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > apt/sources/debian.sources
apt() {
  apt-get -qq -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/apt/sources" \
    -o Dir::State::Lists="$work/apt/lists" -o Dir::Cache="$work/apt" -o APT::Sandbox::User=root "$@"
}
apt update
apt source "openh264=$openh264" "vo-aacenc=$vo_aacenc"
mv openh264-*/ openh264
mv vo-aacenc-*/ vo-aacenc

# Modules without a `main`. The stacks are larger than what either needs, and much smaller than the default.
module="-s STANDALONE_WASM --no-entry"

cd "$work/vo-aacenc"
emcc -O3 -flto -w $module -s INITIAL_MEMORY=1MB -s TOTAL_STACK=128KB -s MALLOC=emmalloc \
  -I. -Iaacenc/inc -Iaacenc/basic_op -Icommon/include \
  "$here/aac.c" "$here/system.c" aacenc/src/*.c aacenc/basic_op/*.c common/cmnMemory.c \
  -o "$output/aac.wasm"

cd "$work/openh264"
patch --quiet --strip=1 < "$here/openh264.patch"
emcc -O3 -c "$here/system.c" -o system.o
em++ -O3 -msimd128 -fno-exceptions -fno-rtti -DNDEBUG -w $module \
  -s INITIAL_MEMORY=1MB -s ALLOW_MEMORY_GROWTH=1 -s TOTAL_STACK=256KB \
  -Icodec/api/wels -Icodec/common/inc -Icodec/encoder/core/inc -Icodec/encoder/plus/inc \
  -Icodec/processing/interface $(printf -- '-I%s ' codec/processing/src/*/) \
  "$here/h264.cpp" "$here"/vectors/*.cpp system.o codec/common/src/*.cpp codec/encoder/core/src/*.cpp \
  codec/encoder/plus/src/welsEncoderExt.cpp codec/processing/src/*/*.cpp \
  -o "$output/h264.wasm"
