import { ShowreelError } from "../../../src/base/errors.ts";
import { plainText } from "../../../src/base/text/plain-text.ts";
import { failure, ok } from "../heygen/fake-heygen/replies.ts";
import type { FakeHeygen } from "../heygen/fake-heygen.ts";
import { createMemoryStore } from "../stores/memory-store.ts";
import type { LeakRun, RunOutput } from "./collect-output.ts";
import { fakeSignature } from "./fake-secrets.ts";

/** A way for untrusted text to get into a run's output. */
export interface LeakCase {
  readonly what: string;
  /** Scripts the provider and returns the run. */
  prepare(heygen: FakeHeygen, words: string): LeakRun;
  /** The channels that show the text. */
  readonly channels: readonly (keyof RunOutput)[];
}

/** Precedes every encoded secret, so that a test sees that the text arrives. */
export const textPrefix = "alas";

const script = { script: "Welcome.", avatar_id: "look_1" };
const video = "GET /v3/videos/{video_id}";
const host = "https://files.example.com/v/v_1.mp4";

/** A link with the fake signature. */
export const signedLink = `${host}?Expires=1790000000&Signature=${encodeURIComponent(fakeSignature)}&Key-Pair-Id=K1`;

const everywhere: LeakCase["channels"] = ["log", "annotation", "summary", "comment", "stderr"];

/** An error that repeats the key, and a failure that repeats a signed link. */
export const mainLeakCases: readonly [LeakCase, LeakCase] = [
  {
    what: "the error for a rejected key, after a video is paid for",
    channels: everywhere,
    prepare(heygen, words) {
      heygen.on(video, failure(401, "unauthorized", `${textPrefix}, the API key ${words} is not valid`));
      return { url: heygen.url, typed: script };
    },
  },
  {
    what: "the reason why a video failed, after a response with its link",
    channels: everywhere,
    prepare(heygen, words) {
      const said = `${textPrefix}, the renderer could not read ${words} from its store`;
      const fields = { id: "v_1", title: null, created_at: 1, failure_code: "render" };
      const reply = ok({ ...fields, status: "failed", failure_message: said, video_url: signedLink });
      heygen.on(video, { ...reply, scripted: true });
      return { url: heygen.url, typed: script };
    },
  },
];

/** All other cases. */
export const otherLeakCases: readonly LeakCase[] = [
  {
    what: "the error for a rejected submit",
    channels: ["log", "annotation", "summary", "stderr"],
    prepare(heygen, words) {
      heygen.on(
        "POST /v3/videos",
        failure(401, "unauthorized", `${textPrefix}, the API key ${words} is not valid`),
      );
      return { url: heygen.url, typed: script };
    },
  },
  {
    what: "the code and the parameter of an error",
    channels: ["log", "annotation", "summary", "stderr"],
    prepare(heygen, words) {
      heygen.on("POST /v3/videos", failure(400, `${words}`, textPrefix, `x ${words}`));
      return { url: heygen.url, typed: script };
    },
  },
  {
    what: "the id of a request",
    channels: ["log", "annotation", "summary", "stderr"],
    prepare(heygen, words) {
      const headers = { "x-request-id": words.replace(/[^\x20-\x7e]/g, "") };
      heygen.on("POST /v3/videos", { ...failure(400, "bad", textPrefix), headers });
      return { url: heygen.url, typed: script };
    },
  },
  {
    what: "the question of an agent",
    channels: everywhere,
    prepare(heygen, words) {
      const messages = [
        { role: "model", type: "text", content: `${textPrefix}, may I use ${words}?`, created_at: 2 },
      ];
      const said = {
        session_id: "sess_1",
        status: "waiting_for_input",
        created_at: 1,
        progress: 0,
        title: null,
        messages,
      };
      heygen.on("GET /v3/video-agents/{session_id}", { ...ok(said), scripted: true });
      return { url: heygen.url, typed: { prompt: "A short welcome" } };
    },
  },
  {
    what: "the name of a status",
    channels: ["log", "stderr"],
    prepare(heygen, words) {
      const said = { id: "v_1", title: null, created_at: 1, status: `${textPrefix} ${words}` };
      heygen.on(video, { ...ok(said), scripted: true }, failure(401, "unauthorized", "No"));
      return { url: heygen.url, typed: script };
    },
  },
  {
    what: "the name of an avatar, in a dry run",
    channels: ["log", "summary", "stderr"],
    prepare(heygen, words) {
      const look = {
        id: "look_1",
        name: `${textPrefix} ${words}`,
        avatar_type: "studio_avatar",
        supported_api_engines: [],
        default_voice_id: "voice_1",
      };
      heygen.on("GET /v3/avatars/looks/{look_id}", { ...ok(look), scripted: true });
      return { url: heygen.url, typed: { ...script, dry_run: "true" } };
    },
  },
  {
    what: "an error of the Actions cache",
    channels: ["log", "stderr"],
    prepare(heygen, words) {
      const fails = async () => {
        throw new Error(`${textPrefix}, the token ${words} is not for this cache`);
      };
      heygen.on(video, failure(401, "unauthorized", "No"));
      return {
        url: heygen.url,
        typed: script,
        store: { ...createMemoryStore(), load: fails, saveJob: fails },
      };
    },
  },
  {
    what: "an error of the artifact service",
    channels: ["log", "annotation", "summary", "comment", "stderr"],
    prepare(heygen, words) {
      const publish = async () => {
        throw new ShowreelError(
          "publish_failed",
          `The artifact was not uploaded: ${plainText(`${textPrefix} ${words}`, 300)}`,
        );
      };
      return {
        url: heygen.url,
        typed: script,
        publishers: [{ name: "artifact", isEssential: true, publish }],
      };
    },
  },
  {
    what: "the artifact id from the artifact service",
    channels: ["comment", "notes", "outputs", "json"],
    prepare(heygen, words) {
      const page = `https://github.com/octo/reel/actions/runs/42/artifacts/${textPrefix}`;
      const artifact = { id: `${textPrefix} ${words}`, url: `${page}${words}`, digest: words };
      const publish = async () => ({ artifact });
      return {
        url: heygen.url,
        typed: script,
        publishers: [{ name: "artifact", isEssential: true, publish }],
      };
    },
  },
  {
    what: "an unexpected error",
    channels: ["log", "annotation", "summary", "stderr"],
    prepare: (heygen, words) => ({
      url: heygen.url,
      typed: script,
      bug: new TypeError(`${textPrefix}: ${words}`),
    }),
  },
];
