import { EOL } from "node:os";

/**
 * Reads what a step wrote to `GITHUB_OUTPUT`: `name=value` lines and `name<<delimiter` blocks, the last of a
 * name wins. Throws where the runner fails the step (actions/runner, `FileCommandManager.cs`).
 */
export function parseOutputFile(text: string): Record<string, string> {
  const lines = text.split(EOL);
  const outputs: Record<string, string> = {};
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "") continue;
    const [, name = "", operator, rest = ""] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (name === "") throw new Error(`Invalid format '${line}'`);
    if (operator === "=") {
      outputs[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest, index + 1);
    if (rest === "" || end < 0) throw new Error(`Matching delimiter not found '${rest}'`);
    outputs[name] = lines.slice(index + 1, end).join(EOL);
    index = end;
  }
  return outputs;
}
