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
import { failureOf } from "../../support/failure-of.ts";
import { startProxy } from "../../support/proxy.ts";

describe("the environment", () => {
  test("names a proxy for each scheme, and whom to ask directly", () => {
    const env = { http_proxy: "http://a:1", https_proxy: "http://b:2", no_proxy: "c,d" };
    expect(proxiesFrom(env)).toEqual({ http: "http://a:1", https: "http://b:2", noProxy: "c,d" });
  });

  test("may name them in upper case", () => {
    const env = { HTTP_PROXY: "http://a:1", HTTPS_PROXY: "http://b:2", NO_PROXY: "c,d" };
    expect(proxiesFrom(env)).toEqual({ http: "http://a:1", https: "http://b:2", noProxy: "c,d" });
  });

  test("is read in lower case first", () => {
    const lower = { http_proxy: "http://a:1", https_proxy: "http://b:2", no_proxy: "c" };
    const upper = { HTTP_PROXY: "http://x:1", HTTPS_PROXY: "http://y:2", NO_PROXY: "z" };
    expect(proxiesFrom({ ...upper, ...lower })).toEqual(proxiesFrom(lower));
  });

  test("gives nothing with an empty variable", () => {
    const empty = { http_proxy: "", https_proxy: "", no_proxy: "", HTTP_PROXY: "", HTTPS_PROXY: "" };
    expect([proxiesFrom({}), proxiesFrom(empty)]).toEqual([noProxies, noProxies]);
    expect(proxiesFrom({ ...empty, HTTP_PROXY: "http://a:1" }).http).toBe("http://a:1");
  });
});

test("one proxy is enough to count as behind a proxy", () => {
  const some = [{ http: "http://a:1" }, { https: "http://a:1" }, { noProxy: "a" }, {}];
  expect(some.map((one) => usesProxy({ ...noProxies, ...one }))).toEqual([true, true, false, false]);
});

describe("the address of a proxy", () => {
  test.each([
    "",
    "http://proxy.example",
    "http://proxy.example:3128/",
    "https://user:p%40ss@proxy.example:8443",
    "http://user@10.0.0.1:3128",
    "http://[::1]:3128",
    "socks5://127.0.0.1:1080",
    "socks://127.0.0.1:1080",
  ])("may be %j", (address) => {
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
    ])("may not be %j: the message names the variable, and shows no value", async (address) => {
      const failure = await failureOf(() => checkProxies({ ...noProxies, [scheme]: address }));
      expect(failure).toMatchObject({ code: "invalid_input", retryable: false });
      expect(failure.message).toBe(`The environment variable ${scheme}_proxy is not a valid proxy URL.`);
      expect(failure.hint).toMatch(/^Set it to `http:.+ Nothing was submitted\.$/);
    });
  });
});

describe("what a proxy said", () => {
  test.each([
    [403, false],
    [407, false],
    [429, true],
    [500, true],
    [502, true],
    [503, true],
  ])("is HTTP %i, and asking again may help: %s", (status, retryable) => {
    const error = new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`);
    expect(findProxyError(error)).toEqual({ reason: `the proxy returned HTTP ${status}`, retryable });
  });

  test("is also known where there is no tunnel", () => {
    const error = new Error("Proxy Authentication Required (407)");
    expect(findProxyError(error)).toEqual({ reason: "the proxy returned HTTP 407", retryable: false });
  });

  test.each([
    new Error("connect ECONNREFUSED 127.0.0.1:9"),
    new Error("Proxy connection failed"),
    "Proxy response (403)",
    undefined,
  ])("is nothing when no proxy has spoken: %s", (cause) => {
    expect(findProxyError(cause)).toBeUndefined();
  });
});

/** Waits for one connection, keeps what it says first, and hangs up. */
async function startListening() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const heard = once(server, "connection").then(async ([socket]) => {
    const [piece] = await once(socket, "data");
    socket.destroy();
    return piece as Buffer;
  });
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    [Symbol.dispose]: () => void server.close(),
  };
}

test("an https host is reached through a tunnel, in which only TLS is spoken", async () => {
  using host = await startListening();
  await using proxy = await startProxy({ names: { "files.showreel.test": "127.0.0.1" }, credentials: "a:b" });
  const https = proxy.url.replace("//", "//a:b@");
  const authority = `files.showreel.test:${host.port}`;
  const dispatcher = createProxiedAgent({ ...noProxies, https });
  const asking = request(`https://${authority}/a.mp4?Signature=secret`, { dispatcher });
  await expect(asking).rejects.toMatchObject({ code: "ECONNRESET" });
  const hello = await host.heard;
  // A record of type "handshake", with the name that the certificate must be for.
  expect([hello[0], hello.includes("files.showreel.test"), hello.includes("secret")]).toEqual([
    22,
    true,
    false,
  ]);
  expect(await proxy.log()).toMatchObject([{ method: "CONNECT", authority }]);
});

test("a host that the exceptions name is reached past the proxy", async () => {
  using host = await startListening();
  const dispatcher = createProxiedAgent(
    { http: "", https: "http://127.0.0.1:9", noProxy: "files.showreel.test" },
    { connect: { lookup: (_, __, done) => done(null, [{ address: "127.0.0.1", family: 4 }]) } },
  );
  const asking = request(`https://files.showreel.test:${host.port}/`, { dispatcher });
  await expect(asking).rejects.toMatchObject({ code: "ECONNRESET" });
  expect((await host.heard).includes("files.showreel.test")).toBe(true);
});
