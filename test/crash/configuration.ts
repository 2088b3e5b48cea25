import type { FakeHeygen } from "../support/fake-heygen.ts";
import { inputsFor } from "../support/step.ts";

/** What is asked for, and where it is remembered. */
export interface Configuration {
  readonly kind: "prompt" | "script";
  readonly store: "cache" | "file";
}

/** Both kinds of video with both stores. */
export const configurations: readonly Configuration[] = [
  { kind: "prompt", store: "cache" },
  { kind: "prompt", store: "file" },
  { kind: "script", store: "cache" },
  { kind: "script", store: "file" },
];

const wishes = {
  prompt: { prompt: "A short welcome to version 2.0" },
  script: { script: "Welcome to version 2.0.", avatar_id: "look_1" },
};

/** The inputs of the step; a runner without a cache service takes no artifacts either. */
export function inputsOf({ kind, store }: Configuration, fake: FakeHeygen): Record<string, string> {
  return inputsFor(fake, {
    ...wishes[kind],
    title: "Welcome",
    upload_artifact: store === "cache" ? "true" : "false",
  });
}
