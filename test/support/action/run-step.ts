import type { FakeHeygen } from "../heygen/fake-heygen.ts";
import { type ActionOptions, runAction } from "./run-action.ts";
import type { StepResult } from "./step.ts";

type Inputs = Record<string, string>;

/** The inputs for the fake provider: its URL and key, and polls every second. `inputs` override them. */
export function inputsFor(fake: Pick<FakeHeygen, "url">, inputs: Inputs): Inputs {
  return { api_key: "test-key", api_base_url: fake.url, poll_interval_seconds: "1", ...inputs };
}

/** Runs a step against the fake provider, by default without uploads. */
export async function runStep(
  fake: Pick<FakeHeygen, "url">,
  inputs: Inputs,
  options: Omit<ActionOptions, "inputs"> = {},
): Promise<StepResult> {
  return await runAction({
    ...options,
    inputs: inputsFor(fake, { upload_artifact: "false", ...inputs }),
  });
}
