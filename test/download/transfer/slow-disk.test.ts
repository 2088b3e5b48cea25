import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { fetchFile } from "../../../src/download/fetch-file.ts";
import { openPart } from "../../../src/download/resume/part-file.ts";
import { owner } from "../../support/files/part-file.ts";
import { slowDisk } from "../../support/files/slow-disk.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { times } from "../../support/jobs/scripted-provider.ts";
import { type FaultyResponse, randomBytes, startFaultyHost } from "../../support/network/faulty-host.ts";
import { eventLoopTurns } from "../../support/runtime/event-loop-turns.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const cuts = 4;
let [requests, broken] = [() => 0, 0];

// Every write takes until the connection is broken, and then longer than the next one takes to open.
slowDisk(async () => {
  while (broken < Math.min(requests(), cuts)) await eventLoopTurns(1);
  await eventLoopTurns(300);
});

test.each([
  ["that can be resumed", { etag: '"v1"' }],
  ["that restarts each time", {}],
])("a pending write on a broken connection does not corrupt a download %s", async (_, validators) => {
  const bytes = randomBytes(1_000_000);
  const turn: FaultyResponse = {
    cut: { after: 400_000 },
    drip: { bytes: 50_000, pause: () => eventLoopTurns() },
    onCut: () => {
      broken += 1;
    },
  };
  await using host = await startFaultyHost(
    { bytes, validators: validators as Record<string, string> },
    times(cuts, turn),
  );
  [requests, broken] = [() => host.requests.length, 0];
  const path = join(createTemporaryFolder(), "a.mp4.part");
  const part = await openPart(path, owner);
  const policy = createUrlPolicy(noProxies, host.url.origin);
  const options = {
    link: host.url.href,
    refreshLink: async () => undefined,
    policy,
    path,
    maxBytes: 2_000_000,
  };
  const found = await fetchFile(createFakeRuntime(), options, part, async ({ size }) => ({
    size,
    sha256: part.sha256(),
  })).finally(() => part.close());
  expect(found).toEqual({ size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
  expect(readFileSync(path).equals(bytes)).toBe(true);
});
