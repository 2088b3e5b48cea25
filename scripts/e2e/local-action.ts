import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";

/**
 * Lays the action out as users get it, under `showreel/showreel@v0`, but for two defaults: it asks a fake, and often. So
 * the examples run as they are, to the letter.
 */
export function createLocalAction(checkout: string, folder: string, apiBaseUrl: string): void {
  const action = parseDocument(readFileSync(join(checkout, "action.yml"), "utf8"));
  action.setIn(["inputs", "api_base_url", "default"], apiBaseUrl);
  action.setIn(["inputs", "poll_interval_seconds", "default"], "1");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "action.yml"), action.toString());
  cpSync(join(checkout, "dist"), join(folder, "dist"), { recursive: true });
}
