import { expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets, toReadableText } from "../support/leaks/visible-output.ts";

const inputs = { script: "Welcome.", avatar_id: "look_1", dry_run: "true" };

test("a dry run ends green, with a summary and nothing paid for", async () => {
  await using fake = await startFakeHeygen();
  const step = await runStep(fake, { ...inputs, upload_artifact: "true" });
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: "pending", video_id: "", error_code: "" } });
  expect(toReadableText(step.summary)).toContain("| Avatar | Anna in the office (studio_avatar) |");
  expect(step.stdout).toContain("::group::Check");
  expect([fake.billed, linesWithSecrets(step)]).toEqual([0, []]);
});

test("an empty wallet is a warning, and an unknown avatar an error", async () => {
  await using fake = await startFakeHeygen({
    account: { wallet: { currency: "usd", remaining_balance: 0 } },
  });
  const poor = await runStep(fake, inputs);
  expect(poor.exitCode).toBe(0);
  expect(poor.annotations).toMatchObject([{ level: "warning" }]);
  const lost = await runStep(fake, { ...inputs, avatar_id: "look_9" });
  expect(lost).toMatchObject({ exitCode: 1, outputs: { status: "failed", error_code: "invalid_input" } });
  expect(lost.annotations).toMatchObject([
    { level: "error", message: expect.stringContaining("`avatar_id`") },
  ]);
});
