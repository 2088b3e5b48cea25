import { expect } from "vitest";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import type { FakeHeygenOptions } from "./fake-heygen.ts";
import { openHeygen } from "./open-heygen.ts";

/** Runs HeyGen's preflight against the fake, and expects it to make only free requests. */
export async function runPreflight(request: VideoRequest, options?: FakeHeygenOptions) {
  await using heygen = await openHeygen(options);
  const found = await heygen.provider.preflight?.(request);
  const { requests, billed } = heygen.fake;
  expect(requests.every(({ method }) => method === "GET")).toBe(true);
  expect(requests.flatMap(({ problems }) => problems)).toEqual([]);
  expect(billed).toBe(0);
  return { ...found, asked: requests.map(({ path }) => path) };
}
