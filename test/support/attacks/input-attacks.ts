import type { Attack } from "./attack.ts";
import { bomb, expression, hostile } from "./hostile-text.ts";

const avatar = { type: "avatar", avatar_id: "look_1" };
const title = "showreel-test main";
const hello = { script: "Hello.", avatar_id: "look_1" };
const typed = hostile.replaceAll("\0", "");
const braces = `{{ variables.b }} {{ b }} {{ a }} ${expression} {{ release.notes }}`;

/** Inputs that a workflow fills with untrusted text. */
export const inputAttacks: readonly Attack[] = [
  {
    what: "property names of every object as variables",
    inputs: {
      ...hello,
      script: "{{ constructor }} {{ toString }} {{ hasOwnProperty }}",
      variables: "constructor: a\ntoString: b\nhasOwnProperty: c\n__proto__: {toString: d}",
    },
    expected: { sends: { ...avatar, title, script: "a b c" } },
  },
  {
    what: "method names of every object as placeholders",
    inputs: { ...hello, script: "Hello {{ constructor }}." },
    expected: { says: /^`script` uses the unknown placeholder \{\{ constructor \}\}/ },
  },
  {
    what: "all hostile text in a variable",
    inputs: { ...hello, script: "{{ a }}", variables: JSON.stringify({ a: hostile, b: "hush" }) },
    expected: { sends: { ...avatar, title, script: /octocat/ }, never: /hush/ },
  },
  {
    what: "placeholders in variables",
    inputs: { ...hello, script: "{{ a }}", variables: `a: "${braces}"\nb: hush` },
    expected: { sends: { ...avatar, title, script: braces }, never: /hush/ },
  },
  {
    what: "placeholders that are composed of variables",
    inputs: { ...hello, script: "{{{ a }} b }} { { b }}", variables: "a: '{'\nb: hush" },
    expected: { sends: { ...avatar, title, script: "{{ b }} { { b }}" }, never: /hush/ },
  },
  ...(["variables", "provider_options", "template_options"] as const).flatMap((name): Attack[] => [
    {
      what: `a YAML bomb in ${name}`,
      inputs: { ...hello, [name]: bomb },
      expected: { says: new RegExp(`\`${name}\``) },
    },
    {
      what: `deeply nested brackets in ${name}`,
      inputs: { ...hello, [name]: "[".repeat(100_000) },
      expected: { says: new RegExp(`\`${name}\``) },
    },
    {
      what: `all hostile text in ${name}`,
      inputs: { ...hello, [name]: typed },
      expected: { says: new RegExp(`\`${name}\``) },
    },
  ]),
  {
    what: "all hostile text in a placeholder's name",
    inputs: { ...hello, script: `{{ ${typed.replace(/[\n{}]/g, "")} }}` },
    expected: { says: /^`script` uses the unknown placeholder \{\{ : ?:set-output/ },
  },
  {
    what: "a placeholder with a name of a hundred thousand characters",
    inputs: { ...hello, script: `{{ ${"release.".repeat(12_500)} }}` },
    expected: { says: /^`script` uses the unknown placeholder \{\{ release\./ },
  },
];
