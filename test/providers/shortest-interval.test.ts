import { expect, test } from "vitest";
import { loadProvider } from "../../src/providers/index.ts";

test.each([
  ["a session of HeyGen without a video", "heygen", { session_id: "sess_1" }, 10],
  ["a session of HeyGen with a video", "heygen", { session_id: "sess_1", video_id: "v_1" }, 5],
  ["an avatar video of HeyGen", "heygen", { video_id: "v_1" }, 5],
  ["a video at a gateway of HeyGen v2", "heygen_v2", { video_id: "v_1" }, 5],
  ["a video of ReelBot", "reelbot", { project_id: "p_1" }, 3],
] as const)("%s is not polled sooner than its provider allows", async (_, name, ids, seconds) => {
  const { minPollMs } = await loadProvider(name);
  expect(minPollMs({ provider: name, surface: "video", ids })).toBe(seconds * 1_000);
});
