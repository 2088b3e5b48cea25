import type { Secrets } from "../base/secrets.ts";

/**
 * Takes the secrets out of everything that is printed from now on, whoever prints it: GitHub's libraries repeat what services
 * say. Only the command that tells the runner of a secret stays.
 */
export function cleanStdout(stdout: NodeJS.WriteStream, { strike }: Pick<Secrets, "strike">): void {
  const write = stdout.write.bind(stdout);
  const clean = (text: string) =>
    text.includes("::add-mask::")
      ? text.replace(/^(?!::add-mask::).+$/gm, (line) => strike(line))
      : strike(text);
  stdout.write = ((text: string | Uint8Array, ...rest: [never]) =>
    write(typeof text === "string" ? clean(text) : text, ...rest)) as typeof stdout.write;
}
