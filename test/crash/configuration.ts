import { inputsFor } from "../support/action/run-step.ts";
import type { FakeHeygen, FakeHeygenOptions, FakeRoute } from "../support/heygen/fake-heygen.ts";
import type { CacheLimit } from "../support/stores/fake-results/limits.ts";

const options = (map: object) => ({ provider_options: JSON.stringify(map) });
const scene = { type: "video", source: { type: "url", url: "https://files.example/a.mp4" } };

const wishes = {
  prompt: { prompt: "A short welcome to version 2.0" },
  script: { script: "Welcome to version 2.0.", avatar_id: "look_1" },
  chat: { prompt: "A short welcome to version 2.0", messages: "Blue.\nNo." },
  audio: { audio: "voice.mp3", avatar_id: "look_1" },
  scenes: options({ scenes: [scene] }),
  template: { template_id: "template_1", ...options({ variables: {} }) },
  instant: { prompt: "A short welcome to version 2.0", ...options({ model: "heygen-video-1" }) },
  composition: { composition: "site" },
};

export type Kind = keyof typeof wishes;

/** The call that costs money. */
export const submits: Readonly<Record<Kind, FakeRoute>> = {
  prompt: "POST /v3/video-agents",
  script: "POST /v3/videos",
  chat: "POST /v3/video-agents",
  audio: "POST /v3/videos",
  scenes: "POST /v3/videos",
  template: "POST /v3/templates/{template_id}",
  instant: "POST /v3/models/videos",
  composition: "POST /v3/hyperframes/renders",
};

/** What is asked for, and where it is remembered. */
export interface Configuration {
  readonly kind: Kind;
  readonly store: "cache" | "file";
  /** What the cache does not do; nothing unless told. */
  readonly limit?: CacheLimit;
  /** By how many minutes the clock of the first attempt's machine is wrong. */
  readonly clockAhead?: number;
}

/** Both main kinds of video with both stores. */
export const configurations: readonly Configuration[] = [
  { kind: "prompt", store: "cache" },
  { kind: "prompt", store: "file" },
  { kind: "script", store: "cache" },
  { kind: "script", store: "file" },
];

/** The other kinds. The stores know nothing of kinds, so that the cheaper one does. */
export const otherConfigurations: readonly Configuration[] = [
  { kind: "chat", store: "file" },
  { kind: "audio", store: "file" },
  { kind: "scenes", store: "file" },
  { kind: "template", store: "file" },
  { kind: "instant", store: "file" },
  { kind: "composition", store: "file" },
];

/** Caches that do not do all that a cache should, with those kinds of video that need them most. */
export const limitedConfigurations: readonly (Configuration & { limit: CacheLimit })[] = [
  { kind: "prompt", store: "cache", limit: "reads and never writes" },
  { kind: "prompt", store: "cache", limit: "is down in the first attempt" },
  { kind: "prompt", store: "cache", limit: "loses every second write" },
  { kind: "prompt", store: "cache", limit: "forgets between attempts" },
  { kind: "script", store: "cache", limit: "reads and never writes" },
  { kind: "script", store: "cache", limit: "loses every second write" },
  { kind: "chat", store: "cache", limit: "reads and never writes" },
];

/** Machines whose clock is wrong, and whose successor's is right. */
export const wrongClocks: readonly (Configuration & { clockAhead: number })[] = [-60, 3, 60].map(
  (clockAhead) => ({ kind: "prompt", store: "file", clockAhead }),
);

/** What lies in the workspace, for the kinds that need a file. */
export const files = { "voice.mp3": "a voice", "site/index.html": "<html></html>" };

/** How the provider behaves: it soon renders, and asks one question where it may. */
export const habits: FakeHeygenOptions = {
  videoStatuses: ["processing", "completed"],
  questions: ["Which colour?"],
};

/** The inputs of the step; a runner without a cache service takes no artifacts either. */
export function inputsOf({ kind, store, limit }: Configuration, fake: FakeHeygen): Record<string, string> {
  return inputsFor(fake, {
    ...wishes[kind],
    title: "Welcome",
    // Whether the upload fails too is no question of a limited cache.
    upload_artifact: store === "cache" && !limit ? "true" : "false",
    // A poster that is still on its way fails no run, and would meet the boundaries first.
    upload_extras: "false",
  });
}
