// The transform of differences to frequencies and back, and the quantization.

#include "functions.h"
#include "vectors.h"

namespace {

// Four rows of two blocks of 4x4 that are beside each other, as 16-bit numbers.
struct Rows {
  v128_t row[4];
};

// Turns rows into columns, in both blocks.
Rows transpose(const Rows &from) {
  const v128_t left01 = interleaveLow16(from.row[0], from.row[1]);
  const v128_t left23 = interleaveLow16(from.row[2], from.row[3]);
  const v128_t right01 = interleaveHigh16(from.row[0], from.row[1]);
  const v128_t right23 = interleaveHigh16(from.row[2], from.row[3]);
  const v128_t leftUpper = interleaveLow32(left01, left23);
  const v128_t leftLower = interleaveHigh32(left01, left23);
  const v128_t rightUpper = interleaveLow32(right01, right23);
  const v128_t rightLower = interleaveHigh32(right01, right23);
  return {{joinLowHalves(leftUpper, rightUpper), joinHighHalves(leftUpper, rightUpper),
           joinLowHalves(leftLower, rightLower), joinHighHalves(leftLower, rightLower)}};
}

// A block is stored behind the other, each as 16 numbers.
Rows loadBlocks(const int16_t *from) {
  const v128_t left01 = wasm_v128_load(from);
  const v128_t left23 = wasm_v128_load(from + 8);
  const v128_t right01 = wasm_v128_load(from + 16);
  const v128_t right23 = wasm_v128_load(from + 24);
  return {{joinLowHalves(left01, right01), joinHighHalves(left01, right01), joinLowHalves(left23, right23),
           joinHighHalves(left23, right23)}};
}

void storeLeftBlock(const Rows &rows, int16_t *to) {
  wasm_v128_store(to, joinLowHalves(rows.row[0], rows.row[1]));
  wasm_v128_store(to + 8, joinLowHalves(rows.row[2], rows.row[3]));
}

void storeRightBlock(const Rows &rows, int16_t *to) {
  wasm_v128_store(to, joinHighHalves(rows.row[0], rows.row[1]));
  wasm_v128_store(to + 8, joinHighHalves(rows.row[2], rows.row[3]));
}

Rows transformColumns(const Rows &from) {
  const v128_t sum03 = wasm_i16x8_add(from.row[0], from.row[3]);
  const v128_t difference03 = wasm_i16x8_sub(from.row[0], from.row[3]);
  const v128_t sum12 = wasm_i16x8_add(from.row[1], from.row[2]);
  const v128_t difference12 = wasm_i16x8_sub(from.row[1], from.row[2]);
  return {{wasm_i16x8_add(sum03, sum12), wasm_i16x8_add(wasm_i16x8_shl(difference03, 1), difference12),
           wasm_i16x8_sub(sum03, sum12), wasm_i16x8_sub(difference03, wasm_i16x8_shl(difference12, 1))}};
}

// Both directions are whole-numbered, so their order doesn't matter. That of the inverse does, because it rounds.
Rows transform(const Rows &differences) {
  return transpose(transformColumns(transpose(transformColumns(differences))));
}

Rows invertColumns(const Rows &from) {
  const v128_t sum02 = wasm_i16x8_add(from.row[0], from.row[2]);
  const v128_t difference02 = wasm_i16x8_sub(from.row[0], from.row[2]);
  const v128_t sum13 = wasm_i16x8_add(from.row[1], wasm_i16x8_shr(from.row[3], 1));
  const v128_t difference13 = wasm_i16x8_sub(wasm_i16x8_shr(from.row[1], 1), from.row[3]);
  return {{wasm_i16x8_add(sum02, sum13), wasm_i16x8_add(difference02, difference13),
           wasm_i16x8_sub(difference02, difference13), wasm_i16x8_sub(sum02, sum13)}};
}

Rows invert(const Rows &frequencies) {
  return invertColumns(transpose(invertColumns(transpose(frequencies))));
}

void transform4(int16_t *to, Pixel *a, int32_t strideA, Pixel *b, int32_t strideB) {
  Rows differences;
  for (int row = 0; row < 4; row++) {
    differences.row[row] = wasm_i16x8_sub(loadWide4(a + row * strideA), loadWide4(b + row * strideB));
  }
  storeLeftBlock(transform(differences), to);
}

void transformFour4(int16_t *to, Pixel *a, int32_t strideA, Pixel *b, int32_t strideB) {
  for (int half = 0; half < 2; half++) {
    Rows differences;
    for (int row = 0; row < 4; row++) {
      differences.row[row] = wasm_i16x8_sub(loadWide8(a), loadWide8(b));
      a += strideA;
      b += strideB;
    }
    const Rows frequencies = transform(differences);
    storeLeftBlock(frequencies, to);
    storeRightBlock(frequencies, to + 16);
    to += 32;
  }
}

// Differences that were scaled by 64, added to what was predicted.
v128_t addToPrediction(v128_t differences, v128_t prediction) {
  const v128_t rounded = wasm_i16x8_shr(wasm_i16x8_add(differences, wasm_i16x8_const_splat(32)), 6);
  const v128_t sum = wasm_i16x8_add(rounded, prediction);
  return wasm_u8x16_narrow_i16x8(sum, sum);
}

void reconstruct4(Pixel *to, int32_t stride, Pixel *prediction, int32_t predictionStride, int16_t *frequencies) {
  const v128_t upper = wasm_v128_load(frequencies);
  const v128_t lower = wasm_v128_load(frequencies + 8);
  const Rows differences =
      invert({{upper, joinHighHalves(upper, upper), lower, joinHighHalves(lower, lower)}});
  for (int row = 0; row < 4; row++) {
    const v128_t pixels = addToPrediction(differences.row[row], loadWide4(prediction + row * predictionStride));
    wasm_v128_store32_lane(to + row * stride, pixels, 0);
  }
}

void reconstructFour4(Pixel *to, int32_t stride, Pixel *prediction, int32_t predictionStride,
                      int16_t *frequencies) {
  for (int half = 0; half < 2; half++) {
    const Rows differences = invert(loadBlocks(frequencies));
    for (int row = 0; row < 4; row++) {
      wasm_v128_store64_lane(to, addToPrediction(differences.row[row], loadWide8(prediction)), 0);
      to += stride;
      prediction += predictionStride;
    }
    frequencies += 32;
  }
}

// (|frequency| + offset) * factor / 65,536
v128_t quantizeAbsolute(v128_t frequencies, v128_t offsets, v128_t factors) {
  const v128_t sums = wasm_i16x8_add(wasm_i16x8_abs(frequencies), offsets);
  const v128_t low = wasm_u32x4_extmul_low_u16x8(sums, factors);
  const v128_t high = wasm_u32x4_extmul_high_u16x8(sums, factors);
  return wasm_i16x8_shuffle(low, high, 1, 3, 5, 7, 9, 11, 13, 15);
}

v128_t withSignOf(v128_t absolute, v128_t original) {
  const v128_t negative = wasm_i16x8_shr(original, 15);
  return wasm_i16x8_sub(wasm_v128_xor(absolute, negative), negative);
}

void quantize(int16_t *frequencies, int count, v128_t offsets, v128_t factors) {
  for (int index = 0; index < count; index += 8) {
    const v128_t original = wasm_v128_load(frequencies + index);
    const v128_t absolute = quantizeAbsolute(original, offsets, factors);
    wasm_v128_store(frequencies + index, withSignOf(absolute, original));
  }
}

void quantize4(int16_t *frequencies, const int16_t *offsets, const int16_t *factors) {
  quantize(frequencies, 16, wasm_v128_load(offsets), wasm_v128_load(factors));
}

void quantizeFour4(int16_t *frequencies, const int16_t *offsets, const int16_t *factors) {
  quantize(frequencies, 64, wasm_v128_load(offsets), wasm_v128_load(factors));
}

void quantizeAverages(int16_t *frequencies, int16_t offset, int16_t factor) {
  quantize(frequencies, 16, wasm_i16x8_splat(offset), wasm_i16x8_splat(factor));
}

int16_t largestLane(v128_t a) {
  a = wasm_i16x8_max(a, wasm_i64x2_shuffle(a, a, 1, 0));
  a = wasm_i16x8_max(a, wasm_i32x4_shuffle(a, a, 1, 0, 3, 2));
  a = wasm_i16x8_max(a, wasm_i16x8_shuffle(a, a, 1, 0, 3, 2, 5, 4, 7, 6));
  return wasm_i16x8_extract_lane(a, 0);
}

void quantizeFour4WithLargest(int16_t *frequencies, const int16_t *offsets, const int16_t *factors,
                              int16_t *largest) {
  const v128_t offset = wasm_v128_load(offsets);
  const v128_t factor = wasm_v128_load(factors);
  for (int block = 0; block < 4; block++) {
    const v128_t upper = wasm_v128_load(frequencies);
    const v128_t lower = wasm_v128_load(frequencies + 8);
    const v128_t absoluteUpper = quantizeAbsolute(upper, offset, factor);
    const v128_t absoluteLower = quantizeAbsolute(lower, offset, factor);
    wasm_v128_store(frequencies, withSignOf(absoluteUpper, upper));
    wasm_v128_store(frequencies + 8, withSignOf(absoluteLower, lower));
    largest[block] = largestLane(wasm_i16x8_max(absoluteUpper, absoluteLower));
    frequencies += 16;
  }
}

int32_t countNonZero(int16_t *values) {
  const v128_t zero = wasm_i16x8_const_splat(0);
  const v128_t upper = wasm_i16x8_ne(wasm_v128_load(values), zero);
  const v128_t lower = wasm_i16x8_ne(wasm_v128_load(values + 8), zero);
  return __builtin_popcount(wasm_i8x16_bitmask(wasm_i8x16_narrow_i16x8(upper, lower)));
}

}  // namespace

void useVectorsForTransforms(SWelsFuncPtrList &functions) {
  functions.pfDctT4 = transform4;
  functions.pfDctFourT4 = transformFour4;
  functions.pfIDctT4 = reconstruct4;
  functions.pfIDctFourT4 = reconstructFour4;
  functions.pfQuantization4x4 = quantize4;
  functions.pfQuantizationFour4x4 = quantizeFour4;
  functions.pfQuantizationDc4x4 = quantizeAverages;
  functions.pfQuantizationFour4x4Max = quantizeFour4WithLargest;
  functions.pfGetNoneZeroCount = countNonZero;
}
