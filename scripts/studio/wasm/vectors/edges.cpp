// The filter that smooths the edges between blocks.

#include "functions.h"
#include "vectors.h"

namespace {

// Pixels across an edge, eight places of it: p3 p2 p1 p0 | q0 q1 q2 q3. As 16-bit numbers.
struct Lines {
  v128_t p3, p2, p1, p0, q0, q1, q2, q3;
};

v128_t isBelow(v128_t a, v128_t b, int32_t limit) {
  return wasm_i16x8_lt(wasm_i16x8_abs(wasm_i16x8_sub(a, b)), wasm_i16x8_splat(limit));
}

v128_t choose(v128_t ifTrue, v128_t ifFalse, v128_t condition) {
  return wasm_v128_bitselect(ifTrue, ifFalse, condition);
}

v128_t limitTo(v128_t value, v128_t limit) {
  return wasm_i16x8_min(wasm_i16x8_max(value, wasm_i16x8_neg(limit)), limit);
}

v128_t isEdgeOfBlocks(const Lines &lines, int32_t alpha, int32_t beta) {
  const v128_t across = isBelow(lines.p0, lines.q0, alpha);
  return wasm_v128_and(across, wasm_v128_and(isBelow(lines.p1, lines.p0, beta), isBelow(lines.q1, lines.q0, beta)));
}

// Half of: the outer pixel, plus the average at the edge, minus twice the pixel.
v128_t correctionOf(v128_t pixel, v128_t outer, v128_t average) {
  return wasm_i16x8_shr(wasm_i16x8_sub(wasm_i16x8_add(outer, average), wasm_i16x8_shl(pixel, 1)), 1);
}

// The filter of strengths below 4. A negative limit forbids it.
bool smoothWeak(Lines &lines, int32_t alpha, int32_t beta, v128_t limits) {
  const v128_t zero = wasm_i16x8_const_splat(0);
  const v128_t isAllowed = wasm_i16x8_ge(limits, zero);
  const v128_t isEdge = wasm_v128_and(isAllowed, isEdgeOfBlocks(lines, alpha, beta));
  if (!wasm_v128_any_true(isEdge)) return false;
  const v128_t isSmoothP = wasm_v128_and(isEdge, isBelow(lines.p2, lines.p0, beta));
  const v128_t isSmoothQ = wasm_v128_and(isEdge, isBelow(lines.q2, lines.q0, beta));
  const v128_t average = wasm_u16x8_avgr(lines.p0, lines.q0);
  const v128_t p1 = wasm_i16x8_add(lines.p1, limitTo(correctionOf(lines.p1, lines.p2, average), limits));
  const v128_t q1 = wasm_i16x8_add(lines.q1, limitTo(correctionOf(lines.q1, lines.q2, average), limits));
  // A condition that is true is -1.
  const v128_t limit = wasm_i16x8_sub(wasm_i16x8_sub(limits, isSmoothP), isSmoothQ);
  const v128_t step = wasm_i16x8_shl(wasm_i16x8_sub(lines.q0, lines.p0), 2);
  const v128_t slope = wasm_i16x8_add(wasm_i16x8_sub(lines.p1, lines.q1), wasm_i16x8_const_splat(4));
  const v128_t correction = limitTo(wasm_i16x8_shr(wasm_i16x8_add(step, slope), 3), limit);
  lines.p1 = choose(p1, lines.p1, isSmoothP);
  lines.q1 = choose(q1, lines.q1, isSmoothQ);
  lines.p0 = choose(wasm_i16x8_add(lines.p0, correction), lines.p0, isEdge);
  lines.q0 = choose(wasm_i16x8_sub(lines.q0, correction), lines.q0, isEdge);
  return true;
}

// The three pixels on one side of an edge, for the filter of strength 4.
struct Side {
  v128_t inner, middle, outer;
};

v128_t sum3(v128_t a, v128_t b, v128_t c) {
  return wasm_i16x8_add(wasm_i16x8_add(a, b), c);
}

// Of the side with a0 at the edge and a3 farthest from it; b0 and b1 are on the other side.
Side smoothSide(const v128_t a[4], v128_t b0, v128_t b1, v128_t isStrong) {
  const v128_t two = wasm_i16x8_const_splat(2);
  const v128_t four = wasm_i16x8_const_splat(4);
  const v128_t near = sum3(a[1], a[0], b0);
  const v128_t strongInner = wasm_i16x8_shr(sum3(wasm_i16x8_shl(near, 1), wasm_i16x8_add(a[2], b1), four), 3);
  const v128_t strongMiddle = wasm_i16x8_shr(sum3(a[2], near, two), 2);
  const v128_t far = wasm_i16x8_shl(wasm_i16x8_add(a[3], a[2]), 1);
  const v128_t strongOuter = wasm_i16x8_shr(sum3(far, wasm_i16x8_add(a[2], near), four), 3);
  const v128_t weakInner = wasm_i16x8_shr(sum3(wasm_i16x8_shl(a[1], 1), wasm_i16x8_add(a[0], b1), two), 2);
  return {choose(strongInner, weakInner, isStrong), choose(strongMiddle, a[1], isStrong),
          choose(strongOuter, a[2], isStrong)};
}

bool smoothStrong(Lines &lines, int32_t alpha, int32_t beta) {
  const v128_t isEdge = isEdgeOfBlocks(lines, alpha, beta);
  if (!wasm_v128_any_true(isEdge)) return false;
  const v128_t isFlat = wasm_v128_and(isEdge, isBelow(lines.p0, lines.q0, (alpha >> 2) + 2));
  const v128_t fromP[4] = {lines.p0, lines.p1, lines.p2, lines.p3};
  const v128_t fromQ[4] = {lines.q0, lines.q1, lines.q2, lines.q3};
  const v128_t isStrongP = wasm_v128_and(isFlat, isBelow(lines.p2, lines.p0, beta));
  const v128_t isStrongQ = wasm_v128_and(isFlat, isBelow(lines.q2, lines.q0, beta));
  const Side p = smoothSide(fromP, lines.q0, lines.q1, isStrongP);
  const Side q = smoothSide(fromQ, lines.p0, lines.p1, isStrongQ);
  lines.p0 = choose(p.inner, lines.p0, isEdge);
  lines.p1 = choose(p.middle, lines.p1, isEdge);
  lines.p2 = choose(p.outer, lines.p2, isEdge);
  lines.q0 = choose(q.inner, lines.q0, isEdge);
  lines.q1 = choose(q.middle, lines.q1, isEdge);
  lines.q2 = choose(q.outer, lines.q2, isEdge);
  return true;
}

Lines loadAbove(const Pixel *edge, int32_t stride) {
  return {loadWide8(edge - 4 * stride), loadWide8(edge - 3 * stride), loadWide8(edge - 2 * stride),
          loadWide8(edge - stride),     loadWide8(edge),              loadWide8(edge + stride),
          loadWide8(edge + 2 * stride), loadWide8(edge + 3 * stride)};
}

void store8(Pixel *to, v128_t pixels) {
  wasm_v128_store64_lane(to, wasm_u8x16_narrow_i16x8(pixels, pixels), 0);
}

// The filters never change the outermost pixels.
void storeAbove(Pixel *edge, int32_t stride, const Lines &lines) {
  store8(edge - 3 * stride, lines.p2);
  store8(edge - 2 * stride, lines.p1);
  store8(edge - stride, lines.p0);
  store8(edge, lines.q0);
  store8(edge + stride, lines.q1);
  store8(edge + 2 * stride, lines.q2);
}

// Turns eight rows of eight numbers into columns.
Lines transpose(const Lines &from) {
  const v128_t low01 = interleaveLow16(from.p3, from.p2);
  const v128_t low23 = interleaveLow16(from.p1, from.p0);
  const v128_t low45 = interleaveLow16(from.q0, from.q1);
  const v128_t low67 = interleaveLow16(from.q2, from.q3);
  const v128_t high01 = interleaveHigh16(from.p3, from.p2);
  const v128_t high23 = interleaveHigh16(from.p1, from.p0);
  const v128_t high45 = interleaveHigh16(from.q0, from.q1);
  const v128_t high67 = interleaveHigh16(from.q2, from.q3);
  const v128_t upper01 = interleaveLow32(low01, low23);
  const v128_t upper23 = interleaveHigh32(low01, low23);
  const v128_t upper45 = interleaveLow32(high01, high23);
  const v128_t upper67 = interleaveHigh32(high01, high23);
  const v128_t lower01 = interleaveLow32(low45, low67);
  const v128_t lower23 = interleaveHigh32(low45, low67);
  const v128_t lower45 = interleaveLow32(high45, high67);
  const v128_t lower67 = interleaveHigh32(high45, high67);
  return {joinLowHalves(upper01, lower01), joinHighHalves(upper01, lower01), joinLowHalves(upper23, lower23),
          joinHighHalves(upper23, lower23), joinLowHalves(upper45, lower45), joinHighHalves(upper45, lower45),
          joinLowHalves(upper67, lower67), joinHighHalves(upper67, lower67)};
}

Lines loadBeside(const Pixel *edge, int32_t stride) {
  return transpose(loadAbove(edge - 4 + 4 * stride, stride));
}

void storeBeside(Pixel *edge, int32_t stride, const Lines &lines) {
  const Lines rows = transpose(lines);
  Pixel *first = edge - 4;
  store8(first, rows.p3);
  store8(first + stride, rows.p2);
  store8(first + 2 * stride, rows.p1);
  store8(first + 3 * stride, rows.p0);
  store8(first + 4 * stride, rows.q0);
  store8(first + 5 * stride, rows.q1);
  store8(first + 6 * stride, rows.q2);
  store8(first + 7 * stride, rows.q3);
}

// One limit is for four pixels along the edge.
v128_t spread(int8_t first, int8_t second) {
  return wasm_i16x8_make(first, first, first, first, second, second, second, second);
}

void smoothWeakBelow(Pixel *edge, int32_t stride, int32_t alpha, int32_t beta, int8_t *limits) {
  for (int half = 0; half < 2; half++) {
    Pixel *start = edge + 8 * half;
    Lines lines = loadAbove(start, stride);
    if (smoothWeak(lines, alpha, beta, spread(limits[2 * half], limits[2 * half + 1]))) {
      storeAbove(start, stride, lines);
    }
  }
}

void smoothWeakBeside(Pixel *edge, int32_t stride, int32_t alpha, int32_t beta, int8_t *limits) {
  for (int half = 0; half < 2; half++) {
    Pixel *start = edge + 8 * half * stride;
    Lines lines = loadBeside(start, stride);
    if (smoothWeak(lines, alpha, beta, spread(limits[2 * half], limits[2 * half + 1]))) {
      storeBeside(start, stride, lines);
    }
  }
}

void smoothStrongBelow(Pixel *edge, int32_t stride, int32_t alpha, int32_t beta) {
  for (int half = 0; half < 2; half++) {
    Pixel *start = edge + 8 * half;
    Lines lines = loadAbove(start, stride);
    if (smoothStrong(lines, alpha, beta)) storeAbove(start, stride, lines);
  }
}

void smoothStrongBeside(Pixel *edge, int32_t stride, int32_t alpha, int32_t beta) {
  for (int half = 0; half < 2; half++) {
    Pixel *start = edge + 8 * half * stride;
    Lines lines = loadBeside(start, stride);
    if (smoothStrong(lines, alpha, beta)) storeBeside(start, stride, lines);
  }
}

}  // namespace

void useVectorsForEdges(DeblockingFunc &functions) {
  functions.pfLumaDeblockingLT4Ver = smoothWeakBelow;
  functions.pfLumaDeblockingLT4Hor = smoothWeakBeside;
  functions.pfLumaDeblockingEQ4Ver = smoothStrongBelow;
  functions.pfLumaDeblockingEQ4Hor = smoothStrongBeside;
}

void useVectors(SWelsFuncPtrList &functions) {
  useVectorsForDifferences(functions.sSampleDealingFuncs);
  useVectorsForTransforms(functions);
  useVectorsForPredictions(functions);
  useVectorsForEdges(functions.pfDeblocking);
}
