import { mkdirSync, watch } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configurations, type Kind } from "./configuration.ts";
import { inParallel } from "./pool.ts";
import { killCurrent, openRun, runToEnd } from "./run.ts";
import { isGood, printTable, type Row } from "./table.ts";

const kinds = configurations.filter(({ store }) => store === "file").map(({ kind }) => kind);

test.each(kinds)(
  "%s: killed at any change of the folder that remembers, a video is paid for once",
  async (kind) => {
    const startedAt = Date.now();
    const { changes } = await killAt(kind, undefined);
    const places = changes.map((_, place) => place);
    const rows = await inParallel(places, 4, async (place) => (await killAt(kind, place)).row);
    printTable(`Killed at a change of .showreel: ${kind}`, rows, startedAt);
    expect(rows.length).toBeGreaterThanOrEqual(4);
    expect(rows.filter((row) => !isGood(row))).toEqual([]);
  },
);

/** Kills the first attempt when the folder has changed so many times; with `undefined` none is killed. */
async function killAt(kind: Kind, place: number | undefined): Promise<{ row: Row; changes: string[] }> {
  await using run = await openRun({ kind, store: "file" }, async () => undefined);
  const folder = join(run.workspace ?? "", ".showreel");
  mkdirSync(folder);
  const changes: string[] = [];
  const watcher = watch(folder, (what, file) => {
    changes.push(`${what} ${withoutNoise(file ?? "")}`);
    if (changes.length - 1 === place) void killCurrent(run);
  });
  const outcome = await runToEnd(run).finally(() => watcher.close());
  const scenario = place === undefined ? "not killed" : `${place + 1} ${changes[place] ?? "was not reached"}`;
  return { row: { scenario, ...outcome }, changes };
}

function withoutNoise(file: string): string {
  return file.replace(/[0-9a-f]{64}/, "<fingerprint>").replace(/[0-9a-f-]{36}/, "<random>");
}
