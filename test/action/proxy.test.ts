import { describe, expect, test } from "vitest";
import { compileCache } from "../support/compile-cache.ts";
import { startFakeHeygen } from "../support/fake-heygen.ts";
import { startFakeResults } from "../support/fake-results.ts";
import { startProxy } from "../support/proxy.ts";
import { askTime, behindProxy, name, onlyProxyKnows, seenBy } from "../support/proxy-run.ts";
import { runAction } from "../support/run-action.ts";
import { inputsFor } from "../support/step.ts";
import { shownBy } from "../support/words.ts";

const finished = { videoStatuses: ["completed"], linkHost: name };
const credentials = "user:hidden-password";

describe.concurrent("behind a proxy that alone knows the provider's name, a step", () => {
  test("asks it for the API and for the video, and uploads past it where `no_proxy` says so", async () => {
    await using fake = await startFakeHeygen(finished);
    await using results = await startFakeResults();
    await using proxy = await startProxy({ ...onlyProxyKnows, credentials });
    const url = `http://${name}:${fake.port}`;
    const env = { ...compileCache, NO_PROXY: "127.0.0.1", http_proxy: behindProxy(proxy, credentials) };
    const video = { script: "Welcome.", avatar_id: "look_1", upload_extras: "false" };
    const inputs = inputsFor({ url }, video);
    const step = await runAction({ inputs, results, env });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(await seenBy(proxy)).toEqual([
      askTime,
      "POST /v3/videos",
      "GET /v3/videos/v_1",
      "GET /files/v_1.mp4",
    ]);
    expect(results.artifacts).toHaveLength(1);
    expect(shownBy(step)).not.toContain("hidden");
  });

  test.each([
    ["HTTP 407 of it", "network_error", "the proxy returned HTTP 407"],
    ["an address of it that is no URL", "invalid_input", "http_proxy"],
  ])("ends with %s, and shows no password", async (_what, code, words) => {
    await using fake = await startFakeHeygen(finished);
    await using proxy = await startProxy({ ...onlyProxyKnows, credentials: "user:another" });
    const address = behindProxy(proxy, credentials);
    const isUrl = code === "network_error";
    const env = {
      ...compileCache,
      NO_PROXY: undefined,
      http_proxy: isUrl ? address : address.replace("http://", ""),
    };
    const inputs = inputsFor(
      { url: `http://${name}:${fake.port}` },
      { script: "Welcome.", avatar_id: "look_1" },
    );
    const step = await runAction({ inputs, env });
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: code } });
    expect(step.annotations).toMatchObject([{ level: "error", title: `Showreel: ${code}` }]);
    expect(step.annotations[0]?.message).toContain(words);
    expect(shownBy(step)).not.toContain("hidden");
    expect([await seenBy(proxy), fake.requests]).toEqual([isUrl ? [askTime] : [], []]);
  });
});
