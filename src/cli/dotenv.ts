import { writeFileSync } from "node:fs";
import type { Outputs } from "../publish/outputs.ts";

/**
 * Writes the outputs as `KEY=value`, one a line, for CI systems that read such a file and show it to many: without the
 * signed link unless it is asked for.
 */
export function writeDotenv(path: string, outputs: Outputs, includeUrl: boolean): void {
  const lines = Object.entries(outputs)
    .filter(([name]) => name !== "video_url" || includeUrl)
    .map(([name, value]) => `${name.toUpperCase()}=${value.replace(/[\r\n]+/g, " ")}\n`);
  writeFileSync(path, lines.join(""));
}
