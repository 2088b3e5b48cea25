import dns from "node:dns";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../support/cli/run-cli.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { deadAddress } from "../support/network/local-server.ts";
import { startProxy } from "../support/network/proxy.ts";
import {
  proxiedRequests,
  proxyOnlyHost,
  proxyOptions,
  proxyUrl,
  runCliAt,
  serverTimeRequest,
} from "../support/network/run-behind-proxy.ts";

const finished = { videoStatuses: ["completed"], linkHost: proxyOnlyHost };
const credentials = "user:hidden-password";

const requestLines = ({ requests }: FakeHeygen) =>
  requests.map(({ method, path }) => `${method} ${path.split("?", 1)[0]}`);

describe.concurrent("behind a proxy that alone resolves the provider's host, the command line", () => {
  test.each(["http_proxy", "HTTP_PROXY"])(
    "sends API requests and the download through the proxy (%s)",
    async (variable) => {
      await using fake = await startFakeHeygen(finished);
      await using proxy = await startProxy(proxyOptions);
      const run = await runCliAt(`http://${proxyOnlyHost}:${fake.port}`, { [variable]: proxy.url });
      expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
      expect(requestLines(fake)).toEqual(["POST /v3/videos", "GET /v3/videos/v_1", "GET /files/v_1.mp4"]);
      expect(await proxiedRequests(proxy)).toEqual([serverTimeRequest, ...requestLines(fake)]);
      expect([fake.billed, fake.leakedKeys]).toEqual([1, []]);
    },
  );

  test("sends the proxy its password, and prints it nowhere", async () => {
    await using fake = await startFakeHeygen(finished);
    await using proxy = await startProxy({ ...proxyOptions, credentials });
    const run = await runCliAt(`http://${proxyOnlyHost}:${fake.port}`, {
      http_proxy: proxyUrl(proxy, credentials),
    });
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    expect((await proxy.log()).map(({ refusal }) => refusal)).toEqual(Array(4).fill(undefined));
    expect(run.stdout + run.stderr).not.toContain("hidden");
  });
});

describe.concurrent("a host in `no_proxy` is connected to directly:", () => {
  const directHost = "direct.showreel.test";
  // Resolves the host as an entry in the `hosts` file of the machine would.
  const { lookup } = dns;
  beforeAll(() => {
    dns.lookup = ((host: string, ...rest: [never, never]) =>
      lookup(host === directHost ? "127.0.0.1" : host, ...rest)) as typeof lookup;
  });
  afterAll(() => {
    dns.lookup = lookup;
  });

  test.each([directHost, ".showreel.test", `other.example,${directHost}`, "*"])("%s", async (noProxy) => {
    await using fake = await startFakeHeygen({ ...finished, linkHost: directHost });
    await using proxy = await startProxy(proxyOptions);
    const env = { http_proxy: proxy.url, no_proxy: noProxy };
    const run = await runCliAt(`http://${directHost}:${fake.port}`, env);
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    expect(requestLines(fake)).toHaveLength(3);
    expect(await proxy.log()).toEqual([]);
  });
});

describe.concurrent("an unreachable proxy is not used", () => {
  test.each(["127.0.0.1", "localhost"])("for a provider at %s", async (host) => {
    await using fake = await startFakeHeygen({ ...finished, linkHost: host });
    const dead = (await deadAddress()).href;
    const run = await runCliAt(`http://${host}:${fake.port}`, { http_proxy: dead, https_proxy: dead });
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    expect(fake.billed).toBe(1);
  });

  test("for the sandbox", async () => {
    const dead = (await deadAddress()).href;
    const env = { NO_PROXY: undefined, http_proxy: dead, https_proxy: dead };
    const run = await runCli(["--provider", "sandbox", "--prompt", "A short welcome"], { env });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ status: "completed" });
  });
});

describe.concurrent("an error response of a proxy is reported without a retry", () => {
  test.each([
    ["http", 407, { credentials: "user:another" }],
    ["https", 407, { credentials: "user:another" }],
    ["https", 403, { connectStatus: 403 }],
  ])("for a provider over %s with HTTP %i", async (scheme, status, options) => {
    await using fake = await startFakeHeygen(finished);
    await using proxy = await startProxy({ ...proxyOptions, ...options });
    const address = proxyUrl(proxy, credentials);
    const run = await runCliAt(`${scheme}://${proxyOnlyHost}:${fake.port}`, { [`${scheme}_proxy`]: address });
    expect(run).toMatchObject({ exitCode: 1, outputs: { error_code: "network_error", video_id: "" } });
    expect(run.stderr).toContain(`the proxy returned HTTP ${status}`);
    expect(await proxy.log()).toMatchObject([{ refusal: status }]);
    expect([fake.billed, fake.requests]).toEqual([0, []]);
    expect(run.stdout + run.stderr).not.toContain("hidden");
  });

  test("for a download, with the id of the paid video", async () => {
    // An IP address, so that no DNS lookup is needed; this proxy only connects to the provider.
    const video_url = "https://8.8.8.8/v_1.mp4?Signature=secret-1";
    await using fake = await startFakeHeygen({ videoStatuses: [{ status: "completed", video_url }] });
    await using proxy = await startProxy({ ...proxyOptions, connectStatus: 403 });
    const run = await runCliAt(`http://${proxyOnlyHost}:${fake.port}`, { http_proxy: proxy.url });
    expect(run).toMatchObject({ exitCode: 1, outputs: { error_code: "network_error", video_id: "v_1" } });
    expect(run.stderr).toContain("The download failed (the proxy returned HTTP 403: GET https://8.8.8.8/");
    expect(run.stderr).not.toContain("secret-1");
    expect(await proxiedRequests(proxy)).toEqual([
      serverTimeRequest,
      "POST /v3/videos",
      "GET /v3/videos/v_1",
      "CONNECT 8.8.8.8:443",
    ]);
    expect(fake.billed).toBe(1);
  });
});

describe.concurrent("an invalid proxy URL", () => {
  test.each([
    ["http_proxy", "http_proxy"],
    ["https_proxy", "https_proxy"],
    ["HTTPS_PROXY", "https_proxy"],
  ])("in %s fails the run before any request", async (variable, named) => {
    await using fake = await startFakeHeygen(finished);
    const run = await runCliAt(fake.url, { [variable]: "user:hidden-password@proxy.example:3128" });
    expect(run).toMatchObject({ exitCode: 2, outputs: { error_code: "invalid_input" } });
    expect(run.stderr).toContain(
      `invalid_input: The environment variable ${named} is not a valid proxy URL.`,
    );
    expect(run.stdout + run.stderr).not.toContain("hidden");
    expect(fake.requests).toEqual([]);
  });
});

test("a submit whose response is lost behind a proxy is not paid for twice", async () => {
  await using fake = await startFakeHeygen(finished);
  await using proxy = await startProxy(proxyOptions);
  fake.on("POST /v3/videos", "lost");
  const run = await runCliAt(`http://${proxyOnlyHost}:${fake.port}`, { http_proxy: proxy.url });
  expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed", video_id: "v_1" } });
  expect(fake.billed).toBe(1);
});
