import { AsyncLocalStorage } from "node:async_hooks";

const captureContext = new AsyncLocalStorage<string[]>();
let isPatched = false;

/**
 * Runs a call of the Actions toolkit that reports its faults in the log only, and returns what it complained of. Its
 * lines stay out of the log, also those that come when nobody waits for the call any more: a fault is told once, in our
 * words. What others print meanwhile is not touched.
 */
export async function captureOutput<T>(
  work: () => Promise<T>,
): Promise<{ result: T; complaint: string | undefined }> {
  patchStdout();
  const heard: string[] = [];
  const result = await captureContext.run(heard, work);
  return { result, complaint: findWarning(heard.join("")) };
}

function patchStdout(): void {
  if (isPatched) return;
  isPatched = true;
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = ((text: string | Uint8Array, ...rest: [never]) => {
    const heard = captureContext.getStore();
    if (!heard) return write(text, ...rest);
    heard.push(String(text));
    return true;
  }) as typeof stdout.write;
}

// A refusal comes as a warning or an error; "taken" and "forbidden" come as plain lines.
function findWarning(log: string): string | undefined {
  const lines = log.split("\n");
  const loud = lines.find((line) => /^::(warning|error)/.test(line));
  const plain = lines.find((line) => /^(Failed to save|Cache (save|restore|service))/.test(line));
  return (loud ?? plain)?.replace(/^::\w+[^:]*::/, "");
}
