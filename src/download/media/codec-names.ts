// What people call a codec, by its name in an MP4 (ISO/IEC 14496-15, mp4ra.org) or a WebM (matroska.org).
const codecNames: Readonly<Record<string, string>> = {
  avc1: "H.264",
  avc2: "H.264",
  avc3: "H.264",
  avc4: "H.264",
  "V_MPEG4/ISO/AVC": "H.264",
  hvc1: "H.265",
  hev1: "H.265",
  dvh1: "H.265",
  dvhe: "H.265",
  "V_MPEGH/ISO/HEVC": "H.265",
  vp08: "VP8",
  V_VP8: "VP8",
  vp09: "VP9",
  V_VP9: "VP9",
  av01: "AV1",
  V_AV1: "AV1",
  mp4v: "MPEG-4",
};

/**
 * Returns the common name of a codec, such as `H.264`. Another codec keeps its identifier, of at most 40
 * characters; `unknown` when it has unusual characters.
 */
export function codecName(identifier: string): string {
  const known = Object.hasOwn(codecNames, identifier) ? codecNames[identifier] : undefined;
  const name = identifier.trim();
  return known ?? (/^[\w./ -]{1,40}$/.test(name) ? name : "unknown");
}
