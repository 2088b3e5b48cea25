import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { request } from "undici";
import { describe, expect, test } from "vitest";
import {
  checkProxies,
  createProxiedAgent,
  findProxyError,
  noProxies,
  proxiesFrom,
  usesProxy,
} from "../../../src/base/http/proxy.ts";
import { startProxy } from "../../support/network/proxy.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

describe("proxiesFrom", () => {
  test("reads a proxy for each scheme, and the hosts to reach directly", () => {
    const env = { http_proxy: "http://a:1", https_proxy: "http://b:2", no_proxy: "c,d" };
    expect(proxiesFrom(env)).toEqual({ http: "http://a:1", https: "http://b:2", noProxy: "c,d" });
  });

  test("reads variables in upper case", () => {
    const env = { HTTP_PROXY: "http://a:1", HTTPS_PROXY: "http://b:2", NO_PROXY: "c,d" };
    expect(proxiesFrom(env)).toEqual({ http: "http://a:1", https: "http://b:2", noProxy: "c,d" });
  });

  test("prefers variables in lower case", () => {
    const lower = { http_proxy: "http://a:1", https_proxy: "http://b:2", no_proxy: "c" };
    const upper = { HTTP_PROXY: "http://x:1", HTTPS_PROXY: "http://y:2", NO_PROXY: "z" };
    expect(proxiesFrom({ ...upper, ...lower })).toEqual(proxiesFrom(lower));
  });

  test("ignores empty variables", () => {
    const empty = { http_proxy: "", https_proxy: "", no_proxy: "", HTTP_PROXY: "", HTTPS_PROXY: "" };
    expect([proxiesFrom({}), proxiesFrom(empty)]).toEqual([noProxies, noProxies]);
    expect(proxiesFrom({ ...empty, HTTP_PROXY: "http://a:1" }).http).toBe("http://a:1");
  });
});

test("usesProxy is true with either proxy", () => {
  const some = [{ http: "http://a:1" }, { https: "http://a:1" }, { noProxy: "a" }, {}];
  expect(some.map((one) => usesProxy({ ...noProxies, ...one }))).toEqual([true, true, false, false]);
});

describe("checkProxies", () => {
  test.each([
    "",
    "http://proxy.example",
    "http://proxy.example:3128/",
    "https://user:p%40ss@proxy.example:8443",
    "http://user@10.0.0.1:3128",
    "http://[::1]:3128",
    "socks5://127.0.0.1:1080",
    "socks://127.0.0.1:1080",
  ])("accepts %j", (address) => {
    expect(() => checkProxies({ http: address, https: address, noProxy: "" })).not.toThrow();
  });

  describe.each(["http", "https"] as const)("as %s_proxy", (scheme) => {
    test.each([
      "user:hidden@proxy.example:3128",
      "proxy.hidden.example:3128",
      "hidden",
      "//hidden:3128",
      "http://",
      "http://user:hidden@:3128",
      "http://proxy.hidden.example:port",
      "ftp://hidden:21",
      "hidden proxy",
      "http://user:hidden%x@127.0.0.1:1",
      "http://hidden.example:1/path?x",
    ])("rejects %j, naming the variable but not its value", async (address) => {
      const failure = await failureOf(() => checkProxies({ ...noProxies, [scheme]: address }));
      expect(failure).toMatchObject({ code: "invalid_input", retryable: false, submitted: false });
      expect(failure.message).toBe(`The environment variable ${scheme}_proxy is not a valid proxy URL.`);
      expect(failure.hint).toMatch(/^Set it to `http:.+\.$/);
    });
  });
});

describe("findProxyError", () => {
  test.each([
    [403, false],
    [407, false],
    [429, true],
    [500, true],
    [502, true],
    [503, true],
  ])("reads HTTP %i from a tunnel error (retryable: %s)", (status, retryable) => {
    const error = new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`);
    expect(findProxyError(error)).toEqual({ reason: `the proxy returned HTTP ${status}`, retryable });
  });

  test("reads HTTP 407 without a tunnel", () => {
    const error = new Error("Proxy Authentication Required (407)");
    expect(findProxyError(error)).toEqual({ reason: "the proxy returned HTTP 407", retryable: false });
  });

  test.each([
    new Error("connect ECONNREFUSED 127.0.0.1:9"),
    new Error("Proxy connection failed"),
    "Proxy response (403)",
    undefined,
  ])("returns undefined when no proxy responded: %s", (cause) => {
    expect(findProxyError(cause)).toBeUndefined();
  });
});

/** Starts a server that records the first data of one connection and closes it. */
async function startRecordingServer() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const firstData = once(server, "connection").then(async ([socket]) => {
    const [chunk] = await once(socket, "data");
    socket.destroy();
    return chunk as Buffer;
  });
  return {
    port: (server.address() as AddressInfo).port,
    firstData,
    [Symbol.dispose]: () => void server.close(),
  };
}

test("reaches an https host through a tunnel that carries only TLS", async () => {
  using host = await startRecordingServer();
  await using proxy = await startProxy({ names: { "files.showreel.test": "127.0.0.1" }, credentials: "a:b" });
  const https = proxy.url.replace("//", "//a:b@");
  const authority = `files.showreel.test:${host.port}`;
  const dispatcher = createProxiedAgent({ ...noProxies, https });
  const response = request(`https://${authority}/a.mp4?Signature=secret`, { dispatcher });
  await expect(response).rejects.toMatchObject({ code: "ECONNRESET" });
  const record = await host.firstData;
  // A TLS record of type 22 (handshake), with the host in its SNI extension.
  expect([record[0], record.includes("files.showreel.test"), record.includes("secret")]).toEqual([
    22,
    true,
    false,
  ]);
  expect(await proxy.log()).toMatchObject([{ method: "CONNECT", authority }]);
});

test("reaches a host in no_proxy directly", async () => {
  using host = await startRecordingServer();
  const dispatcher = createProxiedAgent(
    { http: "", https: "http://127.0.0.1:9", noProxy: "files.showreel.test" },
    { connect: { lookup: (_, __, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) } },
  );
  const response = request(`https://files.showreel.test:${host.port}/`, { dispatcher });
  await expect(response).rejects.toMatchObject({ code: "ECONNRESET" });
  expect((await host.firstData).includes("files.showreel.test")).toBe(true);
});
