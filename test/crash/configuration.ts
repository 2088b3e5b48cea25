import { inputsFor } from "../support/action/run-step.ts";
import type { FakeHeygen, FakeHeygenOptions, FakeRoute } from "../support/heygen/fake-heygen.ts";
import type { CacheLimit } from "../support/stores/fake-results/limits.ts";

const options = (map: object) => ({ provider_options: JSON.stringify(map) });
const scene = { type: "video", source: { type: "url", url: "https://files.example/a.mp4" } };

const inputsByKind = {
  prompt: { prompt: "A short welcome to version 2.0" },
  script: { script: "Welcome to version 2.0.", avatar_id: "look_1" },
  chat: { prompt: "A short welcome to version 2.0", messages: "Blue.\nNo." },
  audio: { audio: "voice.mp3", avatar_id: "look_1" },
  scenes: options({ scenes: [scene] }),
  template: { template_id: "template_1", ...options({ variables: {} }) },
  instant: { prompt: "A short welcome to version 2.0", ...options({ model: "heygen-video-1" }) },
  composition: { composition: "site" },
};

export type Kind = keyof typeof inputsByKind;

/** The request that costs money. */
export const submitRoutes: Readonly<Record<Kind, FakeRoute>> = {
  prompt: "POST /v3/video-agents",
  script: "POST /v3/videos",
  chat: "POST /v3/video-agents",
  audio: "POST /v3/videos",
  scenes: "POST /v3/videos",
  template: "POST /v3/templates/{template_id}",
  instant: "POST /v3/models/videos",
  composition: "POST /v3/hyperframes/renders",
};

/** The kind of video, and the store of its job. */
export interface Configuration {
  readonly kind: Kind;
  readonly store: "cache" | "file";
  /** What the cache fails to do; nothing by default. */
  readonly limit?: CacheLimit;
  /** By how many minutes the clock of the first attempt's machine is ahead. */
  readonly clockAhead?: number;
}

/** Both main kinds of video with both stores. */
export const configurations: readonly Configuration[] = [
  { kind: "prompt", store: "cache" },
  { kind: "prompt", store: "file" },
  { kind: "script", store: "cache" },
  { kind: "script", store: "file" },
];

/** The other kinds. Stores do not depend on the kind, so one store, the faster one, is enough. */
export const otherConfigurations: readonly Configuration[] = [
  { kind: "chat", store: "file" },
  { kind: "audio", store: "file" },
  { kind: "scenes", store: "file" },
  { kind: "template", store: "file" },
  { kind: "instant", store: "file" },
  { kind: "composition", store: "file" },
];

/** Unreliable caches, with the kinds of video that depend on them most. */
export const limitedConfigurations: readonly (Configuration & { limit: CacheLimit })[] = [
  { kind: "prompt", store: "cache", limit: "reads and never writes" },
  { kind: "prompt", store: "cache", limit: "is down in the first attempt" },
  { kind: "prompt", store: "cache", limit: "loses every second write" },
  { kind: "prompt", store: "cache", limit: "forgets between attempts" },
  { kind: "script", store: "cache", limit: "reads and never writes" },
  { kind: "script", store: "cache", limit: "loses every second write" },
  { kind: "chat", store: "cache", limit: "reads and never writes" },
];

/** First attempts on machines with a wrong clock; the next attempt has the right time. */
export const wrongClocks: readonly (Configuration & { clockAhead: number })[] = [-60, 3, 60].map(
  (clockAhead) => ({ kind: "prompt", store: "file", clockAhead }),
);

/** Files in the workspace, for the kinds that need one. */
export const files = { "voice.mp3": "a voice", "site/index.html": "<html></html>" };

/** How the fake provider behaves: it renders at once, and its agent asks one question. */
export const fakeBehavior: FakeHeygenOptions = {
  videoStatuses: ["processing", "completed"],
  questions: ["Which colour?"],
};

/** The inputs of the step; a runner without a cache service takes no artifacts either. */
export function inputsOf({ kind, store, limit }: Configuration, fake: FakeHeygen): Record<string, string> {
  return inputsFor(fake, {
    ...inputsByKind[kind],
    title: "Welcome",
    // With a limited cache, uploads are not part of the test.
    upload_artifact: store === "cache" && !limit ? "true" : "false",
    // A poster that is being uploaded fails no run, and would reach the boundaries first.
    upload_extras: "false",
  });
}
