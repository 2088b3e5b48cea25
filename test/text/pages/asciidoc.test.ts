import { expect, test } from "vitest";
import { asciiDocToMarkdown } from "../../../src/text/pages/asciidoc.ts";
import { toSpeech } from "../../../src/text/speech/index.ts";

const speak = (text: string) => toSpeech(asciiDocToMarkdown(text));

test("headings, and the header of a page", () => {
  const page =
    "= Boats\nAda Example <ada@a.example>\nv1.0, 2026-01-02\n:toc:\n:boat: Ada\n\n== The {boat}\n\nText.";
  expect(speak(page)).toBe("Boats.\n\nThe Ada.\n\nText.");
});

test.each([
  ["NOTE: Mind the boom.", "Note: Mind the boom."],
  ["[WARNING]\n====\nDeep.\n\nVery deep.\n====\n\nEnd.", "Warning: Deep.\n\nVery deep.\n\nEnd."],
  ["[TIP]\nCoil it.", "Tip: Coil it."],
  [".A list\n* one\n** two\n\n. three\n.. four", "A list.\n\none. two.\n\nthree. four."],
  [".Code\n[source,java]\n----\nint a; // <1>\n----\n<1> A number.\n\nText.", "A number.\n\nText."],
  ["Bow:: The front.\nStern::\nThe back.", "Bow: The front.\n\nStern: The back."],
  ["|===\n|a |b\n|===\n\n....\nliteral\n....\n\n////\nhidden\n////\n\nText.", "Text."],
  ["include::a.adoc[]\n\nimage::a.png[A boat]\n\n// comment\nifdef::x[]\nText.\nendif::[]", "Text."],
  ["* one\n+\n--\nmore\n--\n* two", "one.\n\nmore.\n\ntwo."],
])("blocks: %j", (page, spoken) => {
  expect(speak(page)).toBe(spoken);
});

test.each([
  [
    "See <<guide,the guide>>, <<first-steps>>, xref:a/b.adoc#c[that] and link:a.html[this].",
    "See the guide, first steps, that and this.",
  ],
  [
    "https://a.example[The site^] and {url-docs}/x.html[the docs,window=_blank], see {url-docs}/y.html.",
    "The site and the docs.",
  ],
  [
    "Use javadoc:org.a.Boat[], `os._exit` and `+a_b+` with kbd:[Ctrl+C] in menu:File[Save].",
    "Use Boat, os._exit and a_b with Ctrl C in File, Save.",
  ],
  [
    "*Bold*, _emphasis_, [.role]#marked#, (((hidden)))((shown)) and footnote:[Not spoken.]text.",
    "Bold, emphasis, marked, shown and text.",
  ],
  [
    "xref:a.adoc[`Boat` and javadoc:org.a.Pier[format=annotation] classes] stay.",
    "Boat and Pier classes stay.",
  ],
  ["Version {{ tag }} is out.", "Version {{ tag }} is out."],
])("macros: %j", (page, spoken) => {
  expect(speak(page)).toBe(spoken);
});
