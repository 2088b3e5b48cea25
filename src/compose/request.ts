import { createHash } from "node:crypto";
import { ShowreelError } from "../base/errors.ts";
import { type Material, readMaterial } from "./files.ts";
import type { Settings } from "./settings.ts";

/** What says what to make, as the setting that holds it; `options` when `provider_options` says it all. */
export type SourceKind = "prompt" | "script" | "audio" | "template_id" | "composition" | "options";

/** What a provider is asked to render. Everything in it changes the video. */
export interface VideoRequest {
  readonly provider: string;
  /** A `prompt` describes the video, a `script` is spoken word by word. */
  readonly kind: SourceKind;
  /** The prompt or the script; empty for other sources. */
  readonly text: string;
  readonly title: string;
  readonly avatarId: string | undefined;
  readonly voiceId: string | undefined;
  readonly styleId: string | undefined;
  readonly orientation: "landscape" | "portrait" | undefined;
  readonly aspectRatio: string | undefined;
  readonly resolution: string | undefined;
  readonly captions: boolean;
  readonly templateId?: string | undefined;
  readonly audio?: Material | undefined;
  readonly composition?: Material | undefined;
  /** Reference material. */
  readonly files?: readonly Material[];
  /** Answers for an agent that asks. */
  readonly messages?: readonly string[];
  /** The session whose video is to be changed. */
  readonly revises?: string | undefined;
  /** The user's `provider_options`; the provider's own schema decides what may be in there. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What the user wants: a new video, or one that already exists at the provider, by its id. */
export type Wanted = { readonly request: VideoRequest } | { readonly videoId: string };

/** What a provider can make a video of. */
export interface Sources {
  readonly kinds: readonly SourceKind[];
  /** Options that say what to make without any other source. */
  readonly options?: readonly string[];
  /** A prompt beside a `video_id` changes that video. */
  readonly revises?: boolean;
}

const sources = ["prompt", "script", "audio", "template_id", "composition", "video_id"] as const;

/** Exactly one setting says what to make. Fails with `invalid_input` that names the ones given and the ones possible. */
export async function toWanted(
  settings: Settings,
  titleFromEvent: string,
  workspace: string,
  possible: Sources,
): Promise<Wanted> {
  const given = sources.filter((name) => settings[name] !== undefined);
  const isRevision = possible.revises && given.join() === "prompt,video_id";
  const fromOptions =
    given.length === 0 && possible.options?.some((name) => name in settings.provider_options);
  if (given.length !== 1 && !isRevision && !fromOptions) throw notExactlyOne(given, possible);
  if (settings.video_id !== undefined && !isRevision) return { videoId: checkedId(settings.video_id) };
  const kind = fromOptions ? "options" : (given[0] as SourceKind);
  if (!possible.kinds.includes(kind)) throw notPossible(settings.provider, kind, possible);
  return { request: await toRequest(settings, titleFromEvent, workspace, kind) };
}

async function toRequest(
  settings: Settings,
  titleFromEvent: string,
  workspace: string,
  kind: SourceKind,
): Promise<VideoRequest> {
  const read = (setting: "audio" | "composition") => {
    const typed = settings[setting];
    return typed === undefined ? undefined : readMaterial(workspace, setting, typed);
  };
  return {
    provider: settings.provider,
    kind,
    text: settings.prompt ?? settings.script ?? "",
    title: settings.title ?? titleFromEvent,
    avatarId: settings.avatar_id,
    voiceId: settings.voice_id,
    styleId: settings.style_id,
    orientation: settings.orientation,
    aspectRatio: settings.aspect_ratio,
    resolution: settings.resolution,
    captions: settings.captions,
    templateId: settings.template_id,
    audio: await read("audio"),
    composition: await read("composition"),
    files: await Promise.all(linesOf(settings.files).map((line) => readMaterial(workspace, "files", line))),
    messages: linesOf(settings.messages),
    revises: settings.video_id && checkedId(settings.video_id),
    options: settings.provider_options,
  };
}

/** A setting with one thing a line. */
export function linesOf(text = ""): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function notExactlyOne(given: readonly string[], possible: Sources): ShowreelError {
  const names = listOf([...possible.kinds.filter((kind) => kind !== "options"), "video_id"]);
  const named = given.map((name) => `\`${name}\``).join(" and ");
  const found = given.length === 0 ? "Nothing says what to make" : `${named} are given together`;
  return new ShowreelError("invalid_input", `${found}: exactly one of ${names} is needed.`, {
    hint:
      given.length === 0
        ? "Give `prompt` to describe the video, or `script` with the words."
        : "Keep one of them.",
  });
}

function notPossible(provider: string, kind: SourceKind, possible: Sources): ShowreelError {
  const names = listOf(possible.kinds.filter((name) => name !== "options"));
  return new ShowreelError("invalid_input", `\`${kind}\` means nothing to ${provider}: it takes ${names}.`, {
    hint: "Choose one of them, or another `provider`. Nothing was submitted.",
  });
}

function listOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

// Ids go into URLs and file names.
function checkedId(id: string): string {
  if (/^[A-Za-z0-9][\w.~-]{0,127}$/.test(id)) return id;
  throw new ShowreelError("invalid_input", "`video_id` must be 1 to 128 letters, digits and _ . ~ -", {
    hint: "Copy it from the `video_id` or `session_id` output of the run that submitted the video.",
  });
}

/**
 * One fingerprint for one logical video: 64 hexadecimal digits over what is sent to the provider, the account that pays, and the
 * scope in which it is the same video (for example the repository and the workflow run). Independent of the order of
 * keys. The account is known by its key; nobody can get from a fingerprint back to it.
 */
export function fingerprint(request: object, account: string, scope: readonly string[]): string {
  return createHash("sha256").update(canonicalJson({ request, account, scope })).digest("hex");
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
