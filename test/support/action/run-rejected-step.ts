import { startFakeHeygen } from "../heygen/fake-heygen.ts";
import { linesWithSecrets } from "../leaks/visible-output.ts";
import type { ActionOptions } from "./run-action.ts";
import { runStep } from "./run-step.ts";

/** What a rejected input leads to. Only the message differs. */
export interface RejectedStep {
  readonly exitCode: number | null;
  readonly errorCode: string | undefined;
  /** The levels of all annotations. */
  readonly annotations: string[];
  readonly requests: number;
  readonly secrets: string[];
  /** The first annotation. */
  readonly message: string;
}

/** The expected result of a rejected input, without the message. */
export const rejectedStep: Omit<RejectedStep, "message"> = {
  exitCode: 1,
  errorCode: "invalid_input",
  annotations: ["error"],
  requests: 0,
  secrets: [],
};

/** Runs a step with invalid inputs and a healthy provider, which must receive no request. */
export async function runRejectedStep(
  inputs: Record<string, string>,
  options: Omit<ActionOptions, "inputs"> = {},
): Promise<RejectedStep> {
  await using fake = await startFakeHeygen();
  const step = await runStep(fake, inputs, options);
  return {
    exitCode: step.exitCode,
    errorCode: step.outputs.error_code,
    annotations: step.annotations.map(({ level }) => level),
    requests: fake.requests.length,
    secrets: linesWithSecrets(step),
    message: step.annotations[0]?.message ?? "",
  };
}
