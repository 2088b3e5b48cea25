import type { Secrets } from "../base/secrets/secrets.ts";

/**
 * Takes the secrets out of everything that is printed there from now on, whoever prints it: GitHub's libraries repeat what
 * services say. Only the command that tells the runner of a secret stays.
 */
export function redactStream(stream: NodeJS.WriteStream, { redact }: Pick<Secrets, "redact">): void {
  const write = stream.write.bind(stream);
  const clean = (text: string) =>
    text.includes("::add-mask::")
      ? text.replace(/^(?!::add-mask::).+$/gm, (line) => redact(line))
      : redact(text);
  stream.write = ((text: string | Uint8Array, ...rest: [never]) =>
    write(typeof text === "string" ? clean(text) : text, ...rest)) as typeof stream.write;
}
