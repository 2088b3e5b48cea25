/** What a runner obeys when it stands in a log, and what it reads in the files that a step writes. */
export const commands = [
  "::set-output name=video_id::evil",
  "  ::error file=a.ts,line=1::forged",
  "::warning title=Showreel::forged",
  "%0A::notice::forged%0D%0A::notice::forged",
  "##[add-path]/evil ##[error]forged ##[set-output name=video_id]evil ##vso[task.setvariable]evil",
  "::save-state name=x::evil",
  "::set-env name=NODE_OPTIONS::--require=/evil.js",
  "::add-matcher::evil.json",
  "::stop-commands::forged",
  "video_id<<EOF\nevil\nEOF",
  "ghadelimiter_00000000-0000-0000-0000-000000000000",
  "video_id=evil",
].join("\n");

/** What a terminal or a reader's eye would take for something else: escapes, overrides, nothing at all. */
const unseen =
  "\u001b[31mred\u001b[2K\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007 \u009b1A \u202egpj.exe\u202c \u2066a\u2069 " +
  "z\u200be\ufeffro \u200e\u200f \u{e0041}\u{e0042}\u{e007f} bell\u0007 back\bspace line\u2028line\u2029line\u0085line\rline";

/** What a page would make more of than words. */
export const markup =
  "<img src=x onerror=alert(1)> <script>alert(1)</script> </td></table> @octocat #1 octo/reel#2 " +
  "[click](https://evil.example) https://evil.example www.evil.example ![pixel](https://evil.example/p.png) " +
  "**bold** `code` | a | b | <!-- showreel --> <!-- x | y [ref]: https://evil.example &lt;b&gt; $x^2$ ~~~";

/** All of it in one text. */
export const hostile = `${commands}\n${unseen}\n${markup}`;

/** All of it in one line, for what cannot hold a line break. */
export const hostileLine = hostile.replace(/[\r\n\u2028\u2029\u0085]+/g, " ");

/** What no provider should be sent of it, in JSON. */
export const hidden =
  /\\u00(?!0a|09)[0189][0-9a-f]|\\[rfb]|[\p{Bidi_C}\u200b\u2028\ufeff\u{e0000}-\u{e007f}]/iu;

/** One of GitHub's own placeholders, which a runner has filled in before a step starts. */
export const expression = ["$", "{{ secrets.KEY }}"].join("");

/** YAML of a few lines that stands for four hundred million texts. */
export const bomb = ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"].reduce(
  (yaml, [last, next]) => `${yaml}\n${next}: &${next} [${Array(9).fill(`*${last}`).join()}]`,
  "a: &a [x, x, x, x, x, x, x, x, x]",
);
