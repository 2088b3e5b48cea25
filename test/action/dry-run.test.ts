import { expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets, toReadableText } from "../support/leaks/visible-output.ts";

const inputs = { script: "Welcome.", avatar_id: "look_1", dry_run: "true" };

test("a dry run succeeds with a summary and pays for nothing", async () => {
  await using fake = await startFakeHeygen();
  const step = await runStep(fake, { ...inputs, upload_artifact: "true" });
  expect(step).toMatchObject({ exitCode: 0, outputs: { status: "pending", video_id: "", error_code: "" } });
  expect(toReadableText(step.summary)).toContain("| Avatar | Anna in the office (studio_avatar) |");
  expect(step.stdout).toContain("::group::Check");
  expect([fake.billed, linesWithSecrets(step)]).toEqual([0, []]);
});

test("in a dry run, an empty wallet is a warning and an unknown avatar is an error", async () => {
  await using fake = await startFakeHeygen({
    account: { wallet: { currency: "usd", remaining_balance: 0 } },
  });
  const emptyWallet = await runStep(fake, inputs);
  expect(emptyWallet.exitCode).toBe(0);
  expect(emptyWallet.annotations).toMatchObject([{ level: "warning" }]);
  const unknownAvatar = await runStep(fake, { ...inputs, avatar_id: "look_9" });
  expect(unknownAvatar).toMatchObject({
    exitCode: 1,
    outputs: { status: "failed", error_code: "invalid_input" },
  });
  expect(unknownAvatar.annotations).toMatchObject([
    { level: "error", message: expect.stringContaining("`avatar_id`") },
  ]);
});
