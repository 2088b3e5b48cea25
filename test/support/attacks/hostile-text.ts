/** Workflow commands for the log, and lines for the files that a step writes. */
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

/** Escape sequences, bidirectional overrides and invisible characters. */
const unseen =
  "\u001b[31mred\u001b[2K\u001b]8;;https://evil.example\u0007here\u001b]8;;\u0007 \u009b1A \u202egpj.exe\u202c \u2066a\u2069 " +
  "z\u200be\ufeffro \u200e\u200f \u{e0041}\u{e0042}\u{e007f} bell\u0007 back\bspace line\u2028line\u2029line\u0085line\rline";

/** Markdown and HTML that a page would render. */
export const markup =
  "<img src=x onerror=alert(1)> <script>alert(1)</script> </td></table> @octocat #1 octo/reel#2 " +
  "[click](https://evil.example) https://evil.example www.evil.example ![pixel](https://evil.example/p.png) " +
  "**bold** `code` | a | b | <!-- showreel --> <!-- x | y [ref]: https://evil.example &lt;b&gt; $x^2$ ~~~";

/** All of the above in one text. */
export const hostile = `${commands}\n${unseen}\n${markup}`;

/** All of the above in one line, for values without line breaks. */
export const hostileLine = hostile.replace(/[\r\n\u2028\u2029\u0085]+/g, " ");

/** What a provider must never receive of it, in JSON. */
export const hidden =
  /\\u00(?!0a|09)[0189][0-9a-f]|\\[rfb]|[\p{Bidi_C}\u200b\u2028\ufeff\u{e0000}-\u{e007f}]/iu;

/** A GitHub expression, which the runner evaluates before a step starts. */
export const expression = ["$", "{{ secrets.KEY }}"].join("");

/** A few lines of YAML that expand to four hundred million strings. */
export const bomb = ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"].reduce(
  (yaml, [last, next]) => `${yaml}\n${next}: &${next} [${Array(9).fill(`*${last}`).join()}]`,
  "a: &a [x, x, x, x, x, x, x, x, x]",
);
