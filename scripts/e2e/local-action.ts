import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";

/**
 * Copies the action to a folder, with two other defaults: the URL of the fake API, and one poll per second.
 * So the examples run without a change.
 */
export function createLocalAction(checkout: string, folder: string, apiBaseUrl: string): void {
  const action = parseDocument(readFileSync(join(checkout, "action.yml"), "utf8"));
  action.setIn(["inputs", "api_base_url", "default"], apiBaseUrl);
  action.setIn(["inputs", "poll_interval_seconds", "default"], "1");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "action.yml"), action.toString());
  cpSync(join(checkout, "dist"), join(folder, "dist"), { recursive: true });
}
