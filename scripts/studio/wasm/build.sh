#!/bin/sh
# Builds the encoders: build.sh FOLDER writes h264.wasm and aac.wasm there. Needs Debian 12 with the packages
# emscripten, apt and dpkg-dev. The same versions build the same bytes.
set -eu

openh264=2.3.1+dfsg-3+deb12u2
vo_aacenc=0.1.3-2

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
output=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# A copy of the system's package sources that lists source packages, so that the system's own stay as they are.
mkdir -p apt/sources apt/lists/partial
for list in /etc/apt/sources.list.d/debian.sources; do
  sed 's/^Types: deb$/Types: deb-src/' "$list" > "apt/sources/$(basename "$list")"
done
apt() {
  apt-get --quiet --quiet -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$work/apt/sources" \
    -o Dir::State::Lists="$work/apt/lists" -o Dir::Cache="$work/apt" -o APT::Sandbox::User=root "$@"
}
apt update
apt source "openh264=$openh264" "vo-aacenc=$vo_aacenc"
mv openh264-*/ openh264
mv vo-aacenc-*/ vo-aacenc

# Both are libraries without a `main` and a module without imports. The stack is as small as works at 1920x1080.
module="-s STANDALONE_WASM --no-entry"

cd "$work/vo-aacenc"
emcc -O3 -flto $module -s INITIAL_MEMORY=1MB -s TOTAL_STACK=128KB -s MALLOC=emmalloc \
  -I. -Iaacenc/inc -Iaacenc/basic_op -Icommon/include \
  "$here/aac.c" "$here/system.c" aacenc/src/*.c aacenc/basic_op/*.c common/cmnMemory.c \
  -o "$output/aac.wasm"

cd "$work/openh264"
emcc -O3 -c "$here/system.c" -o system.o
em++ -O3 -msimd128 -fno-exceptions -fno-rtti -DNDEBUG $module \
  -s INITIAL_MEMORY=16MB -s ALLOW_MEMORY_GROWTH=1 -s TOTAL_STACK=1MB \
  -Icodec/api/wels -Icodec/common/inc -Icodec/encoder/core/inc -Icodec/encoder/plus/inc \
  -Icodec/processing/interface $(printf -- '-I%s ' codec/processing/src/*/) \
  "$here/h264.cpp" system.o codec/common/src/*.cpp codec/encoder/core/src/*.cpp \
  codec/encoder/plus/src/welsEncoderExt.cpp codec/processing/src/*/*.cpp \
  -o "$output/h264.wasm"
