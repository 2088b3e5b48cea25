import { createHash } from "node:crypto";
import type { Settings } from "../inputs/schema/settings.ts";

/** The step of a workflow that makes a video. */
export interface StepIdentity {
  readonly workflow: string;
  readonly job: string;
  /** Tells two steps of a workflow job apart; the same in all attempts. */
  readonly step: string;
}

/**
 * What one video is found again by in a comment or in release notes, from push to push: the step, the video's name, and a mark
 * of all else that makes it another video. Only characters that can end no comment of HTML.
 */
export function videoKey({ workflow, job, step }: StepIdentity, settings: Settings): string {
  const { title, prompt_file, script_file, template } = settings;
  const name = title ?? prompt_file ?? script_file ?? template ?? "";
  return [...[workflow, job, step, name].map(encodeKeyPart), digestSettings(identifyingSettings(settings))]
    .filter(Boolean)
    .join("/");
}

/** Twelve hexadecimal digits of what was typed about a video and its source; empty where nothing was. */
export function settingsDigest(settings: Settings): string {
  const { prompt_file, script_file, template } = settings;
  return digestSettings({ ...identifyingSettings(settings), prompt_file, script_file, template });
}

function digestSettings(wishes: Readonly<Record<string, unknown>>): string {
  const wish = Object.entries(wishes).filter(([, value]) => !isEmptyValue(value));
  if (wish.length === 0) return "";
  return createHash("sha256").update(JSON.stringify(wish)).digest("hex").slice(0, 12);
}

// Whoever gives a title says what the video is: then its words may change from push to push.
function identifyingSettings(settings: Settings): Readonly<Record<string, unknown>> {
  const { title, prompt, script, avatar_id, voice_id, style_id, orientation, aspect_ratio, resolution } =
    settings;
  const { variables, template_options, provider_options, files, messages, audio, template_id, composition } =
    settings;
  const { video_id, provider, release_tag } = settings;
  return {
    ...(title === undefined && { prompt, script }),
    ...{
      title,
      avatar_id,
      voice_id,
      style_id,
      orientation,
      aspect_ratio,
      resolution,
      variables,
      template_options,
    },
    ...{ provider_options, files, messages, audio, template_id, composition, video_id },
    provider: provider === "heygen" ? undefined : provider,
    release_tag: release_tag === "auto" ? undefined : release_tag,
  };
}

const isEmptyValue = (value: unknown) =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

// For people who read the source of a comment; what tells videos apart is the mark.
function encodeKeyPart(text: string): string {
  const safe = encodeURIComponent(text.slice(0, 60).toWellFormed());
  return safe.replace(/[-!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
