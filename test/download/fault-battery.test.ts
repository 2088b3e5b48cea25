import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import { countReceived, type FaultyHost, startFaultyHost } from "../support/faulty-host.ts";
import { seal } from "../support/part.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";
import { cuts } from "./fault-cases/cuts.ts";
import { type FaultCase, source } from "./fault-cases/fault-case.ts";
import { leftovers } from "./fault-cases/leftovers.ts";
import { lies } from "./fault-cases/lies.ts";
import { refusals } from "./fault-cases/refusals.ts";

const sha256 = createHash("sha256").update(source.bytes).digest("hex");
const rows: string[][] = [["case", "outcome", "requests", "fetched again"]];

/** Downloads the video past the fault; returns what has become of it and what it has cost. */
async function meet(fault: FaultCase) {
  const clock = createFakeRuntime();
  const { runtime, bytes } = countReceived(clock);
  const folder = createTemporaryFolder();
  const path = join(folder, "release.mp4");
  const victim = join(createTemporaryFolder(), "victim");
  writeFileSync(victim, "precious");
  await fault.prepare?.(`${path}.part`, victim);
  const turns = typeof fault.turns === "function" ? fault.turns(clock) : fault.turns;
  await using host = await startFaultyHost(fault.host ?? source, turns, `${path}.part`);
  const [link = "", ...fresh] = (fault.links ?? ["Signature=secret"]).map((query) => linkTo(host, query));
  const end = await downloadVideo(runtime, {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    container: "mp4",
    link,
    refreshLink: async () => fresh.shift(),
    path,
    maxBytes: fault.maxBytes ?? 10_000_000,
    // Long enough for a busy machine; what is silent on purpose lasts as long.
    idleTimeoutMs: 2_000,
    policy: createUrlPolicy(noProxies, host.url.origin),
  }).catch((error: unknown) => error);
  if (end instanceof Error && !(end instanceof ShowreelError)) throw end;
  const again = Math.max(0, bytes() + (fault.left ?? 0) - source.bytes.length);
  const outcome = end instanceof ShowreelError ? end.code : "whole";
  rows.push([fault.name, outcome, `${host.requests.length}`, `${again}`]);
  const requests = host.requests.length;
  const asked = host.requests.map(({ url = "" }) => url.split("?")[1]);
  return {
    end,
    outcome,
    path,
    again,
    requests,
    victim,
    asked,
    sleeps: clock.sleeps,
    folder: readdirSync(folder),
  };
}

function linkTo({ url }: FaultyHost, query: string): string {
  return new URL(`/files/v_1.mp4?${query}`, url).href;
}

describe.each(Object.entries({ cuts, refusals, lies, leftovers }))("a download meets %s", (_, cases) => {
  test.each(cases)("$name: $outcome", async (fault) => {
    const { end, outcome, path, again, requests, asked, sleeps, victim, folder } = await meet(fault);
    expect({ outcome, requests, end }).toMatchObject({ outcome: fault.outcome, requests: fault.requests });
    expect(readFileSync(victim, "utf8")).toBe("precious");
    expect(readdirSync(dirname(victim))).toEqual(["victim"]);
    expect(again).toBeLessThanOrEqual(fault.again);
    if (fault.asked) expect(asked).toEqual(fault.asked);
    if (fault.sleeps) expect(sleeps).toEqual(fault.sleeps);
    if (fault.outcome !== "whole") return expect(existsSync(path)).toBe(false);
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
