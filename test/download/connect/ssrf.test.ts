import { once } from "node:events";
import { connect } from "node:net";
import { Writable } from "node:stream";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { noProxies, type Proxies } from "../../../src/base/http/proxy.ts";
import { getWithRedirects } from "../../../src/download/connect/get-with-redirects.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { startCanaryServers } from "../../support/network/canary-servers.ts";
import { startLocalServer } from "../../support/network/local-server.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";
import { createLookup, rebindingNames } from "./ssrf-names.ts";
import { attacks } from "./ssrf-urls.ts";

const canaries = await startCanaryServers();
const { port } = canaries;

// The trusted host: it responds with its path, or redirects to the URL in its query.
const trusted = await startLocalServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://trusted");
  const location = searchParams.get("to");
  // Header values are ASCII; browsers encode a copied link the same way.
  const toAscii = (text: string) => text.replace(/[^\0-\x7f]+/g, encodeURIComponent).replace(/[\t\n]/g, "");
  if (location === null) response.end(pathname);
  else response.writeHead(302, { location: toAscii(location) }).end();
});

const trustedHost = `127.0.0.1:${trusted.url.port}`;
const rejected = { code: "download_failed", retryable: false };
const rejections: string[] = [];

const viaRedirect = (link: string) =>
  `${trusted.url.origin}/?Signature=secret-of-trusted&to=${encodeURIComponent(link)}`;

/** GETs a link with real sockets and the lookup of the attacks. */
async function open(link: string, proxies: Proxies = noProxies): Promise<string> {
  const chunks: Buffer[] = [];
  const receive = () =>
    new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(chunk);
        done();
      },
    });
  const policy = createUrlPolicy(proxies, trusted.url.origin, createLookup());
  await getWithRedirects(createFakeRuntime(), {
    policy,
    link,
    headers: {},
    idleTimeoutMs: 5_000,
    onBody: receive,
  });
  return Buffer.concat(chunks).toString();
}

afterEach(() => {
  expect(canaries.connections).toBe(0);
});

afterAll(async () => {
  const width = Math.max(...attacks(port).map(({ link }) => JSON.stringify(link).length));
  const rows = rejections
    .map((row) => row.split("\0"))
    .map(([link = "", why]) => `${link.padEnd(width)}  ${why}`);
  process.stdout.write(`${"URL".padEnd(width)}  rejected because\n${rows.join("\n")}\n`);
  await Promise.all([canaries[Symbol.asyncDispose](), trusted[Symbol.asyncDispose]()]);
});

describe.each(attacks(port))("rejects $link", ({ link, because }) => {
  test("as a link", async () => {
    const failure = await failureOf(() => open(link));
    expect(failure).toMatchObject(rejected);
    expect(failure.message).toContain(because);
    expect(failure.message).not.toContain("secret");
    rejections.push(`${JSON.stringify(link)}\0${failure.message}`);
  });

  test("as a redirect from the trusted host", async () => {
    const failure = await failureOf(() => open(viaRedirect(link)));
    expect(failure).toMatchObject(rejected);
    expect(failure.message).toContain(because);
    expect(failure.message).not.toContain("secret");
  });

  test("behind a proxy, without a request to it", async () => {
    const proxy = `http://127.0.0.1:${port}`;
    const failure = await failureOf(() => open(link, { http: proxy, https: proxy, noProxy: "" }));
    expect(failure).toMatchObject(rejected);
    expect(failure.message).toContain(because);
  });
});

describe.each(Object.keys(rebindingNames))(
  "a name that resolves to a private address at connect time (%s)",
  (name) => {
    // Behind a proxy, names are resolved in advance. `noProxy` has this one connected to directly, with a
    // second lookup.
    const proxies = { http: "", https: "http://127.0.0.1:9", noProxy: name };
    const link = `https://${name}:${port}/?Signature=secret`;

    test.each([link, viaRedirect(link)])("is rejected: %s", async (from) => {
      const failure = await failureOf(() => open(from, proxies));
      expect(failure).toMatchObject(rejected);
      expect(failure.message).toBe(`The download host ${name} does not have a public address.`);
      rejections.push(`${JSON.stringify(link)}\0${failure.message}`);
    });
  },
);

describe.each([
  `//127.0.0.1:${port}/a`,
  `\\\\127.0.0.1:${port}/a`,
  `http://127.0.0.1:${port}/a`,
  `http://localhost:${trusted.url.port}/a`,
  `http://localhost.:${trusted.url.port}/a`,
  `http://127.0.0.2:${trusted.url.port}/a`,
  `http://[::ffff:127.0.0.1]:${trusted.url.port}/a`,
  `http://loopback.example:${trusted.url.port}/a`,
  `https://loopback.example:${trusted.url.port}/a`,
  `https://${trustedHost}/a`,
  `ws://${trustedHost}/a`,
])("a redirect from the trusted host to %s", (location) => {
  test("is rejected: it is another origin", async () => {
    const before = trusted.requests.length;
    expect(await failureOf(() => open(viaRedirect(location)))).toMatchObject(rejected);
    expect(trusted.requests).toHaveLength(before + 1);
  });
});

test("fails with a retryable error when the name does not resolve", async () => {
  const link = `https://nobody.example:${port}/v_1.mp4?Signature=secret`;
  for (const from of [link, viaRedirect(link)]) {
    const failure = await failureOf(() => open(from));
    expect(failure).toMatchObject({ code: "network_error", retryable: true });
    expect(failure.message).toBe(
      `The download failed (ENOTFOUND: GET https://nobody.example:${port}/v_1.mp4).`,
    );
  }
});

test.each([
  `${trusted.url.origin}/v_1.mp4`,
  `http://0x7f.1:${trusted.url.port}/v_1.mp4`,
  viaRedirect("/v_1.mp4"),
  viaRedirect(`//${trustedHost}/v_1.mp4`),
  viaRedirect(viaRedirect(`http://2130706433:${trusted.url.port}/v_1.mp4`)),
])("allows the trusted origin, even on loopback: %s", async (link) => {
  expect(await open(link)).toBe("/v_1.mp4");
});

test("every canary accepts connections", async () => {
  await using others = await startCanaryServers();
  for (const host of others.hosts) {
    const socket = connect(others.port, host).resume();
    await once(socket, "close");
  }
  expect(others.connections).toBe(others.hosts.length);
});
