// What a block is predicted from: a copy of pixels of another frame, or a plane through its neighbors.

#include "functions.h"
#include "mc.h"
#include "vectors.h"

namespace {

void copy16(const Pixel *from, int32_t fromStride, Pixel *to, int32_t toStride, int32_t height) {
  for (int row = 0; row < height; row++) {
    wasm_v128_store(to, wasm_v128_load(from));
    from += fromStride;
    to += toStride;
  }
}

void copy8(const Pixel *from, int32_t fromStride, Pixel *to, int32_t toStride, int32_t height) {
  for (int row = 0; row < height; row++) {
    wasm_v128_store64_lane(to, load8(from), 0);
    from += fromStride;
    to += toStride;
  }
}

template <int height>
void copyBlock16(Pixel *to, int32_t toStride, Pixel *from, int32_t fromStride) {
  copy16(from, fromStride, to, toStride, height);
}

template <int height>
void copyBlock8(Pixel *to, int32_t toStride, Pixel *from, int32_t fromStride) {
  copy8(from, fromStride, to, toStride, height);
}

PWelsMcFunc moveLumaInParts;
PWelsMcFunc moveChromaInParts;

// Motion in quarters of a pixel. Cards move by whole pixels or not at all; the rest is left to OpenH264.
void moveLuma(const Pixel *from, int32_t fromStride, Pixel *to, int32_t toStride, int16_t x, int16_t y,
              int32_t width, int32_t height) {
  const bool isWhole = ((x | y) & 3) == 0;
  if (isWhole && width == 16) return copy16(from, fromStride, to, toStride, height);
  if (isWhole && width == 8) return copy8(from, fromStride, to, toStride, height);
  moveLumaInParts(from, fromStride, to, toStride, x, y, width, height);
}

// Motion in eighths of a pixel, as the average of four pixels, weighted by how near they are.
void moveChroma(const Pixel *from, int32_t fromStride, Pixel *to, int32_t toStride, int16_t x, int16_t y,
                int32_t width, int32_t height) {
  const int right = x & 7;
  const int down = y & 7;
  if (width != 8) return moveChromaInParts(from, fromStride, to, toStride, x, y, width, height);
  if ((right | down) == 0) return copy8(from, fromStride, to, toStride, height);
  const v128_t weight00 = wasm_i16x8_splat((8 - right) * (8 - down));
  const v128_t weight01 = wasm_i16x8_splat(right * (8 - down));
  const v128_t weight10 = wasm_i16x8_splat((8 - right) * down);
  const v128_t weight11 = wasm_i16x8_splat(right * down);
  for (int row = 0; row < height; row++) {
    v128_t sum = wasm_i16x8_const_splat(32);
    sum = wasm_i16x8_add(sum, wasm_i16x8_mul(weight00, loadWide8(from)));
    sum = wasm_i16x8_add(sum, wasm_i16x8_mul(weight01, loadWide8(from + 1)));
    sum = wasm_i16x8_add(sum, wasm_i16x8_mul(weight10, loadWide8(from + fromStride)));
    sum = wasm_i16x8_add(sum, wasm_i16x8_mul(weight11, loadWide8(from + fromStride + 1)));
    const v128_t average = wasm_u16x8_shr(sum, 6);
    wasm_v128_store64_lane(to, wasm_u8x16_narrow_i16x8(average, average), 0);
    from += fromStride;
    to += toStride;
  }
}

// A plane through the pixels above and to the left (8.3.3.4 in ITU-T H.264).
void predictPlane(Pixel *to, Pixel *from, const int32_t stride) {
  const Pixel *above = from - stride;
  const Pixel *left = from - 1;
  int32_t horizontal = 0;
  int32_t vertical = 0;
  for (int distance = 1; distance <= 8; distance++) {
    horizontal += distance * (above[7 + distance] - above[7 - distance]);
    vertical += distance * (left[(7 + distance) * stride] - left[(7 - distance) * stride]);
  }
  const int32_t slopeX = (5 * horizontal + 32) >> 6;
  const int32_t slopeY = (5 * vertical + 32) >> 6;
  const int32_t middle = 16 * (left[15 * stride] + above[15]);
  const v128_t columns = wasm_i16x8_mul(wasm_i16x8_splat(slopeX), wasm_i16x8_const(0, 1, 2, 3, 4, 5, 6, 7));
  v128_t row = wasm_i16x8_add(columns, wasm_i16x8_splat(middle + 16 - 7 * (slopeX + slopeY)));
  for (int y = 0; y < 16; y++) {
    const v128_t right = wasm_i16x8_add(row, wasm_i16x8_splat(8 * slopeX));
    wasm_v128_store(to, wasm_u8x16_narrow_i16x8(wasm_i16x8_shr(row, 5), wasm_i16x8_shr(right, 5)));
    row = wasm_i16x8_add(row, wasm_i16x8_splat(slopeY));
    to += 16;
  }
}

}  // namespace

void useVectorsForPredictions(SWelsFuncPtrList &functions) {
  functions.pfGetLumaI16x16Pred[I16_PRED_P] = predictPlane;
  functions.pfCopy16x16Aligned = copyBlock16<16>;
  functions.pfCopy16x16NotAligned = copyBlock16<16>;
  functions.pfCopy16x8NotAligned = copyBlock16<8>;
  functions.pfCopy8x16Aligned = copyBlock8<16>;
  functions.pfCopy8x8Aligned = copyBlock8<8>;
  moveLumaInParts = functions.sMcFuncs.pMcLumaFunc;
  moveChromaInParts = functions.sMcFuncs.pMcChromaFunc;
  functions.sMcFuncs.pMcLumaFunc = moveLuma;
  functions.sMcFuncs.pMcChromaFunc = moveChroma;
}
