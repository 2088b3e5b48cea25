import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FakeResults } from "../support/stores/fake-results.ts";

// Longer than a create call can last, so that a re-run need not wait for one that may be on its way.
const pauseMs = 200_000;

/** Moves the intents of earlier attempts into the past: a person who runs a workflow again takes a few minutes. */
export function letTimePass(results: Pick<FakeResults, "cacheEntries">, workspace: string | undefined): void {
  for (const entry of results.cacheEntries) {
    const key = entry.key.replace(/-intent-(\d+)-/, (_, at) => `-intent-${Number(at) - pauseMs}-`);
    Object.assign(entry, { key });
  }
  if (workspace === undefined) return;
  const folder = join(workspace, ".showreel");
  const then = new Date(Date.now() - pauseMs);
  // What tells nothing but when it was written: turns, and what is torn.
  for (const name of listFiles(folder)) utimesSync(join(folder, name), then, then);
  for (const name of listFiles(folder).filter((file) => file.endsWith(".json"))) {
    const memory = JSON.parse(readFileSync(join(folder, name), "utf8"));
    if (!memory.intent) continue;
    memory.intent.at -= pauseMs;
    writeFileSync(join(folder, name), JSON.stringify(memory));
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
