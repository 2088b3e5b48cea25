import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { noProxies, type Proxies } from "../../src/base/http/proxy.ts";
import { createSystemRuntime } from "../../src/base/runtime.ts";
import { deadAddress, startLocalServer } from "../support/network/local-server.ts";
import { startProxy } from "../support/network/proxy.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

function createRuntime(proxies: Proxies = noProxies, signal = new AbortController().signal) {
  const { log, secrets } = createFakeRuntime();
  return createSystemRuntime(log, { signal, graceSignal: signal, finalSignal: signal }, proxies, secrets);
}

test("a sleep rejects as soon as the run is interrupted", async () => {
  const controller = new AbortController();
  const runtime = createRuntime(noProxies, controller.signal);
  const sleeping = failureOf(() => runtime.sleep(600_000));
  controller.abort();
  expect((await sleeping).code).toBe("interrupted");
});

test("a sleep in an interrupted run rejects at once", async () => {
  const runtime = createRuntime(noProxies, AbortSignal.abort());
  expect((await failureOf(() => runtime.sleep(600_000))).code).toBe("interrupted");
});

test("a request goes through the proxy, which resolves the host", async () => {
  await using server = await startLocalServer((request, response) => response.end(request.headers.host));
  await using proxy = await startProxy({ names: { "api.showreel.test": "127.0.0.1" } });
  const runtime = createRuntime({ http: proxy.url, https: "", noProxy: "" });
  const authority = `api.showreel.test:${server.url.port}`;
  const { statusCode, body } = await runtime.request(`http://${authority}/v3/videos`);
  expect([statusCode, await body.text()]).toEqual([200, authority]);
  expect(await proxy.log()).toMatchObject([{ method: "GET", authority, path: "/v3/videos" }]);
});

test.each(["127.0.0.1", "localhost"])("a request to %s bypasses the proxy", async (host) => {
  await using server = await startLocalServer((_, response) => response.end("here"));
  const dead = (await deadAddress()).href;
  const runtime = createRuntime({ http: dead, https: dead, noProxy: "" });
  const { body } = await runtime.request(`http://${host}:${server.url.port}/`);
  expect(await body.text()).toBe("here");
});

test("a request to a proxy that never responds rejects as soon as the run is interrupted", async () => {
  const silent = createServer((socket) => socket.resume()).listen(0, "127.0.0.1");
  await once(silent, "listening");
  const { port } = silent.address() as AddressInfo;
  const controller = new AbortController();
  const runtime = createRuntime(
    { http: "", https: `http://127.0.0.1:${port}`, noProxy: "" },
    controller.signal,
  );
  const { signal } = controller;
  const response = failureOf(() => runtime.request("https://api.showreel.test/v3/videos", { signal }));
  await once(silent, "connection");
  controller.abort();
  expect((await response).code).toBe("interrupted");
  silent.close();
});

describe("a timer", () => {
  test.each([3_600_000 * 24 * 30, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    "does not fire at once with a delay of %d ms",
    async (ms) => {
      const controller = new AbortController();
      const runtime = createRuntime(noProxies, controller.signal);
      const [sleeping, ended] = [failureOf(() => runtime.sleep(ms)), { after: false }];
      const stop = runtime.setTimer(ms, () => {
        ended.after = true;
      });
      await runtime.sleep(20);
      controller.abort();
      stop();
      expect([(await sleeping).code, ended.after]).toEqual(["interrupted", false]);
    },
  );

  test.each([0, -0.095, -3_600_000, 0.3])("causes no Node.js warning with a delay of %d ms", async (ms) => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on("warning", note);
    const runtime = createRuntime();
    await runtime.sleep(ms);
    await new Promise<void>((done) => runtime.setTimer(ms, done));
    await new Promise(setImmediate);
    process.off("warning", note);
    expect(warnings).toEqual([]);
  });

  test("does not fire once it is cancelled", async () => {
    const runtime = createRuntime();
    let hasFired = false;
    runtime.setTimer(5, () => {
      hasFired = true;
    })();
    await runtime.sleep(20);
    expect(hasFired).toBe(false);
  });
});

test("elapsed returns whole milliseconds that never decrease", async () => {
  const runtime = createRuntime();
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    times.push(runtime.elapsed());
    await runtime.sleep(0.5);
  }
  expect(times.every(Number.isInteger)).toBe(true);
  expect(times).toEqual([...times].sort((one, other) => one - other));
});
