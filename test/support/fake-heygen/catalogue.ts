import { type FakeReply, failure, type HandlerRequest, ok, page } from "./replies.ts";
import type { FakeState } from "./state.ts";

const ACCOUNT = {
  billing_type: "wallet",
  username: "acct",
  email: "a@example.com",
  first_name: null,
  last_name: null,
  wallet: { currency: "usd", remaining_balance: 12.5, auto_reload: null },
};

const LOOKS = [
  toLook("look_1", "Anna in the office", "studio_avatar"),
  toLook("look_2", "Ben, portrait", "photo_avatar"),
];

const VOICES = [toVoice("voice_1", "Clara", "female"), toVoice("voice_2", "Daniel", "male")];

/** GET /v3/users/me: the documented example, an account with a wallet. */
export function getAccount(): FakeReply {
  return ok(ACCOUNT);
}

/** GET /v3/avatars/looks: `look_1` and `look_2`. */
export function listLooks(_state: FakeState, { query }: HandlerRequest): FakeReply {
  return page(LOOKS, query, 20);
}

/** GET /v3/avatars/looks/{look_id}. */
export function getLook(_state: FakeState, { parameters }: HandlerRequest): FakeReply {
  const look = LOOKS.find(({ id }) => id === parameters.look_id);
  return look ? ok(look) : failure(404, "avatar_not_found", `Avatar look ${parameters.look_id} not found`);
}

/** GET /v3/voices: `voice_1` and `voice_2`. */
export function listVoices(_state: FakeState, { query }: HandlerRequest): FakeReply {
  return page(VOICES, query, 20);
}

/** GET /v3/voices/{voice_id}. */
export function getVoice(_state: FakeState, { parameters }: HandlerRequest): FakeReply {
  const voice = VOICES.find(({ voice_id }) => voice_id === parameters.voice_id);
  return voice ? ok(voice) : failure(404, "voice_not_found", `Voice ${parameters.voice_id} not found`);
}

function toLook(id: string, name: string, avatarType: string) {
  const engines = ["avatar_iv", "avatar_iii"];
  return { id, name, avatar_type: avatarType, default_voice_id: "voice_1", supported_api_engines: engines };
}

function toVoice(id: string, name: string, gender: string) {
  const supports = { support_pause: true, support_locale: false };
  return { voice_id: id, name, language: "English", gender, type: "public", ...supports };
}
