import type { FakeHeygen } from "../heygen/fake-heygen.ts";
import { compileCache } from "../processes/compile-cache.ts";
import { type ActionOptions, type ActionResult, runAction } from "./run-action.ts";

type Inputs = Record<string, string>;

/** The inputs that lead a step to the fake provider, with its key, asking every second; the given ones win. */
export function inputsFor(fake: Pick<FakeHeygen, "url">, inputs: Inputs): Inputs {
  return { api_key: "test-key", api_base_url: fake.url, poll_interval_seconds: "1", ...inputs };
}

/** Runs a step against the fake provider; it uploads nothing unless told. */
export async function runStep(
  fake: Pick<FakeHeygen, "url">,
  inputs: Inputs,
  options: Omit<ActionOptions, "inputs"> = {},
): Promise<ActionResult> {
  const env = { ...compileCache, ...options.env };
  return await runAction({
    ...options,
    env,
    inputs: inputsFor(fake, { upload_artifact: "false", ...inputs }),
  });
}
