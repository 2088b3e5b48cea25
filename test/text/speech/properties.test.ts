import fc from "fast-check";
import { expect, test } from "vitest";
import { formatOutline, parseOutline } from "../../../src/text/outline/outline.ts";
import { toOutline, toSpeech } from "../../../src/text/speech/index.ts";
import { propertyRuns } from "../../support/property-runs.ts";
import { findUnspeakable } from "./find-unspeakable.ts";
import { withoutCode, wordsOf } from "./outline-words.ts";

const fragments = [
  ..."# |## |- |  - |1. |> |>> |* |+ |    |\n|\n\n|\n|```|~~~|`a`|`|**|*|__|_|~~|[|](|](https://a.example)|][".split(
    "|",
  ),
  ..."(|)|,|.|:|!|?|;| |  |<b>|</b>|<br>|<table>|</table>|<details>|<summary>|</details>|<!--|-->|<img src=a>".split(
    "|",
  ),
  ..."https://a.example/b|http:|https|://|www.|www.a.example|mailto:|a@b.example|@joe|@|#12|#|GH-7|a/b#3".split(
    "|",
  ),
  ..."abc1234|0123456789abcdef|:tada:|:a:|10:30:45|🎉|👩‍👩‍👧|1️⃣|🇨🇭|\u200d|\u200b|\u202e|&lt;|&amp;|&#35;|&#64;|&colon;".split(
    "|",
  ),
  ..."by |in |closes |fixes |see |thanks to |Thanks |and |feat: |fix(a)!: |Bump a from 1 to 2|Full Changelog".split(
    "|",
  ),
  ..."## Contributors\n|[^1]|[^1]: |[a]: https://a.example\n|[a]|[x] |[!NOTE]|->|→|>= 2|< 3|~5|C#|$A_B|\\".split(
    "|",
  ),
  ..."word|Words here.|你好|世界。|こんにちは|مرحبا|Привет|नमस्ते|Größe|v1.2.3|2026-01-02|(2026-01-02)|\u0300|\uFFFC|\u2028".split(
    "|",
  ),
  ...'!!! note\n    ~:::tip A\n~:::\n~/// note\n~=== "A"\n~{#a}~{.a}~{: .a }~{% a %}~{%~%}~{{< a >}}~{{~}}~{{ a | b }}~{{#a}}~{* a *}~++a+b++~==a==~{++a++}~{--~--}'.split(
    "~",
  ),
  ..."---\na: b\n---\n;+++\na = 1\n+++\n;import a from 'a'\n;export const a = {;<A b={1}>;</A>;<>;{/*;*/};[[a|b]];--8<-- \"a\"\n;x^2^;H~2~O;$a^2$;$$;:a[b];{a}`b`;__a__;a_b;--a".split(
    ";",
  ),
  "|",
  "\t",
  "|a|b|\n|-|-|\n|c|d|\n",
];
const markdown = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join("")),
  fc
    .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: "binary", maxLength: 8 })))
    .map((parts) => parts.join("")),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
);

test("returns nothing unspeakable for any input", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(findUnspeakable(toSpeech(text))).toEqual([]);
    }),
    propertyRuns(3_000),
  );
});

test("the outline has the same words in the same order", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      expect(wordsOf(withoutCode(toOutline(text)))).toEqual(wordsOf(toSpeech(text)));
    }),
    propertyRuns(3_000),
  );
});

test("the outline is parsed as it was written", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const outline = toOutline(text);
      expect(formatOutline(parseOutline(outline))).toBe(outline);
    }),
    propertyRuns(3_000),
  );
});

test("returns plain sentences unchanged", () => {
  const word = fc.constantFrom(
    ..."video the release Größe faster naïve 你好 поиск it's well-known 3 2.5".split(" "),
  );
  const sentence = fc
    .tuple(fc.array(word, { maxLength: 8 }), fc.constantFrom(".", "!", "?"))
    .map(([words, stop]) => `A${words.map((each) => ` ${each}`).join("")}${stop}`);
  const prose = fc
    .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((paragraphs) => paragraphs.map((sentences) => sentences.join(" ")).join("\n\n"));
  fc.assert(
    fc.property(prose, (text) => {
      expect(toSpeech(text)).toBe(text);
    }),
  );
});
