import { afterAll, describe, expect, test } from "vitest";
import { readMaterial } from "../../../src/inputs/materials.ts";
import { heygen } from "../../../src/providers/heygen/index.ts";
import { createWorkspace } from "../../support/files/workspace.ts";
import { findPrism, startPrism } from "../../support/heygen/prism.ts";
import { otherRouteBodies } from "../../support/heygen/request-bodies/other-routes.ts";
import { videoBodies } from "../../support/heygen/request-bodies/videos.ts";
import { surfaceCases } from "../../support/heygen/surface-cases.ts";
import { createVideoRequest } from "../../support/jobs/video-request.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const entry = findPrism();
const prism = entry === undefined ? undefined : await startPrism(entry);
afterAll(() => prism?.[Symbol.asyncDispose]());

const open = (apiKey = "test-key") =>
  heygen.open({
    runtime: createFakeRuntime(),
    apiKey,
    baseUrl: prism?.url ?? new URL("http://127.0.0.1:9"),
  });

const workspace = createWorkspace({ "a.png": "a logo", "site/index.html": "<html></html>" });
// It answers with the same id to everything.
const session = { provider: "heygen", surface: "video_agent", ids: { session_id: "string" } };

describe.skipIf(!prism)("a server that is not ours takes", () => {
  test.each([...videoBodies, ...otherRouteBodies])("%s", async (_name, _path, request) => {
    expect(await (await open()).submit(request, "showreel-key")).toMatchObject({ provider: "heygen" });
  });

  test.each(surfaceCases)("the question for the status of $name", async ({ request }) => {
    const provider = await open();
    const job = await provider.submit(request, "showreel-key");
    expect(await provider.status(job)).toMatchObject({ state: expect.any(String) });
  });

  test("a file and a folder, which it gets as a form and as a zip", async () => {
    const files = [await readMaterial(workspace, "files", "a.png")];
    const composition = await readMaterial(workspace, "composition", "site");
    const provider = await open();
    await provider.submit(createVideoRequest({ files }), "showreel-key");
    await provider.submit(createVideoRequest({ kind: "composition", text: "", composition }), "showreel-key");
  });

  test("the look for a session, the question whether it is known, and the wish to stop it", async () => {
    const provider = await open();
    expect(await provider.find?.(createVideoRequest(), 0)).toBeDefined();
    expect(await provider.owns(session)).toBe(true);
    expect(await provider.stop?.(session)).toBe(true);
  });
});

describe.skipIf(!prism)("a server that is not ours refuses", () => {
  test("a body that breaks the contract", async () => {
    const url = new URL("/v3/video-agents", prism?.url);
    const headers = { "content-type": "application/json", "x-api-key": "test-key" };
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body: '{"prompt":"A tour","title":"no field"}',
    });
    expect(answer.status).toBe(422);
  });

  test("a request without a key", async () => {
    expect((await fetch(new URL("/v3/videos/v_1", prism?.url))).status).toBe(401);
  });
});
