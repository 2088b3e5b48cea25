// What the functions of this folder have in common. They do what OpenH264 does in assembler on other processors,
// and return exactly what its functions in C return, which the compiler can't turn into vectors by itself.

#ifndef STUDIO_VECTORS_H
#define STUDIO_VECTORS_H

#include <wasm_simd128.h>

#include <cstdint>

// OpenH264 uses these types for rows of pixels.
typedef unsigned char Pixel;

static inline v128_t load8(const Pixel *from) {
  return wasm_v128_load64_zero(from);
}

static inline v128_t load4(const Pixel *from) {
  return wasm_v128_load32_zero(from);
}

// Eight pixels as 16-bit numbers.
static inline v128_t loadWide8(const Pixel *from) {
  return wasm_u16x8_load8x8(from);
}

static inline v128_t loadWide4(const Pixel *from) {
  return wasm_u16x8_extend_low_u8x16(load4(from));
}

static inline v128_t absoluteDifference(v128_t a, v128_t b) {
  return wasm_v128_or(wasm_u8x16_sub_sat(a, b), wasm_u8x16_sub_sat(b, a));
}

static inline int32_t sum32(v128_t a) {
  const v128_t pairs = wasm_i32x4_add(a, wasm_i64x2_shuffle(a, a, 1, 0));
  return wasm_i32x4_extract_lane(pairs, 0) + wasm_i32x4_extract_lane(pairs, 1);
}

static inline int32_t sum16(v128_t a) {
  return sum32(wasm_u32x4_extadd_pairwise_u16x8(a));
}

// a0 b0 a1 b1 a2 b2 a3 b3, and the same of the upper halves.
static inline v128_t interleaveLow16(v128_t a, v128_t b) {
  return wasm_i16x8_shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

static inline v128_t interleaveHigh16(v128_t a, v128_t b) {
  return wasm_i16x8_shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

static inline v128_t interleaveLow32(v128_t a, v128_t b) {
  return wasm_i32x4_shuffle(a, b, 0, 4, 1, 5);
}

static inline v128_t interleaveHigh32(v128_t a, v128_t b) {
  return wasm_i32x4_shuffle(a, b, 2, 6, 3, 7);
}

static inline v128_t joinLowHalves(v128_t a, v128_t b) {
  return wasm_i64x2_shuffle(a, b, 0, 2);
}

static inline v128_t joinHighHalves(v128_t a, v128_t b) {
  return wasm_i64x2_shuffle(a, b, 1, 3);
}

#endif
