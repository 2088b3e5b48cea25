import type { WorkflowCommand } from "./workflow-commands.ts";

/** An error, warning or notice as the run's page shows it. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title?: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** The annotations among the commands, in order. */
export function toAnnotations(commands: readonly WorkflowCommand[]): Annotation[] {
  return commands.flatMap(({ name, properties: { title, file, line }, data: message }) => {
    if (name !== "error" && name !== "warning" && name !== "notice") return [];
    const where = { ...(file !== undefined && { file }), ...(line !== undefined && { line: Number(line) }) };
    return [{ level: name, ...(title !== undefined && { title }), message, ...where }];
  });
}
