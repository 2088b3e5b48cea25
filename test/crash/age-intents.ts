import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FakeResults } from "../support/stores/fake-results.ts";

// Longer than a submit may be in flight, so that a re-run does not wait for one.
const pauseMs = 200_000;

/** Moves the intents of earlier attempts a few minutes into the past, where they are at a real re-run. */
export function ageIntents(results: Pick<FakeResults, "cacheEntries">, workspace: string | undefined): void {
  for (const entry of results.cacheEntries) {
    const key = entry.key.replace(/-intent-(\d+)-/, (_, at) => `-intent-${Number(at) - pauseMs}-`);
    Object.assign(entry, { key });
  }
  if (workspace === undefined) return;
  const folder = join(workspace, ".showreel");
  const past = new Date(Date.now() - pauseMs);
  // Locks and incomplete files have no time but that of their last change.
  for (const name of listFiles(folder)) utimesSync(join(folder, name), past, past);
  for (const name of listFiles(folder).filter((file) => file.endsWith(".json"))) {
    const stored = JSON.parse(readFileSync(join(folder, name), "utf8"));
    if (!stored.intent) continue;
    stored.intent.at -= pauseMs;
    writeFileSync(join(folder, name), JSON.stringify(stored));
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
