import { readFileSync } from "node:fs";

/** An MP4 with H.264 and AAC. */
export const sampleVideo = readFileSync(new URL("../../fixtures/sample.mp4", import.meta.url));

/** Its length. */
export const sampleVideoSeconds = 4;
