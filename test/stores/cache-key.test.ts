import { describe, expect, test } from "vitest";
import type { VideoJob } from "../../src/jobs/provider.ts";
import {
  cacheKeyPrefix,
  intentCacheKey,
  jobCacheKey,
  lockCacheKey,
  parseCacheKey,
  voidCacheKey,
} from "../../src/stores/cache-key.ts";

const fingerprint = "c0ffee".padEnd(64, "0");
const other = "decade".padEnd(64, "0");
const now = Date.UTC(2026, 0, 1);

function toJob(ids: Record<string, string>): VideoJob {
  return { provider: "heygen", surface: "video_agent", ids };
}

const kinds = {
  intent: intentCacheKey(fingerprint, 3, { at: now - 5_000 }, now),
  lock: lockCacheKey(fingerprint, 3, 2),
  void: voidCacheKey(fingerprint, 3, now),
  job: jobCacheKey(fingerprint, 3, toJob({ session_id: "sess_1", video_id: "v_1" }), now),
};

describe("a key is parsed as it was written:", () => {
  test.each([
    ["an intent", kinds.intent, { kind: "intent", renderAttempt: 3, at: now - 5_000 }],
    ["a lock", kinds.lock, { kind: "lock", renderAttempt: 3, number: 2 }],
    ["an invalidation", kinds.void, { kind: "void", renderAttempt: 3 }],
    [
      "a job",
      kinds.job,
      { kind: "job", renderAttempt: 3, job: toJob({ session_id: "sess_1", video_id: "v_1" }) },
    ],
  ])("%s", (_title, key, entry) => {
    expect(parseCacheKey(fingerprint, key)).toEqual(entry);
  });

  test.each([
    "v_1",
    "a-b-c",
    "-job-",
    "a.b",
    "a~b",
    "a:b:c",
    "5b0f7d2e-0d6c-4e9f-9a3b-1f2e3d4c5b6a",
    "0",
    "x".repeat(128),
  ])("a job with the id %s", (id) => {
    const job = toJob({ session_id: id });
    expect(parseCacheKey(fingerprint, jobCacheKey(fingerprint, 1, job, now))).toEqual({
      kind: "job",
      renderAttempt: 1,
      job,
    });
  });
});

describe("the cache service accepts every key:", () => {
  test.each(Object.entries(kinds))("the key of %s contains no comma", (_kind, key) => {
    expect(key).not.toContain(",");
  });

  test("a comma in an id is encoded", () => {
    expect(jobCacheKey(fingerprint, 1, toJob({ video_id: "a,b" }), now)).not.toContain(",");
  });

  test("a key with two long ids has at most 512 characters", () => {
    const ids = { session_id: "s".repeat(128), video_id: "v".repeat(128) };
    expect(jobCacheKey(fingerprint, 999_999, toJob(ids), now).length).toBeLessThanOrEqual(512);
  });

  test.each(Object.entries(kinds))("the key of %s starts with the prefix of its video", (_kind, key) => {
    expect(key.startsWith(cacheKeyPrefix(fingerprint))).toBe(true);
  });
});

test("only writes of the same lock share a key", () => {
  const job = toJob({ video_id: "v_1" });
  const keys = [1, 2].flatMap((later) => [
    intentCacheKey(fingerprint, 1, { at: now }, now + later),
    voidCacheKey(fingerprint, 1, now + later),
    jobCacheKey(fingerprint, 1, job, now + later),
    lockCacheKey(fingerprint, later, 1),
    lockCacheKey(fingerprint, 3, later),
  ]);
  expect(new Set(keys).size).toBe(10);
  expect(lockCacheKey(fingerprint, 1, 1)).toBe(lockCacheKey(fingerprint, 1, 1));
});

describe("a malformed key is rejected:", () => {
  test.each(Object.entries(kinds))("%s of another video", (_kind, key) => {
    expect(parseCacheKey(other, key)).toBeUndefined();
  });

  const prefix = cacheKeyPrefix(fingerprint);
  test.each([
    ["nothing", ""],
    ["a prefix alone", prefix],
    ["no render attempt", `${prefix}-job-1-heygen-video-video_id=v_1`],
    ["a render attempt that is not a number", `${prefix}one-void-1`],
    ["a negative render attempt", `${prefix}-1-void-1`],
    ["a render attempt of seven digits", `${prefix}1234567-void-1`],
    ["another kind", `${prefix}1-debt-1`],
    ["no kind", `${prefix}1`],
    ["another prefix", `x${kinds.job}`],
    ["an intent without a time", `${prefix}1-intent-`],
    ["an intent without the time of its write", `${prefix}1-intent-${now}`],
    ["an intent at a time that is not a number", `${prefix}1-intent-now-${now}`],
    ["an intent with an invalid digest", `${prefix}1-intent-${now}-${now}-x`],
    ["an empty job", `${prefix}1-job-`],
    ["a job without ids", `${prefix}1-job-${now}-heygen-video-`],
    ["a job without a surface", `${prefix}1-job-${now}-heygen-video_id=v_1`],
    ["a job without a provider", `${prefix}1-job-${now}--video-video_id=v_1`],
    ["a job without a time", `${prefix}1-job-heygen-video-video_id=v_1`],
  ])("%s", (_title, key) => {
    expect(parseCacheKey(fingerprint, key)).toBeUndefined();
  });

  test.each([
    ["a slash", "a/b"],
    ["a parent path", "../users/me"],
    ["only a dot", "."],
    ["only two dots", ".."],
    ["a backslash", "a\\b"],
    ["a query", "a?b"],
    ["a fragment", "a#b"],
    ["a line break", "v_1\n::error::no"],
    ["a trailing line break", "v_1\n"],
    ["a NUL", "v_1\0"],
    ["a space", "v 1"],
    ["markup", "<b>"],
    ["a non-ASCII letter", "é"],
    ["no characters", ""],
    ["a percent sign", "%2e%2e"],
    ["129 characters", "x".repeat(129)],
    ["1,000 characters", "x".repeat(1_000)],
  ])("a job whose id has %s", (_title, id) => {
    expect(
      parseCacheKey(fingerprint, jobCacheKey(fingerprint, 1, toJob({ video_id: id }), now)),
    ).toBeUndefined();
  });

  test("a job with one invalid id among valid ones", () => {
    const job = toJob({ session_id: "sess_1", video_id: "a/b" });
    expect(parseCacheKey(fingerprint, jobCacheKey(fingerprint, 1, job, now))).toBeUndefined();
  });

  test.each(["", "video id", "video/id", "__proto__/"])("a job whose id is named %j", (name) => {
    expect(
      parseCacheKey(fingerprint, jobCacheKey(fingerprint, 1, toJob({ [name]: "v_1" }), now)),
    ).toBeUndefined();
  });

  test("a job with an unescaped line break", () => {
    expect(parseCacheKey(fingerprint, `${kinds.job}\nmore`)).toBeUndefined();
  });
});

test("ids survive a cache server that lowercases keys", () => {
  const job = {
    provider: "heygen",
    surface: "video_agent",
    ids: { session_id: "Sess_aZ:9~.x", video_id: "V1" },
  };
  const key = jobCacheKey("f".repeat(64), 3, job, 1_000);
  expect(key).toBe(key.toLowerCase());
  expect(parseCacheKey("f".repeat(64), key.toLowerCase())).toEqual({ kind: "job", renderAttempt: 3, job });
});
