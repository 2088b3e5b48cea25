import { mkdirSync, watch } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configurations, type Kind } from "./configuration.ts";
import { inParallel } from "./pool.ts";
import { killCurrent, openRun, runToEnd } from "./run.ts";
import { isPaidOnceAndFinished, printTable, type Row } from "./table.ts";

const kinds = configurations.filter(({ store }) => store === "file").map(({ kind }) => kind);

test.each(kinds)("%s: killed at any change of `.showreel`, a video is paid for once", async (kind) => {
  const startedAt = Date.now();
  const { changes } = await killAt(kind, undefined);
  const killIndexes = changes.map((_, index) => index);
  const rows = await inParallel(killIndexes, 4, async (index) => (await killAt(kind, index)).row);
  printTable(`Killed at a change of .showreel: ${kind}`, rows, startedAt);
  expect(rows.length).toBeGreaterThanOrEqual(4);
  expect(rows.filter((row) => !isPaidOnceAndFinished(row))).toEqual([]);
});

/** Kills the first attempt at the change with this index, or not at all if it is undefined. */
async function killAt(kind: Kind, killIndex: number | undefined): Promise<{ row: Row; changes: string[] }> {
  await using run = await openRun({ kind, store: "file" }, async () => undefined);
  const folder = join(run.workspace ?? "", ".showreel");
  mkdirSync(folder);
  const changes: string[] = [];
  const watcher = watch(folder, (event, file) => {
    changes.push(`${event} ${withoutRandomParts(file ?? "")}`);
    if (changes.length - 1 === killIndex) void killCurrent(run);
  });
  const outcome = await runToEnd(run).finally(() => watcher.close());
  const scenario =
    killIndex === undefined ? "not killed" : `${killIndex + 1} ${changes[killIndex] ?? "was not reached"}`;
  return { row: { scenario, ...outcome }, changes };
}

function withoutRandomParts(file: string): string {
  return file.replace(/[0-9a-f]{64}/, "<fingerprint>").replace(/[0-9a-f-]{36}/, "<random>");
}
