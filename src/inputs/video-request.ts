import { createHash } from "node:crypto";
import type { Material } from "./materials.ts";
import type { SourceKind } from "./source.ts";

/** What a provider should render. Every field changes the video. */
export interface VideoRequest {
  readonly provider: string;
  /** A `prompt` describes the video, a `script` is spoken word by word. */
  readonly kind: SourceKind;
  /** The prompt or the script; empty for other sources. */
  readonly text: string;
  /**
   * The user's own part of the text, with "…" for each value of the event. Undefined if there are no such
   * values.
   */
  readonly userText?: string;
  /**
   * The words of the video with their headings, lists and code, in the format of `text/outline`. Only for a
   * provider that asks for it (`usesOutline`).
   */
  readonly outline?: string;
  /** Whether the words of the outline describe the video instead of being spoken in it. Set with the outline. */
  readonly isBrief?: boolean;
  /** What the video is about. Set with the outline. */
  readonly subject?: VideoSubject;
  /** The length that the user set for a video from a prompt. The text contains it too. */
  readonly lengthSeconds?: number;
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
  /** Replies to an agent's questions. */
  readonly messages?: readonly string[];
  /** The session of the video to revise. */
  readonly revises?: string | undefined;
  /** The user's `provider_options`, which the provider's own schema validates. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a video is about, as far as the event that started the run says so. */
export interface VideoSubject {
  /** For example `showreel/showreel`. */
  readonly repository?: string | undefined;
  /** For example `v2.4.0`. */
  readonly version?: string | undefined;
  /** An https link, for example of the release. */
  readonly link?: string | undefined;
}

/** Splits a setting with one item per line. Trims the lines and drops empty ones. */
export function nonEmptyLines(text = ""): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/**
 * Returns the fingerprint of a logical video: 64 hexadecimal digits over the request, the account that pays,
 * and the scope in which it is the same video (for example the repository and the workflow run). The order of
 * keys does not matter. The account is identified by its API key, which can't be recovered from a
 * fingerprint.
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
