import type { Attack } from "./attack.ts";
import { hostile } from "./hostile-text.ts";

const avatar = { type: "avatar", avatar_id: "look_1" };
const hello = { script: "Hello.", avatar_id: "look_1" };
const spoken = { script: "{{ release.notes }}", avatar_id: "look_1" };
const byDefault = { ...avatar, script: "Hello.", title: "Hello" };
const released = (body: string, name = "Two") => ({
  name: "release",
  payload: { action: "published", release: { tag_name: "v2", name, body } },
});
const text = (content: string | (() => string)) => ({
  name: "release",
  text: typeof content === "string" ? () => content : content,
});
const polluted = {
  isAdmin: true,
  title: "evil",
  name: "evil",
  avatar_id: "evil",
  api_base_url: "http://evil.example",
};

/** Payloads that GitHub never sends. */
export const payloadAttacks: readonly Attack[] = [
  {
    what: "a payload that is not JSON",
    event: text(`{"release": ${hostile}`),
    inputs: hello,
    expected: { sends: byDefault, annotations: ["warning"] },
  },
  {
    what: "a payload that is not JSON, in a run that needs it",
    event: text("\0\u001b"),
    inputs: spoken,
    expected: {
      says: /^\{\{ release\.notes \}\} in `script` is not available for the `release` event/,
      annotations: ["warning", "error"],
    },
  },
  {
    what: "a payload whose fields have wrong types",
    event: text(
      '{"action":{},"ref":[],"commits":{"length":9},"repository":7,"release":[],"pull_request":"x","issue":true}',
    ),
    inputs: hello,
    expected: { sends: byDefault },
  },
  {
    what: "a payload whose nested fields have wrong types",
    event: text('{"release":{"tag_name":{"toString":1},"name":["a"],"body":7},"commits":[7]}'),
    inputs: { ...hello, title: "{{ event }}" },
    expected: { sends: { ...avatar, script: "Hello.", title: "release" } },
  },
  {
    what: "a payload of 50 MB",
    event: text(() =>
      JSON.stringify({ release: { tag_name: "v2", name: "Two", body: "Word. ".repeat(8_700_000) } }),
    ),
    inputs: spoken,
    expected: { sends: { ...avatar, title: "Two", script: /^(Word\. )+Word\.$/ }, annotations: ["warning"] },
  },
  {
    what: "a payload of a million open brackets",
    event: text(() => "[".repeat(1_000_000) + "]".repeat(1_000_000)),
    inputs: hello,
    expected: { sends: byDefault },
  },
  {
    what: "a payload that would pollute the prototype of every object",
    event: text(
      JSON.stringify({
        constructor: { prototype: polluted },
        release: { tag_name: "v2", constructor: polluted },
      }).replace("{", `{"__proto__":${JSON.stringify(polluted)},`),
    ),
    inputs: hello,
    expected: { sends: { ...avatar, script: "Hello.", title: "v2" } },
  },
  {
    what: "unpaired surrogates in notes and name",
    event: text('{"release":{"tag_name":"v2","name":"Two \\ud800","body":"\\udc00 New.\\ud800"}}'),
    inputs: { ...spoken, title: "{{ release.name }}" },
    expected: { sends: { ...avatar, title: /^Two ?\ufffd?$/, script: /^\ufffd?\s*New\.\ufffd?$/ } },
  },
  {
    what: "null bytes in notes and name",
    event: text('{"release":{"tag_name":"v2","name":"Two\\u0000","body":"New\\u0000."}}'),
    inputs: { ...spoken, title: "{{ release.name }}" },
    expected: { sends: { ...avatar, title: "Two", script: "New." } },
  },
  {
    what: "a title of a million characters",
    event: released("New.", "<b>@octocat ".repeat(83_334)),
    inputs: { ...spoken, title: "{{ release.name }}" },
    expected: { sends: { ...avatar, title: /^.{1,200}$/, script: "New." } },
  },
  ...(
    [
      ["quotes", "> ".repeat(100_000)],
      ["lists", "- ".repeat(100_000)],
      ["lists over lines", Array.from({ length: 600 }, (_, level) => `${"  ".repeat(level)}- a`).join("\n")],
      ["brackets", "[".repeat(100_000)],
      ["pictures in links", "[![".repeat(60_000)],
      ["stars", "*a **b _c ".repeat(20_000), "warning"],
      ["HTML", "<div><details><table>".repeat(10_000)],
      ["comments", "<!-- ".repeat(40_000)],
      ["ticks", "`a``b".repeat(40_000)],
      ["addresses", "http://a@a.".repeat(18_000)],
    ] as const
  ).map(
    ([of, body, ...annotations]): Attack => ({
      what: `notes of a hundred thousand ${of}, which become a script`,
      event: released(`${body}\n\nNew.`),
      inputs: { ...spoken, script: "Hello. {{ release.notes }}" },
      expected: { sends: { ...avatar, title: "Two", script: /^Hello\./ }, annotations },
    }),
  ),
];
