// How much two blocks of pixels differ: the sum of absolute differences (SAD), and of transformed ones (SATD).

#include "functions.h"
#include "vectors.h"

namespace {

// Differences of 16 pixels, added up in pairs: at most 255 * 2 in each of eight sums.
v128_t pairsOf16(const Pixel *a, const Pixel *b) {
  return wasm_u16x8_extadd_pairwise_u8x16(absoluteDifference(wasm_v128_load(a), wasm_v128_load(b)));
}

template <int height>
int32_t sad16(Pixel *a, int32_t strideA, Pixel *b, int32_t strideB) {
  v128_t sums = wasm_i16x8_const_splat(0);
  for (int row = 0; row < height; row++) {
    sums = wasm_i16x8_add(sums, pairsOf16(a, b));
    a += strideA;
    b += strideB;
  }
  return sum16(sums);
}

v128_t loadRows8(const Pixel *from, int32_t stride) {
  return wasm_v128_load64_lane(from + stride, load8(from), 1);
}

template <int height>
int32_t sad8(Pixel *a, int32_t strideA, Pixel *b, int32_t strideB) {
  v128_t sums = wasm_i16x8_const_splat(0);
  for (int row = 0; row < height; row += 2) {
    const v128_t difference = absoluteDifference(loadRows8(a, strideA), loadRows8(b, strideB));
    sums = wasm_i16x8_add(sums, wasm_u16x8_extadd_pairwise_u8x16(difference));
    a += 2 * strideA;
    b += 2 * strideB;
  }
  return sum16(sums);
}

v128_t loadRows4(const Pixel *from, int32_t stride) {
  v128_t rows = load4(from);
  rows = wasm_v128_load32_lane(from + stride, rows, 1);
  rows = wasm_v128_load32_lane(from + 2 * stride, rows, 2);
  return wasm_v128_load32_lane(from + 3 * stride, rows, 3);
}

int32_t sad4(Pixel *a, int32_t strideA, Pixel *b, int32_t strideB) {
  const v128_t difference = absoluteDifference(loadRows4(a, strideA), loadRows4(b, strideB));
  return sum16(wasm_u16x8_extadd_pairwise_u8x16(difference));
}

// The differences to the blocks one pixel above, below, to the left and to the right.
template <PSampleSadSatdCostFunc sad>
void sadAround(Pixel *a, int32_t strideA, Pixel *b, int32_t strideB, int32_t *results) {
  results[0] = sad(a, strideA, b - strideB, strideB);
  results[1] = sad(a, strideA, b + strideB, strideB);
  results[2] = sad(a, strideA, b - 1, strideB);
  results[3] = sad(a, strideA, b + 1, strideB);
}

v128_t evenLanes(v128_t a, v128_t b) {
  return wasm_i16x8_shuffle(a, b, 0, 2, 4, 6, 8, 10, 12, 14);
}

v128_t oddLanes(v128_t a, v128_t b) {
  return wasm_i16x8_shuffle(a, b, 1, 3, 5, 7, 9, 11, 13, 15);
}

// The Hadamard transform of rows of four, without its last step and its halving: |x + y| + |x - y| is twice the
// larger of |x| and |y|.
v128_t halfOfTransformed(v128_t a, v128_t b) {
  const v128_t even = evenLanes(a, b);
  const v128_t odd = oddLanes(a, b);
  const v128_t sum = wasm_i16x8_add(even, odd);
  const v128_t difference = wasm_i16x8_sub(even, odd);
  const v128_t left = wasm_i16x8_abs(evenLanes(sum, difference));
  const v128_t right = wasm_i16x8_abs(oddLanes(sum, difference));
  return wasm_i16x8_max(left, right);
}

v128_t subtractWide8(const Pixel *a, const Pixel *b) {
  return wasm_i16x8_sub(loadWide8(a), loadWide8(b));
}

v128_t subtractWide4(const Pixel *a, const Pixel *b) {
  return wasm_i16x8_sub(loadWide4(a), loadWide4(b));
}

// Two blocks of 4x4 beside each other, or one and nothing.
template <v128_t (*subtract)(const Pixel *, const Pixel *)>
v128_t satdOf4Rows(const Pixel *a, int32_t strideA, const Pixel *b, int32_t strideB) {
  const v128_t row0 = subtract(a, b);
  const v128_t row1 = subtract(a + strideA, b + strideB);
  const v128_t row2 = subtract(a + 2 * strideA, b + 2 * strideB);
  const v128_t row3 = subtract(a + 3 * strideA, b + 3 * strideB);
  const v128_t sum02 = wasm_i16x8_add(row0, row2);
  const v128_t difference02 = wasm_i16x8_sub(row0, row2);
  const v128_t sum13 = wasm_i16x8_add(row1, row3);
  const v128_t difference13 = wasm_i16x8_sub(row1, row3);
  const v128_t upper = halfOfTransformed(wasm_i16x8_add(sum02, sum13), wasm_i16x8_sub(sum02, sum13));
  const v128_t lower =
      halfOfTransformed(wasm_i16x8_add(difference02, difference13), wasm_i16x8_sub(difference02, difference13));
  return wasm_i16x8_add(upper, lower);
}

template <int width, int height>
int32_t satd(Pixel *a, int32_t strideA, Pixel *b, int32_t strideB) {
  v128_t sums = wasm_i16x8_const_splat(0);
  for (int row = 0; row < height; row += 4) {
    for (int column = 0; column < width; column += 8) {
      sums = wasm_i16x8_add(sums, satdOf4Rows<subtractWide8>(a + column, strideA, b + column, strideB));
    }
    a += 4 * strideA;
    b += 4 * strideB;
  }
  return sum16(sums);
}

int32_t satd4(Pixel *a, int32_t strideA, Pixel *b, int32_t strideB) {
  return sum16(satdOf4Rows<subtractWide4>(a, strideA, b, strideB));
}

}  // namespace

void useVectorsForDifferences(SSampleDealingFunc &functions) {
  functions.pfSampleSad[BLOCK_16x16] = sad16<16>;
  functions.pfSampleSad[BLOCK_16x8] = sad16<8>;
  functions.pfSampleSad[BLOCK_8x16] = sad8<16>;
  functions.pfSampleSad[BLOCK_8x8] = sad8<8>;
  functions.pfSampleSad[BLOCK_4x4] = sad4;
  functions.pfSample4Sad[BLOCK_16x16] = sadAround<sad16<16>>;
  functions.pfSample4Sad[BLOCK_16x8] = sadAround<sad16<8>>;
  functions.pfSample4Sad[BLOCK_8x16] = sadAround<sad8<16>>;
  functions.pfSample4Sad[BLOCK_8x8] = sadAround<sad8<8>>;
  functions.pfSample4Sad[BLOCK_4x4] = sadAround<sad4>;
  functions.pfSampleSatd[BLOCK_16x16] = satd<16, 16>;
  functions.pfSampleSatd[BLOCK_16x8] = satd<16, 8>;
  functions.pfSampleSatd[BLOCK_8x16] = satd<8, 16>;
  functions.pfSampleSatd[BLOCK_8x8] = satd<8, 8>;
  functions.pfSampleSatd[BLOCK_4x4] = satd4;
}

// For each macroblock of two pictures, the differences of its four quarters, and those of the whole picture.
void findChanges(const Pixel *a, const Pixel *b, int32_t width, int32_t height, int32_t stride, int32_t *total,
                 int32_t *quarters) {
  *total = 0;
  for (int row = 0; row + 16 <= height; row += 16) {
    for (int column = 0; column + 16 <= width; column += 16) {
      for (int half = 0; half < 2; half++) {
        const int32_t start = (row + 8 * half) * stride + column;
        v128_t sums = wasm_i16x8_const_splat(0);
        for (int line = 0; line < 8; line++) {
          sums = wasm_i16x8_add(sums, pairsOf16(a + start + line * stride, b + start + line * stride));
        }
        const v128_t pairs = wasm_u32x4_extadd_pairwise_u16x8(sums);
        quarters[0] = wasm_i32x4_extract_lane(pairs, 0) + wasm_i32x4_extract_lane(pairs, 1);
        quarters[1] = wasm_i32x4_extract_lane(pairs, 2) + wasm_i32x4_extract_lane(pairs, 3);
        *total += quarters[0] + quarters[1];
        quarters += 2;
      }
    }
  }
}
