import { invalidInputError } from "../../../base/errors.ts";
import { errorResponseOf } from "../../../base/http/error-response.ts";
import { plainText } from "../../../base/plain-text.ts";
import type { Look, Voice } from "../catalog/api.ts";
import type { Client } from "../client.ts";
import { saysNotFound } from "../failures.ts";

/** The look behind an `avatar_id`, ready for use. Fails with `invalid_input` when there is none or it is not ready. */
export async function readLook(client: Client, id: string): Promise<Look> {
  const { data: look } = await readOrReject("avatar_id", id, "avatars", () => client.look(id));
  const status = look.status?.toLowerCase() ?? "completed";
  if (status === "completed") return look;
  const reason = look.error?.message ?? `it is ${status.replaceAll("_", " ")}`;
  throw notReadyError("avatar_id", id, reason);
}

/** The voice behind a `voice_id`, ready for use. Fails as `readLook` does. */
export async function readVoice(client: Client, id: string): Promise<Voice> {
  const { data: voice } = await readOrReject("voice_id", id, "voices", () => client.voice(id));
  const status = voice.status?.toLowerCase() ?? "complete";
  if (status === "complete" || status === "completed") return voice;
  throw notReadyError("voice_id", id, voice.failure_message ?? `it is ${status}`);
}

/** Fails with `invalid_input` when HeyGen says that the engine cannot render the look. */
export function requireEngine(look: Look, engine: string): void {
  const engines = look.supported_api_engines ?? [];
  if (engines.length === 0 || engines.includes(engine)) return;
  const possible = engines.map((name) => plainText(name, 40)).join(", ");
  throw invalidInputError(
    `\`avatar_id\` is "${plainText(look.id, 128)}": ${engine} cannot render this look, but ${possible} can.`,
    {
      hint: "Set `provider_options` to {engine: {type: …}} with one of them, or choose another look.",
      settings: ["avatar_id"],
    },
  );
}

/** Fails with `invalid_input` when a script would have no voice. */
export function requireVoice(look: Look): void {
  if (look.default_voice_id) return;
  throw invalidInputError(
    `\`voice_id\` is missing: the look "${plainText(look.id, 128)}" has no voice of its own.`,
    { hint: "Take one from `showreel list voices`.", settings: ["voice_id"] },
  );
}

async function readOrReject<Answer>(setting: string, id: string, kind: string, read: () => Promise<Answer>) {
  try {
    return await read();
  } catch (error) {
    if (!saysNotFound(errorResponseOf(error))) throw error;
    throw invalidInputError(
      `\`${setting}\` is "${plainText(id, 128)}": HeyGen does not know it, or not under this key.`,
      { hint: `Take one from \`showreel list ${kind}\`.`, settings: [setting] },
    );
  }
}

function notReadyError(setting: string, id: string, reason: string) {
  return invalidInputError(
    `\`${setting}\` is "${plainText(id, 128)}": it cannot be used (${plainText(reason, 200)}).`,
    { hint: "Look at it at app.heygen.com, or choose another.", settings: [setting] },
  );
}
