import { afterAll, describe, expect, test } from "vitest";
import { readMaterial } from "../../../src/inputs/materials.ts";
import { heygen } from "../../../src/providers/heygen/index.ts";
import { createWorkspace } from "../../support/files/workspace.ts";
import { startPrism } from "../../support/heygen/prism.ts";
import { otherRouteBodies } from "../../support/heygen/request-bodies/other-routes.ts";
import { videoBodies } from "../../support/heygen/request-bodies/videos.ts";
import { surfaceCases } from "../../support/heygen/surface-cases.ts";
import { createVideoRequest } from "../../support/jobs/video-request.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const prism = await startPrism();
afterAll(() => prism[Symbol.asyncDispose]());

const open = (apiKey = "test-key") =>
  heygen.open({ runtime: createFakeRuntime(), apiKey, baseUrl: prism.url });

const workspace = createWorkspace({ "a.png": "a logo", "site/index.html": "<html></html>" });
// It returns the same id in every response.
const session = { provider: "heygen", surface: "video_agent", ids: { session_id: "string" } };

describe("Prism, an independent server, accepts", () => {
  test.each([...videoBodies, ...otherRouteBodies])("%s", async (_name, _path, request) => {
    expect(await (await open()).submit(request, "showreel-key")).toMatchObject({ provider: "heygen" });
  });

  test.each(surfaceCases)("the status request of $name", async ({ request }) => {
    const provider = await open();
    const job = await provider.submit(request, "showreel-key");
    expect(await provider.status(job)).toMatchObject({ state: expect.any(String) });
  });

  test("an uploaded file as a form and an uploaded folder as a zip", async () => {
    const files = [await readMaterial(workspace, "files", "a.png")];
    const composition = await readMaterial(workspace, "composition", "site");
    const provider = await open();
    await provider.submit(createVideoRequest({ files }), "showreel-key");
    await provider.submit(createVideoRequest({ kind: "composition", text: "", composition }), "showreel-key");
  });

  test("the requests that find, check and stop a session", async () => {
    const provider = await open();
    expect(await provider.find?.(createVideoRequest(), 0)).toBeDefined();
    expect(await provider.owns(session)).toBe(true);
    expect(await provider.stop?.(session)).toBe(true);
  });
});

describe("Prism, an independent server, rejects", () => {
  test("a body that violates the contract", async () => {
    const url = new URL("/v3/video-agents", prism.url);
    const headers = { "content-type": "application/json", "x-api-key": "test-key" };
    const answer = await fetch(url, {
      method: "POST",
      headers,
      body: '{"prompt":"A tour","title":"no field"}',
    });
    expect(answer.status).toBe(422);
  });

  test("a request without an API key", async () => {
    expect((await fetch(new URL("/v3/videos/v_1", prism.url))).status).toBe(401);
  });
});
