import { spawnSync } from "node:child_process";

/**
 * Returns whether a program is on this machine. Tests that look at a video with programs of others are skipped
 * without them.
 */
export function hasTool(name: "ffmpeg" | "ffprobe" | "tesseract" | "chromium"): boolean {
  const isThere = spawnSync(name, ["-version"], { stdio: "ignore" }).error === undefined;
  if (!isThere) process.stderr.write(`${name} is not installed: tests that need it are skipped.\n`);
  return isThere;
}
