import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
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
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

// Every write takes longer than a connection takes to break and the next one to open.
slowDisk(() => wait(40));

test.each([
  ["that can be resumed", { etag: '"v1"' }],
  ["that restarts each time", {}],
])("a pending write on a broken connection does not corrupt a download %s", async (_, validators) => {
  const bytes = randomBytes(1_000_000);
  const turn: FaultyResponse = { cut: { after: 400_000 }, drip: { bytes: 50_000, pause: () => wait(5) } };
  await using host = await startFaultyHost(
    { bytes, validators: validators as Record<string, string> },
    times(4, turn),
  );
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
