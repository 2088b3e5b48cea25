import { type FakeReply, failure, type HandlerRequest, ok, page } from "../replies.ts";
import type { FakeState } from "../state.ts";

const ACCOUNT = {
  billing_type: "wallet",
  username: "acct",
  email: "a@example.com",
  first_name: null,
  last_name: null,
  wallet: { currency: "usd", remaining_balance: 12.5, auto_reload: null },
};

/** The number of styles, enough for several pages. */
const STYLE_COUNT = 230;

const LOOKS = [
  toLook("look_1", "Anna in the office", "studio_avatar"),
  toLook("look_2", "Ben, portrait", "photo_avatar"),
];

const VOICES = [toVoice("voice_1", "Clara", "female"), toVoice("voice_2", "Daniel", "male")];

/** GET /v3/users/me: the documented example, an account with a wallet, with overrides of the test. */
export function getAccount({ options }: FakeState): FakeReply {
  return ok({ ...ACCOUNT, ...options.account });
}

/** GET /v3/avatars/looks: `look_1` and `look_2`, which are public, and the test's own, which are private. */
export function listLooks({ options }: FakeState, { query }: HandlerRequest): FakeReply {
  const owned = { public: LOOKS, private: options.looks ?? [] };
  const ownership = query.get("ownership");
  const all = [...owned.public, ...owned.private];
  return page(ownership === "public" || ownership === "private" ? owned[ownership] : all, query, 20);
}

/** GET /v3/avatars/looks/{look_id}. */
export function getLook({ options }: FakeState, { parameters }: HandlerRequest): FakeReply {
  const look = [...LOOKS, ...(options.looks ?? [])].find(({ id }) => id === parameters.look_id);
  return look ? ok(look) : failure(404, "avatar_not_found", `Avatar look ${parameters.look_id} not found`);
}

/** GET /v3/voices: `voice_1` and `voice_2`, which are public. */
export function listVoices(_state: FakeState, { query }: HandlerRequest): FakeReply {
  const fits = (name: "gender" | "language" | "type", voice: (typeof VOICES)[number]) =>
    voice[name] === (query.get(name) ?? voice[name]);
  const found = VOICES.filter(
    (voice) => fits("gender", voice) && fits("language", voice) && fits("type", voice),
  );
  return page(found, query, 20);
}

/** GET /v3/video-agents/styles: `style_1` to `style_230`. */
export function listStyles(_state: FakeState, { query }: HandlerRequest): FakeReply {
  const styles = Array.from({ length: STYLE_COUNT }, (_, index) => ({
    style_id: `style_${index + 1}`,
    name: `Style ${index + 1}`,
    aspect_ratio: "16:9",
    tags: ["cinematic", "print"],
  }));
  return page(styles, query, 20);
}

/** GET /v3/templates: none, as in a new account. */
export function listTemplates(_state: FakeState, { query }: HandlerRequest): FakeReply {
  return page([], query, 10);
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
