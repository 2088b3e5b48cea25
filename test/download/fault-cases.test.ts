import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { seal } from "../support/files/part-file.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { countReceived, type FaultyHost, startFaultyHost } from "../support/network/faulty-host.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";
import { cuts } from "./fault-cases/cuts.ts";
import { errorResponses } from "./fault-cases/error-responses.ts";
import { existingFiles } from "./fault-cases/existing-files.ts";
import { type FaultCase, idleTimeoutMs, source } from "./fault-cases/fault-case.ts";
import { wrongResponses } from "./fault-cases/wrong-responses.ts";

const sha256 = createHash("sha256").update(source.bytes).digest("hex");
const rows: string[][] = [["case", "outcome", "requests", "downloaded again"]];

/** Downloads the video despite the fault; returns the outcome and what it took. */
async function runCase(fault: FaultCase) {
  const clock = createFakeRuntime();
  const { runtime, bytes } = countReceived(clock);
  const folder = createTemporaryFolder();
  const path = join(folder, "release.mp4");
  const victim = join(createTemporaryFolder(), "victim");
  writeFileSync(victim, "precious");
  await fault.prepare?.(`${path}.part`, victim);
  const responses = typeof fault.responses === "function" ? fault.responses(clock) : fault.responses;
  await using host = await startFaultyHost(fault.host ?? source, responses, `${path}.part`);
  const [link = "", ...fresh] = (fault.links ?? ["Signature=secret"]).map((query) => linkTo(host, query));
  const end = await downloadVideo(runtime, {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    container: "mp4",
    link,
    refreshLink: async () => fresh.shift(),
    path,
    maxBytes: fault.maxBytes ?? 10_000_000,
    idleTimeoutMs,
    policy: createUrlPolicy(noProxies, host.url.origin),
  }).catch((error: unknown) => error);
  if (end instanceof Error && !(end instanceof ShowreelError)) throw end;
  const again = Math.max(0, bytes() + (fault.existingBytes ?? 0) - source.bytes.length);
  const outcome = end instanceof ShowreelError ? end.code : "complete";
  rows.push([fault.name, outcome, `${host.requests.length}`, `${again}`]);
  const requests = host.requests.length;
  const requestedLinks = host.requests.map(({ url = "" }) => url.split("?")[1]);
  return {
    end,
    outcome,
    path,
    again,
    requests,
    victim,
    requestedLinks,
    sleeps: clock.sleeps,
    folder: readdirSync(folder),
  };
}

function linkTo({ url }: FaultyHost, query: string): string {
  return new URL(`/files/v_1.mp4?${query}`, url).href;
}

const groups = {
  "broken connections": cuts,
  "error responses": errorResponses,
  "wrong responses": wrongResponses,
  "existing files": existingFiles,
};

describe.each(Object.entries(groups))("a download copes with %s", (_, cases) => {
  test.each(cases)("$name: $outcome", async (fault) => {
    const { end, outcome, path, again, requests, requestedLinks, sleeps, victim, folder } =
      await runCase(fault);
    expect({ outcome, requests, end }).toMatchObject({ outcome: fault.outcome, requests: fault.requests });
    expect(readFileSync(victim, "utf8")).toBe("precious");
    expect(readdirSync(dirname(victim))).toEqual(["victim"]);
    expect(again).toBeLessThanOrEqual(fault.again);
    if (fault.requestedLinks) expect(requestedLinks).toEqual(fault.requestedLinks);
    if (fault.sleeps) expect(sleeps).toEqual(fault.sleeps);
    if (fault.outcome !== "complete") return expect(existsSync(path)).toBe(false);
    expect(end).toMatchObject({ sha256, sizeBytes: source.bytes.length, durationSeconds: 4 });
    expect(readFileSync(path).equals(source.bytes)).toBe(true);
    expect(folder).toEqual(["release.mp4"]);
  });
});

afterAll(() => {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  process.stdout.write(`\n${lines.join("\n")}\n`);
});
