import { invalidInputError } from "../../../base/errors.ts";
import { errorResponseOf } from "../../../base/http/error-response.ts";
import { plainText } from "../../../base/text/plain-text.ts";
import type { Look, Voice } from "../catalog/api.ts";
import type { Client } from "../client.ts";
import { saysNotFound } from "../failures.ts";

/** Returns the look with this id. Fails with `invalid_input` if there is none or it is not ready. */
export async function readLook(client: Client, id: string): Promise<Look> {
  const { data: look } = await readItem(client.look(id), { setting: "avatar_id", id, list: "avatars" });
  const status = look.status?.toLowerCase() ?? "completed";
  if (status === "completed") return look;
  const reason = look.error?.message ?? `it is ${status.replaceAll("_", " ")}`;
  throw notReadyError("avatar_id", id, reason);
}

/** Returns the voice with this id. Fails with `invalid_input` if there is none or it is not ready. */
export async function readVoice(client: Client, id: string): Promise<Voice> {
  const { data: voice } = await readItem(client.voice(id), { setting: "voice_id", id, list: "voices" });
  const status = voice.status?.toLowerCase() ?? "complete";
  if (status === "complete" || status === "completed") return voice;
  throw notReadyError("voice_id", id, voice.failure_message ?? `it is ${status}`);
}

/** Fails with `invalid_input` if the engine does not support the look. */
export function requireEngine(look: Look, engine: string): void {
  const engines = look.supported_api_engines ?? [];
  if (engines.length === 0 || engines.includes(engine)) return;
  const supported = engines.map((name) => plainText(name, 40)).join(", ");
  throw invalidInputError(
    `\`avatar_id\` is "${plainText(look.id, 128)}": ${engine} cannot render this look, but ${supported} can.`,
    {
      hint: "Set `provider_options` to {engine: {type: …}} with one of them, or choose another look.",
      settings: ["avatar_id"],
    },
  );
}

/** Fails with `invalid_input` if the look has no default voice. */
export function requireVoice(look: Look): void {
  if (look.default_voice_id) return;
  throw invalidInputError(
    `\`voice_id\` is required: the look "${plainText(look.id, 128)}" has no voice of its own.`,
    { hint: "Choose one from `showreel list voices`.", settings: ["voice_id"] },
  );
}

interface ItemReference {
  readonly setting: string;
  readonly id: string;
  /** The list for `showreel list` that contains the valid ids. */
  readonly list: string;
}

async function readItem<Item>(item: Promise<Item>, { setting, id, list }: ItemReference): Promise<Item> {
  try {
    return await item;
  } catch (error) {
    if (!saysNotFound(errorResponseOf(error))) throw error;
    throw invalidInputError(
      `\`${setting}\` is "${plainText(id, 128)}": HeyGen does not find it for this key.`,
      { hint: `Choose one from \`showreel list ${list}\`.`, settings: [setting] },
    );
  }
}

function notReadyError(setting: string, id: string, reason: string) {
  return invalidInputError(
    `\`${setting}\` is "${plainText(id, 128)}": it cannot be used (${plainText(reason, 200)}).`,
    { hint: "Check it at app.heygen.com, or choose another one.", settings: [setting] },
  );
}
