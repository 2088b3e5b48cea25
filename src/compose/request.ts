import { createHash } from "node:crypto";
import { ShowreelError } from "../base/errors.ts";
import type { Settings } from "./settings.ts";

/** What a provider is asked to render. Everything in it changes the video. */
export interface VideoRequest {
  readonly provider: string;
  /** A `prompt` describes the video, a `script` is spoken word by word. */
  readonly kind: "prompt" | "script";
  readonly text: string;
  readonly title: string;
  readonly avatarId: string | undefined;
  readonly voiceId: string | undefined;
  readonly styleId: string | undefined;
  readonly orientation: "landscape" | "portrait" | undefined;
  readonly aspectRatio: string | undefined;
  readonly resolution: string | undefined;
  readonly captions: boolean;
  /** The user's `provider_options`; the provider's own schema decides what may be in there. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What the user wants: a new video, or one that already exists at the provider, by its id. */
export type Wanted = { readonly request: VideoRequest } | { readonly videoId: string };

const sources = ["prompt", "script", "video_id"] as const;

/** Exactly one setting says what to make. Fails with `invalid_input` that names the ones given and the ones possible. */
export function toWanted(settings: Settings, titleFromEvent: string): Wanted {
  const given = sources.filter((name) => settings[name] !== undefined);
  if (given.length !== 1) throw notExactlyOne(given);
  if (settings.video_id !== undefined) return { videoId: checkedId(settings.video_id) };
  return { request: toRequest(settings, titleFromEvent) };
}

function toRequest(settings: Settings, titleFromEvent: string): VideoRequest {
  return {
    provider: settings.provider,
    kind: settings.prompt === undefined ? "script" : "prompt",
    text: settings.prompt ?? settings.script ?? "",
    title: settings.title ?? titleFromEvent,
    avatarId: settings.avatar_id,
    voiceId: settings.voice_id,
    styleId: settings.style_id,
    orientation: settings.orientation,
    aspectRatio: settings.aspect_ratio,
    resolution: settings.resolution,
    captions: settings.captions,
    options: settings.provider_options,
  };
}

function notExactlyOne(given: readonly string[]): ShowreelError {
  const possible = sources.map((name) => `\`${name}\``).join(", ");
  const named = given.map((name) => `\`${name}\``).join(" and ");
  const found = given.length === 0 ? "Nothing says what to make" : `${named} are given together`;
  return new ShowreelError("invalid_input", `${found}: exactly one of ${possible} is needed.`, {
    hint:
      given.length === 0
        ? "Give `prompt` to describe the video, or `script` with the words."
        : "Keep one of them.",
  });
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
