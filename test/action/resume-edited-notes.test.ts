import { expect, test } from "vitest";
import { startAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { startFakeGithub } from "../support/github/fake-github.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const release = { id: 2, tag: "v2", name: "Two", body: "- Faster" };

test("a prompt whose response was lost is resumed even if its release notes were edited in between", async () => {
  await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
  await using results = await startFakeResults();
  await using github = await startFakeGithub({ releases: [release] });
  fake.on("POST /v3/video-agents", "lost");
  const video = { prompt: "Tell: {{ release.notes }}", release_tag: "v2", upload_artifact: "false" };
  const step = {
    inputs: inputsFor(fake, { ...video, github_token: github.token }),
    results,
    timeoutMs: 100_000,
  };
  const env = { GITHUB_API_URL: github.url };
  const first = startAction({ ...step, env });
  await expect.poll(() => fake.billed, { timeout: 120_000 }).toBe(1);
  first.child.kill("SIGKILL");
  await first.done;
  github.state.releases = [{ ...release, body: "- Faster, and a typo mended" }];
  const second = await startAction({ ...step, env: { ...env, GITHUB_RUN_ATTEMPT: "2" } }).done;
  expect(second).toMatchObject({ exitCode: 0, outputs: { status: "completed", resumed: "true" } });
  expect(fake.billed).toBe(1);
});
