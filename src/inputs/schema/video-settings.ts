import { z } from "zod";
import {
  choiceSetting,
  decimal,
  defineSetting,
  flagSetting,
  listSetting,
  mapSetting,
  numberSetting,
  settingGroup,
  textMapSetting,
  textSetting,
} from "./define-setting.ts";

/** The ready-made prompts; their texts are in `text/templates/`. */
export const templateNames = ["release", "pull_request", "docs"] as const;

export type TemplateName = (typeof templateNames)[number];

export const apiBaseUrlSetting = defineSetting(z.url({ protocol: /^https?$/ }).optional(), {
  kind: "text",
  description:
    "The URL of a gateway or test server that implements the provider's API. By default the provider's own.",
  allowed: "an http or https URL",
});

/**
 * Returns the settings for the source of the video. The caller passes the provider names, because `inputs`
 * must not import `providers`.
 */
export const sourceSettings = (providers: readonly string[]) =>
  settingGroup("source", {
    provider: choiceSetting(
      z.enum(providers).prefault("heygen"),
      `The provider that renders the video: ${providers.map((name) => `\`${name}\``).join(", ")}.`,
    ),
    prompt: textSetting("A description of the video. The provider writes the script and stages it."),
    prompt_file: textSetting(
      "A file in the workspace that contains the prompt. Its YAML front matter can contain settings of the video.",
    ),
    script: textSetting("The text to speak, word for word."),
    script_file: textSetting(
      "A file in the workspace that contains the script, like `prompt_file`. Markdown, reStructuredText, AsciiDoc and Jupyter notebooks are converted to plain speech.",
    ),
    template: choiceSetting(
      z.enum(templateNames).optional(),
      "A ready-made prompt about the event: `release`, `pull_request` or `docs`. If no source is set, `release` is the " +
        "default on a published release or a pushed tag.",
    ),
    template_options: mapSetting(
      "Options for `template`, as a YAML map: `length` in seconds (45), `audience`, `language`.",
    ),
    pages: listSetting(
      "What counts as a page for `template: docs` and `{{ changed_pages }}`: one glob per line, `!` excludes. By default " +
        "documentation: no licenses, changelogs and requirements, and nothing in dot folders, `node_modules`, `vendor` or tests.",
    ),
    variables: textMapSetting(
      "Values for your own `{{ name }}` placeholders in prompt, script and title, as a YAML map.",
    ),
    audio: textSetting(
      "An audio recording to lip-sync, instead of a script: a path, an https URL or `asset:ID`.",
    ),
    template_id: textSetting(
      "The id of a template stored at HeyGen. Fill it with `provider_options: {variables: …}`.",
    ),
    composition: textSetting(
      "A HyperFrames project: a folder with an `index.html`, the https URL of a zip, or `asset:ID`.",
    ),
    video_id: textSetting(
      "The id of an existing video or HeyGen session to resume, instead of submitting a new one. Together with `prompt`, " +
        "the video of a chat session is revised.",
    ),
    files: listSetting("Reference material for `prompt`, one per line: a path, an https URL or `asset:ID`."),
    messages: listSetting("Replies for HeyGen's agent when it asks a question, one per line, in order."),
    api_base_url: apiBaseUrlSetting,
  });

/** The settings for how the video looks. */
export const lookSettings = settingGroup("look", {
  length: numberSetting(decimal(z.int().min(10).max(1_800)).optional(), {
    description:
      "The length of the video of a `prompt` or `template`, in seconds. It is added to the prompt, and used to estimate the cost.",
    allowed: "a whole number of seconds from 10 to 1800",
  }),
  title: textSetting(
    "The title of the video at the provider, also used for the file name. By default it comes from the event.",
  ),
  avatar_id: textSetting("The id of the avatar look that speaks. HeyGen requires it with `script`."),
  voice_id: textSetting("The id of the voice. By default the avatar's own voice, or the agent's choice."),
  style_id: textSetting("The id of a visual style for `prompt`."),
  orientation: choiceSetting(
    z.enum(["landscape", "portrait"]).optional(),
    "`landscape` or `portrait`. By default the provider chooses.",
  ),
  aspect_ratio: textSetting("For example `16:9`, `9:16` or `1:1`. By default the provider's own."),
  resolution: textSetting("For example `1080p` or `720p`, with `script`. By default the provider's own."),
  captions: flagSetting("Request captions. The subtitle file is downloaded next to the video.", {
    default: false,
  }),
  provider_options: mapSetting(
    "Any other option that the provider supports, as a YAML or JSON map. Unknown options are rejected.",
  ),
});

/** The settings that a file's front matter may contain: those of the video, except for the source. */
export const frontMatterSettingNames = [
  "provider",
  "title",
  "avatar_id",
  "voice_id",
  "style_id",
  "orientation",
  "aspect_ratio",
  "resolution",
  "captions",
  "files",
  "messages",
  "variables",
  "length",
  "provider_options",
];
