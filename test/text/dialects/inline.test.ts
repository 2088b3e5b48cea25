import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ["## Requestbody { #request-body }\n\nText.", "Requestbody.\n\nText."],
  ["# `Boat` class {: .class #boat data-toc-label='Boat' }\n\nText.", "Boat class.\n\nText."],
  [
    '# Sails {#sails}\n\nA [link](a.md){:target="_blank"} and an ![image](a.png){ width="300" align=left }.\n{ .annotate }',
    "Sails.\n\nA link.",
  ],
  ["{* ../../docs_src/body/tutorial001.py hl[2] *}\n\nText.", "Text."],
  ["{!docs/a.md!}\n\n{!> docs/b.md!}\n\nText.", "Text."],
  ['Press ++ctrl+alt+del++ or ++"Enter"++.', "Press Control Alt Delete or Enter."],
  ["C++ and D++ are languages; ++i and i++ are code.", "C++ and D++ are languages; ++i and i++ are code."],
  [
    ":octicons-mark-github-16: GitHub :material-sail-boat:{ .lg } text :fontawesome-brands-a:",
    "GitHub text.",
  ],
  [
    "H~2~O and CO~2~, x^2^ and y^3^, 10^-6^, the 1^st^.",
    "H2O and CO2, x squared and y cubed, 10 to the power of -6, the 1st.",
  ],
  ["~old~ ~~gone~~ new", "new."],
  ["It is ==important== and ^^new^^, if a == b.", "It is important and new, if a equals b."],
  ["A {++new++} {--old--} {~~bad~>good~~} {==marked==}{>>by me<<} boat.", "A new good marked boat."],
  ["A note[^1] and one^[inline, too].\n\n[^1]: Not spoken.", "A note and one."],
  [
    "See the [[Harbor]] and the [[Pier 3#north|north pier]]. ![[map.png]]",
    "See the Harbor and the north pier.",
  ],
  ["Pass [`Boat`][harbor.Boat] or [a crew][harbor.crew].", "Pass Boat or a crew."],
  ["Use {ref}`the guide <guide>` and {py:func}`~harbor.dock`.", "Use the guide and dock."],
  [
    "The sum $a^2 + b_i$ of $n$ boats costs $5 and $6.\n\n$$\nx = \\frac{1}{2}\n$$\n\nEnd.",
    "The sum of n boats costs $5 and $6.\n\nEnd.",
  ],
  ["[!INCLUDE [a](../b.md)]\n\n[!code-csharp[](a.cs)]\n\nText.", "Text."],
  ["Get /boats/{boat_id} and {props.name}.", "Get /boats/boat_id and props.name."],
])("marks of generators are not spoken, their text is: %j", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test("nothing of it changes code", () => {
  expect(toSpeech("Use `a++b++c` or `os._exit`, `x==y==z` stays out of it.\n\n```\n{++x++}\n```")).toBe(
    "Use a++b++c or os._exit, stays out of it.",
  );
});
