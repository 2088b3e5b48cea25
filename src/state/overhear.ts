/**
 * Runs a call of the Actions toolkit that reports its faults in the log only, and returns what it complained of. Its
 * own lines stay out of the log: a fault is told once, in our words.
 */
export async function overhear<T>(
  work: () => Promise<T>,
): Promise<{ result: T; complaint: string | undefined }> {
  const { stdout } = process;
  const original = stdout.write;
  const heard: string[] = [];
  stdout.write = (text: string | Uint8Array) => {
    heard.push(String(text));
    return true;
  };
  try {
    return { result: await work(), complaint: complaintOf(heard.join("")) };
  } finally {
    stdout.write = original;
  }
}

// A refusal comes as a warning or an error; "taken" and "forbidden" come as plain lines.
function complaintOf(log: string): string | undefined {
  const lines = log.split("\n");
  const loud = lines.find((line) => /^::(warning|error)/.test(line));
  const plain = lines.find((line) => /^(Failed to save|Cache (save|restore|service))/.test(line));
  return (loud ?? plain)?.replace(/^::\w+[^:]*::/, "");
}
