import { describe, expect, test } from "vitest";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { visibleOutput } from "../support/leaks/visible-output.ts";
import { startProxy } from "../support/network/proxy.ts";
import {
  proxiedRequests,
  proxyOnlyHost,
  proxyOptions,
  proxyUrl,
  serverTimeRequest,
} from "../support/network/run-behind-proxy.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const finished = { videoStatuses: ["completed"], linkHost: proxyOnlyHost };
const credentials = "user:hidden-password";

describe.concurrent("when only the proxy can resolve the provider's host name, a step", () => {
  test("uses the proxy for the API and the video, and bypasses it for an upload to a `NO_PROXY` host", async () => {
    await using fake = await startFakeHeygen(finished);
    await using results = await startFakeResults();
    await using proxy = await startProxy({ ...proxyOptions, credentials });
    const url = `http://${proxyOnlyHost}:${fake.port}`;
    const env = { NO_PROXY: "127.0.0.1", http_proxy: proxyUrl(proxy, credentials) };
    const video = { script: "Welcome.", avatar_id: "look_1", upload_extras: "false" };
    const inputs = inputsFor({ url }, video);
    const step = await runAction({ inputs, results, env });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(await proxiedRequests(proxy)).toEqual([
      serverTimeRequest,
      "POST /v3/videos",
      "GET /v3/videos/v_1",
      "GET /files/v_1.mp4",
    ]);
    expect(results.artifacts).toHaveLength(1);
    expect(visibleOutput(step)).not.toContain("hidden");
  });

  test.each([
    ["a network error if the proxy returns HTTP 407", "network_error", "the proxy returned HTTP 407"],
    ["an input error if the proxy address is not a URL", "invalid_input", "http_proxy"],
  ])("reports %s, and shows no password", async (_title, code, expected) => {
    await using fake = await startFakeHeygen(finished);
    await using proxy = await startProxy({ ...proxyOptions, credentials: "user:another" });
    const address = proxyUrl(proxy, credentials);
    const isUrl = code === "network_error";
    const env = {
      NO_PROXY: undefined,
      http_proxy: isUrl ? address : address.replace("http://", ""),
    };
    const inputs = inputsFor(
      { url: `http://${proxyOnlyHost}:${fake.port}` },
      { script: "Welcome.", avatar_id: "look_1" },
    );
    const step = await runAction({ inputs, env });
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: code } });
    expect(step.annotations).toMatchObject([{ level: "error", title: `Showreel: ${code}` }]);
    expect(step.annotations[0]?.message).toContain(expected);
    expect(visibleOutput(step)).not.toContain("hidden");
    expect([await proxiedRequests(proxy), fake.requests]).toEqual([isUrl ? [serverTimeRequest] : [], []]);
  });
});
