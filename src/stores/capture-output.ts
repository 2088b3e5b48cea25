import { AsyncLocalStorage } from "node:async_hooks";

/** What a captured call returned, and the warning it printed, if any. */
export interface CapturedOutput<Result> {
  readonly result: Result;
  readonly warning: string | undefined;
}

/**
 * Calls a function of the Actions toolkit that reports errors in the log only, and returns the warning that
 * it printed. Its output is kept out of the log, even if it comes after the call has returned, so that an
 * error is reported only once, in Showreel's own text. Output of other code during the call is not captured.
 */
export async function captureOutput<Result>(work: () => Promise<Result>): Promise<CapturedOutput<Result>> {
  patchStdout();
  const output: string[] = [];
  const result = await capturedOutput.run(output, work);
  return { result, warning: findWarning(output.join("")) };
}

const capturedOutput = new AsyncLocalStorage<string[]>();
let isPatched = false;

function patchStdout(): void {
  if (isPatched) return;
  isPatched = true;
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = ((text: string | Uint8Array, ...rest: [never]) => {
    const output = capturedOutput.getStore();
    if (!output) return write(text, ...rest);
    output.push(String(text));
    return true;
  }) as typeof stdout.write;
}

// The toolkit reports most errors as a warning or error command, but an existing key and a denied request as
// plain lines.
function findWarning(output: string): string | undefined {
  const lines = output.split("\n");
  const command = lines.find((line) => /^::(warning|error)/.test(line));
  const plain = lines.find((line) => /^(Failed to save|Cache (save|restore|service))/.test(line));
  return (command ?? plain)?.replace(/^::\w+[^:]*::/, "");
}
