import type { Attack } from "./attack.ts";
import { bomb, commands, hostile } from "./hostile-text.ts";

const avatar = { type: "avatar", avatar_id: "look_1" };
const title = "Hello";

/** A script's file with this front matter. */
const fronted = (yaml: string) => ({
  files: { "a.md": `---\n${yaml}\n---\nHello.` },
  inputs: { script_file: "a.md" },
});

/** Front matter by an untrusted user. */
export const frontMatterAttacks: readonly Attack[] = [
  {
    what: "all hostile text in front matter",
    ...fronted(
      `title: ${JSON.stringify(hostile)}\navatar_id: look_1\nvariables: {a: ${JSON.stringify(hostile)}}`,
    ),
    expected: { sends: { ...avatar, title: /octocat/, script: "Hello." } },
  },
  ...(
    [
      ["a name of every object", "__proto__: {avatar_id: evil}", /a\.md:2: "__proto__" is not a setting/],
      [
        "a function of every object",
        "title: x\nconstructor: {prototype: {avatar_id: evil}}",
        /a\.md:3: "constructor" is/,
      ],
      ["another host", "api_base_url: https://evil.example", /a\.md:2: "api_base_url" is not a setting/],
      ["a key", "api_key: evil\ngithub_token: evil", /a\.md:2: "api_key" is not a setting/],
      ["trust", "allow_untrusted: true", /a\.md:2: "allow_untrusted" is not a setting/],
      ["another file", "script_file: /etc/passwd", /a\.md:2: "script_file" is not a setting/],
      ["hostile names", `? ${JSON.stringify(hostile)}\n: x`, /a\.md:2: ": :set-output name/],
      [
        "hostile words",
        `orientation: ${JSON.stringify(hostile)}`,
        /a\.md:2: `orientation` is ": :set-output/,
      ],
      ["hostile YAML", commands, /^a\.md:\d+: /],
      ["a bomb", `provider_options:\n${bomb.replace(/^/gm, "  ")}`, /a\.md:\d+: /],
      ["a hundred thousand brackets", `title: ${"[".repeat(100_000)}`, /a\.md:2: invalid YAML/],
      ["a hundred thousand dashes", `files:\n${"- ".repeat(100_000)}a`, /a\.md:3: invalid YAML/],
      ["a file elsewhere", "title: x\nfiles: [../../etc/passwd]", /`files` is "\.\.\/\.\.\/etc\/passwd"/],
      [
        "a file by its URL",
        "title: x\nfiles: ['file:///etc/passwd']",
        /`files` is "file:[^"]*": a URL must be/,
      ],
      [
        "an option that changes every object",
        "avatar_id: look_1\nprovider_options: {constructor: {prototype: {a: b}}}",
        /"constructor"/,
      ],
      [
        "a function",
        "avatar_id: !!js/function 'function () { process.exit(0) }'\norientation: 1",
        /a\.md:3: /,
      ],
    ] as const
  ).map(
    ([what, yaml, says]): Attack => ({
      what: `front matter with ${what}`,
      ...fronted(yaml),
      expected: { says },
    }),
  ),
  {
    what: "options in front matter that would pollute the prototype of every object",
    ...fronted('avatar_id: look_1\nprovider_options: {"__proto__": {avatar_id: evil, type: image}}'),
    expected: { sends: { ...avatar, title, script: "Hello." } },
  },
];
