import { systemCode } from "../base/errors.ts";

/** Logs failed writes to stdout, and makes the process fail. */
export function reportWriteErrors(
  process: Pick<NodeJS.Process, "stdout" | "exitCode">,
  log: (message: string) => void,
): void {
  process.stdout.on("error", (error) => {
    // A reader that closed the pipe (`| head`) has what it wanted.
    if (systemCode(error) === "EPIPE") return;
    log(`The outputs could not be written to stdout (${systemCode(error)}).`);
    process.exitCode ||= 1;
  });
}
