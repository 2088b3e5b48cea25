import type { Attack } from "./attack.ts";
import { commands, expression, hidden, hostile, hostileLine, markup } from "./hostile-text.ts";

const release = (fields: object) => ({
  name: "release",
  payload: { action: "published", release: { tag_name: "v2", name: "Two", body: "New.", ...fields } },
});
const own = { repo: { full_name: "octo/showreel-test" } };
const pull = (fields: object) => ({
  name: "pull_request",
  payload: {
    action: "opened",
    pull_request: { number: 7, title: "Add", body: "A knob.", head: own, ...fields },
  },
});
const prompt = (text: string) => ({ prompt: text });
const script = (text: string) => ({ script: text, avatar_id: "look_1" });
const notes = prompt("{{ release.notes }}");
const spoken = script("{{ release.notes }}");
const avatar = { type: "avatar", avatar_id: "look_1" };

const braces = `{{ variables.secret }} {{ secret }} {{ tag }} {{ {{ tag }} }} \\{{ tag }} ${expression} {{ release.notes }}`;

/** Front matter in an event's text that sets another avatar and the key. */
const smuggled = (evil: string) =>
  `---\navatar_id: evil\napi_base_url: ${evil}\nprovider_options: {mode: chat}\n---\nHello.`;

/** Untrusted text in the event's payload. `evil` is a server that must receive no request. */
export const eventAttacks = (evil: string): readonly Attack[] => [
  {
    what: "workflow commands in the notes of a release",
    event: release({ body: commands }),
    inputs: notes,
    expected: { sends: { prompt: commands } },
  },
  {
    what: "all hostile text in the notes of a release",
    event: release({ body: hostile }),
    inputs: notes,
    expected: { sends: { prompt: /^::set-output[\s\S]*photo|octocat/ }, never: hidden },
  },
  {
    what: "all hostile text in release notes that become a script",
    event: release({ body: hostile }),
    inputs: spoken,
    expected: { sends: { ...avatar, title: "Two", script: /\w/ }, never: hidden },
  },
  {
    what: "all hostile text in the name of a release, which is also the title",
    event: release({ name: hostile }),
    inputs: { ...script("News."), title: "New in {{ release.name }}" },
    expected: { sends: { ...avatar, script: "News.", title: /^New in ::set-output name/ }, never: hidden },
  },
  {
    what: "all hostile text in the tag of a release",
    event: release({ tag_name: hostile, name: "" }),
    inputs: prompt("{{ tag }} {{ release.name }}"),
    expected: { sends: { prompt: /set-output/ }, never: hidden },
  },
  {
    what: "front matter in notes that are the whole text of a prompt file",
    event: release({ body: smuggled(evil) }),
    files: { "a.md": "{{ release.notes }}" },
    inputs: { prompt_file: "a.md" },
    expected: { sends: { prompt: smuggled(evil) } },
  },
  {
    what: "front matter in notes below the script's own front matter",
    event: release({ body: smuggled(evil) }),
    files: { "a.md": "---\navatar_id: look_1\n---\n{{ release.notes }}" },
    inputs: { script_file: "a.md" },
    expected: { sends: { ...avatar, title: "Two", script: /Hello\.$/ } },
  },
  {
    what: "front matter in the body of a pull request",
    event: pull({ body: smuggled(evil) }),
    files: { "a.txt": "{{ pull_request.body }}" },
    inputs: { prompt_file: "a.txt" },
    expected: { sends: { prompt: smuggled(evil) } },
  },
  {
    what: "YAML in the title of a pull request, which front matter contains as a placeholder",
    event: pull({ title: `x"\napi_base_url: ${evil}\navatar_id: evil\n---\n` }),
    files: { "a.md": '---\ntitle: "{{ pull_request.title }}"\navatar_id: look_1\n---\nHello.' },
    inputs: { script_file: "a.md" },
    expected: {
      sends: { ...avatar, script: "Hello.", title: `x" api_base_url: ${evil} avatar_id: evil ---` },
    },
  },
  {
    what: "placeholders in notes",
    event: release({ body: braces }),
    inputs: { ...prompt("{{ release.notes }} {{ tag }}"), variables: "secret: hush" },
    expected: { sends: { prompt: `${braces} v2` }, never: /hush/ },
  },
  {
    what: "placeholders in notes that become a script, also after Markdown is parsed",
    event: release({ body: "{{ secret }} {&#123; secret }} {*{ secret }*} {{ kept-0 }} \\{{ secret }}" }),
    files: {
      "a.md":
        "---\navatar_id: look_1\nvariables: {secret: hush}\n---\n\\{{ a }} {{ release.notes }} {{ tag }}",
    },
    inputs: { script_file: "a.md" },
    expected: { sends: { ...avatar, title: "Two", script: /v2\.$/ }, never: /hush/ },
  },
  {
    what: "our own markers in notes, overlapping and never closed",
    event: release({
      body: `<!-- /showreel:a --><!-- showreel:a -->b<!-- showreel:a -->b<!-- /showreel:a -->c<!-- showreel:d -->${markup}`,
    }),
    inputs: notes,
    expected: { sends: { prompt: /^b\s+c<img/ } },
  },
  {
    what: "six thousand of our own markers in notes",
    event: release({ body: `${"<!-- showreel:a -->".repeat(6_000)}Hello.` }),
    inputs: notes,
    expected: { sends: { prompt: "Hello." } },
  },
  {
    what: "all hostile text in the title and the body of a pull request",
    event: pull({ title: hostileLine, body: hostile, html_url: "javascript:alert(1)" }),
    inputs: prompt("{{ pull_request.title }}{{ pull_request.body }}{{ pull_request.url }}"),
    expected: { sends: { prompt: /javascript:alert\(1\)$/ }, never: hidden },
  },
  {
    what: "all hostile text in the messages of pushed commits",
    event: {
      name: "push",
      payload: { commits: [{ message: hostile }, { message: `${hostileLine}\n${hostile}` }] },
    },
    inputs: prompt("{{ commits }}"),
    expected: {
      sends: { prompt: /^- : ?:set-output name=video_id::evil\n- : ?:set-output [^\n]*$/ },
      never: hidden,
    },
  },
  {
    what: "all hostile text in the names of branch, actor, commit and repository",
    event: { name: "push", payload: {} },
    env: Object.fromEntries(
      ["GITHUB_REF", "GITHUB_REF_NAME", "GITHUB_ACTOR", "GITHUB_SHA", "GITHUB_REPOSITORY"].map((name) => [
        name,
        hostile.replaceAll("\0", ""),
      ]),
    ),
    inputs: prompt("{{ ref }} {{ actor }} {{ sha }} {{ event }} {{ repository }}"),
    expected: { sends: { prompt: /octocat/ }, never: hidden },
  },
  ...[
    "octocat/../owner",
    "../owner",
    "owner?",
    "owner#",
    "owner/permission?x=",
    "%6fwner",
    "OWNER\u200b",
    "",
    "..",
  ].map(
    (actor): Attack => ({
      what: `a comment by an actor with the login ${JSON.stringify(actor)}`,
      event: {
        name: "issue_comment",
        payload: { issue: { number: 7, pull_request: {} }, comment: { body: hostile } },
      },
      env: { GITHUB_ACTOR: actor },
      github: { permissions: { owner: "admin" } },
      inputs: prompt("Hello."),
      expected: { says: /no write permission/, code: "unauthorized" },
    }),
  ),
];
