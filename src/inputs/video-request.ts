import { createHash } from "node:crypto";
import type { Material } from "./materials.ts";
import type { SourceKind } from "./source.ts";

/** What a provider is asked to render. Everything in it changes the video. */
export interface VideoRequest {
  readonly provider: string;
  /** A `prompt` describes the video, a `script` is spoken word by word. */
  readonly kind: SourceKind;
  /** The prompt or the script; empty for other sources. */
  readonly text: string;
  /** What the user wrote of the text, where events speak in it too: "…" stands for those. */
  readonly userText?: string;
  /** How long the user wants the video of a prompt to be; the text says so too. */
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
  /** Answers for an agent that asks. */
  readonly messages?: readonly string[];
  /** The session whose video is to be changed. */
  readonly revises?: string | undefined;
  /** The user's `provider_options`; the provider's own schema decides what may be in there. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** A setting with one thing a line. */
export function nonEmptyLines(text = ""): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
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
