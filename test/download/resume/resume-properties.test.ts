import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { fetchFile } from "../../../src/download/fetch-file.ts";
import { rangeHeaders, readContentRange } from "../../../src/download/resume/content-range.ts";
import { openPart } from "../../../src/download/resume/part-file.ts";
import { owner } from "../../support/files/part-file.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import {
  countReceived,
  type FaultyResponse,
  randomBytes,
  startFaultyHost,
} from "../../support/network/faulty-host.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const folder = createTemporaryFolder();
let files = 0;

const fileSize = fc.oneof(
  fc.constantFrom(0, 1, 2, 1_023, 65_535, 65_536, 65_537, 1024 ** 2),
  fc.integer({ min: 0, max: 2_000_000 }),
);
const cuts = (abrupt: boolean) =>
  fc.array(
    fc.record({
      after: fc.oneof(
        fc.constantFrom<"nothing" | number>("nothing", 0, 1),
        fc.integer({ min: 0, max: 2_000_000 }),
      ),
      how: fc.constantFrom("close", "reset", "half-close"),
      abrupt: fc.constant(abrupt),
    }),
    { maxLength: 12 },
  );

/**
 * Downloads a file despite the cuts, in as many runs as it takes; returns the bytes received and the checks.
 */
async function downloadDespite(
  bytes: Buffer,
  responses: readonly FaultyResponse[],
  attemptsPerRun = Number.POSITIVE_INFINITY,
) {
  files += 1;
  const path = join(folder, `${files}.part`);
  await using host = await startFaultyHost({ bytes, validators: { etag: '"v1"' } }, responses, path);
  const { runtime, bytes: received } = countReceived(createFakeRuntime());
  const policy = createUrlPolicy(noProxies, host.url.origin);
  for (let run = 1; run <= 20; run += 1) {
    let attempts = 0;
    // A run that is killed between two attempts: its part is abandoned and opened again by the next run.
    const dispatcherFor = async (url: URL) => {
      attempts += 1;
      if (attempts > attemptsPerRun) throw new ShowreelError("interrupted", "The run was killed.");
      return policy.dispatcherFor(url);
    };
    const part = await openPart(path, owner);
    const options = {
      link: host.url.href,
      refreshLink: async () => undefined,
      policy: { dispatcherFor },
      path,
    };
    const sha256 = await fetchFile(runtime, { ...options, maxBytes: 10_000_000 }, part, async () =>
      part.sha256(),
    )
      .catch((error: unknown) => {
        if (!(error instanceof ShowreelError)) throw error;
      })
      .finally(() => part.close());
    if (sha256 === undefined) continue;
    const isSame = readFileSync(path).equals(bytes);
    return {
      received: received(),
      isSame,
      isHashed: sha256 === createHash("sha256").update(bytes).digest("hex"),
    };
  }
  throw new Error("The download did not complete.");
}

test("a download completes despite any cuts, and downloads no stored byte twice", async () => {
  const property = fc.asyncProperty(fileSize, cuts(false), async (size, list) => {
    const responses = list.map((cut) => ({ cut }) as FaultyResponse);
    const end = await downloadDespite(randomBytes(size), responses);
    expect(end).toEqual({ received: size, isSame: true, isHashed: true });
  });
  await fc.assert(property, propertyRuns(100));
});

test("a download completes despite any killed runs, and downloads no stored byte twice", async () => {
  const property = fc.asyncProperty(
    fileSize,
    cuts(false),
    fc.integer({ min: 1, max: 4 }),
    async (size, list, perRun) => {
      const responses = list.map((cut) => ({ cut }) as FaultyResponse);
      const end = await downloadDespite(randomBytes(size), responses, perRun);
      expect(end).toEqual({ received: size, isSame: true, isHashed: true });
    },
  );
  await fc.assert(property, propertyRuns(100));
});

test("an abrupt cut costs at most one buffer, and the download completes", async () => {
  const property = fc.asyncProperty(fileSize, cuts(true), async (size, list) => {
    const { received, ...end } = await downloadDespite(
      randomBytes(size),
      list.map((cut) => ({ cut }) as FaultyResponse),
    );
    expect(end).toEqual({ isSame: true, isHashed: true });
    expect(received).toBeLessThanOrEqual(size + list.length * 1024 ** 2);
  });
  await fc.assert(property, propertyRuns(100));
});

const offset = fc.integer({ min: 0, max: 20 });
const total = fc.oneof(offset.map(String), fc.constant("*"));
const rangeHeader = fc.oneof(
  fc.tuple(offset, offset, total).map(([first, last, whole]) => `bytes ${first}-${last}/${whole}`),
  fc.constantFrom(
    undefined,
    "",
    "bytes */20",
    "bytes=5-",
    "bytes -5-9/20",
    "items 5-9/20",
    "bytes 5-9/20, 0-1/20",
  ),
);

test("a 206 is accepted only at the requested offset", () => {
  const etags = fc.constantFrom(undefined, '"v1"', '"v2"', 'W/"v1"');
  fc.assert(
    fc.property(
      offset,
      rangeHeader,
      etags,
      fc.option(offset, { nil: undefined }),
      (size, range, etag, knownTotal) => {
        const headers = { "content-range": range, etag } as Record<string, string>;
        const found = readContentRange({ status: 206, headers }, size, {
          validator: '"v1"',
          total: knownTotal,
        });
        if (!found) return;
        expect(found.start).toBe(size);
        expect(range).toMatch(new RegExp(`^bytes ${size}-`));
        if (size === 0) return;
        expect(found.validator).toBe('"v1"');
        expect([undefined, '"v1"']).toContain(etag);
        if (knownTotal !== undefined) expect(found.total).toBe(knownTotal);
      },
    ),
    propertyRuns(5_000),
  );
});

test("requests the rest only with downloaded bytes and a validator", () => {
  const validator = fc.option(fc.string(), { nil: undefined });
  fc.assert(
    fc.property(fc.nat(), validator, (size, value) => {
      const expected = size > 0 && value !== undefined ? { range: `bytes=${size}-`, "if-range": value } : {};
      expect(rangeHeaders(size, { validator: value })).toEqual(expected);
    }),
  );
});
