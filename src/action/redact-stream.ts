import type { Secrets } from "../base/secrets/secrets.ts";

/**
 * Redacts secrets in everything that is written to a stream from now on, by any code: GitHub's libraries
 * print error messages of services. The command that registers a mask at the runner stays as it is.
 */
export function redactStream(
  stream: Pick<NodeJS.WriteStream, "write">,
  { redact }: Pick<Secrets, "redact">,
): void {
  const write = stream.write.bind(stream);
  const redactText = (text: string) =>
    text.includes("::add-mask::")
      ? text.replace(/^(?!::add-mask::).+$/gm, (line) => redact(line))
      : redact(text);
  stream.write = ((text: string | Uint8Array, ...rest: [never]) =>
    write(typeof text === "string" ? redactText(text) : text, ...rest)) as typeof stream.write;
}
