import { createHash } from "node:crypto";
import type { Settings } from "../inputs/schema/settings.ts";

/** Identifies the workflow step that renders a video. */
export interface StepIdentity {
  readonly workflow: string;
  readonly job: string;
  /** Distinguishes two steps of one workflow job; the same in every attempt. */
  readonly step: string;
}

// The order is part of the digest, which comments and release notes keep: append, but don't reorder.
const identifyingSettings = [
  "title",
  "avatar_id",
  "voice_id",
  "style_id",
  "orientation",
  "aspect_ratio",
  "resolution",
  "variables",
  "template_options",
  "provider_options",
  "files",
  "messages",
  "audio",
  "template_id",
  "composition",
  "video_id",
  "provider",
  "release_tag",
] as const satisfies readonly (keyof Settings)[];

const implicitDefaults: Partial<Record<keyof Settings, string>> = { provider: "heygen", release_tag: "auto" };

/**
 * Returns the key by which later runs find a video's comment and its block in release notes: the step, the
 * name of the video, and a digest of the settings that distinguish it from the step's other videos. It
 * contains no character that can end an HTML comment.
 */
export function videoKey({ workflow, job, step }: StepIdentity, settings: Settings): string {
  const { title, prompt_file, script_file, template } = settings;
  const name = title ?? prompt_file ?? script_file ?? template ?? "";
  const parts = [workflow, job, step, name].map(encodeKeyPart);
  return [...parts, digest(identifyingEntries(settings))].filter(Boolean).join("/");
}

/**
 * Returns 12 hexadecimal digits that identify the settings about a video and its source; empty if there are
 * none.
 */
export function settingsDigest(settings: Settings): string {
  const sources = (["prompt_file", "script_file", "template"] as const).map(
    (name) => [name, settings[name]] as const,
  );
  return digest([...identifyingEntries(settings), ...sources]);
}

type Entry = readonly [name: string, value: unknown];

function identifyingEntries(settings: Settings): Entry[] {
  // If there is a title, it alone identifies the video: the text may change with every push.
  const text = settings.title === undefined ? (["prompt", "script"] as const) : [];
  return [...text, ...identifyingSettings].flatMap((name) => {
    const value = settings[name];
    return value === implicitDefaults[name] ? [] : [[name, value] as const];
  });
}

function digest(entries: readonly Entry[]): string {
  const given = entries.filter(([, value]) => !isEmptyValue(value));
  if (given.length === 0) return "";
  return createHash("sha256").update(JSON.stringify(given)).digest("hex").slice(0, 12);
}

const isEmptyValue = (value: unknown) =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

// A readable part for people who read the comment's source. Videos are told apart by the digest.
function encodeKeyPart(text: string): string {
  const encoded = encodeURIComponent(text.slice(0, 60).toWellFormed());
  return encoded.replace(/[-!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
