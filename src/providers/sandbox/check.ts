import type { Check } from "../../render/check.ts";
import { sampleVideoSeconds } from "./sample-video.ts";

/** What the sandbox says to every video. */
export const free: Check = {
  findings: [["Account", "none is needed"]],
  warnings: [],
  estimate: { seconds: sampleVideoSeconds, usd: 0, waitMinutes: [0.05, 0.05] },
};
