import { createHash } from "node:crypto";
import type { Material } from "./materials.ts";
import type { SourceKind } from "./source.ts";

/** The request for a video. Everything in it changes the video. */
export interface VideoRequest {
  readonly provider: string;
  /** A `prompt` describes the video, a `script` is spoken word by word. */
  readonly kind: SourceKind;
  /** The prompt or the script; empty for other sources. */
  readonly text: string;
  /**
   * The part of the text that the user wrote, if placeholders add text of the event: "…" stands for theirs.
   */
  readonly userText?: string;
  /** The length of the video of a prompt that the user set; the text contains it too. */
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
  /** The session whose video is revised. */
  readonly revises?: string | undefined;
  /** The user's `provider_options`, which the provider's own schema validates. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Returns the items of a list setting, which has one per line. */
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
