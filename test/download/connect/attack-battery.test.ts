import { once } from "node:events";
import { connect } from "node:net";
import { Writable } from "node:stream";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { noProxies, type Proxies } from "../../../src/base/http/proxy.ts";
import { getWithRedirects } from "../../../src/download/connect/get-with-redirects.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { startCanaries } from "../../support/canaries.ts";
import { failureOf } from "../../support/failure-of.ts";
import { createFakeRuntime } from "../../support/fake-runtime.ts";
import { startLocalServer } from "../../support/local-server.ts";
import { createLookup, rebinding } from "./attack-names.ts";
import { attacks } from "./attack-urls.ts";

const canaries = await startCanaries();
const { port } = canaries;

// The user's own host: it answers with its path, or redirects to what its query says.
const own = await startLocalServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://own");
  const location = searchParams.get("to");
  // A header's value is ASCII, and a browser's "Copy link" makes it so.
  const toAscii = (text: string) => text.replace(/[^\0-\x7f]+/g, encodeURIComponent).replace(/[\t\n]/g, "");
  if (location === null) response.end(pathname);
  else response.writeHead(302, { location: toAscii(location) }).end();
});

const ownHost = `127.0.0.1:${own.url.port}`;
const refused = { code: "download_failed", retryable: false };
const refusals: string[] = [];

const viaRedirect = (link: string) =>
  `${own.url.origin}/?Signature=secret-of-own&to=${encodeURIComponent(link)}`;

/** GETs a link with real sockets; the names are known as the attacks want it. */
async function open(link: string, proxies: Proxies = noProxies): Promise<string> {
  const pieces: Buffer[] = [];
  const receive = () =>
    new Writable({
      write(piece: Buffer, _, done) {
        pieces.push(piece);
        done();
      },
    });
  const policy = createUrlPolicy(proxies, own.url.origin, createLookup());
  await getWithRedirects(createFakeRuntime(), {
    policy,
    link,
    headers: {},
    idleTimeoutMs: 5_000,
    onBody: receive,
  });
  return Buffer.concat(pieces).toString();
}

afterEach(() => {
  expect(canaries.connections).toBe(0);
});

afterAll(async () => {
  const width = Math.max(...attacks(port).map(({ link }) => JSON.stringify(link).length));
  const rows = refusals
    .map((row) => row.split("\0"))
    .map(([link = "", why]) => `${link.padEnd(width)}  ${why}`);
  process.stdout.write(`${"URL".padEnd(width)}  refused because\n${rows.join("\n")}\n`);
  await Promise.all([canaries[Symbol.asyncDispose](), own[Symbol.asyncDispose]()]);
});

describe.each(attacks(port))("$link is refused", ({ link, because }) => {
  test("as a link", async () => {
    const failure = await failureOf(() => open(link));
    expect(failure).toMatchObject(refused);
    expect(failure.message).toContain(because);
    expect(failure.message).not.toContain("secret");
    refusals.push(`${JSON.stringify(link)}\0${failure.message}`);
  });

  test("as a redirect from the user's own host", async () => {
    const failure = await failureOf(() => open(viaRedirect(link)));
    expect(failure).toMatchObject(refused);
    expect(failure.message).toContain(because);
    expect(failure.message).not.toContain("secret");
  });

  test("behind a proxy, which is not asked", async () => {
    const proxy = `http://127.0.0.1:${port}`;
    const failure = await failureOf(() => open(link, { http: proxy, https: proxy, noProxy: "" }));
    expect(failure).toMatchObject(refused);
    expect(failure.message).toContain(because);
  });
});

describe.each(Object.keys(rebinding))(
  "%s, public when it is checked and private when it is used,",
  (name) => {
    // Behind a proxy names are looked up beforehand; this one is asked directly, and looked up again for that.
    const proxies = { http: "", https: "http://127.0.0.1:9", noProxy: name };
    const link = `https://${name}:${port}/?Signature=secret`;

    test.each([link, viaRedirect(link)])("is refused: %s", async (from) => {
      const failure = await failureOf(() => open(from, proxies));
      expect(failure).toMatchObject(refused);
      expect(failure.message).toBe(`The download host ${name} is not a public address.`);
      refusals.push(`${JSON.stringify(link)}\0${failure.message}`);
    });
  },
);

describe.each([
  `//127.0.0.1:${port}/a`,
  `\\\\127.0.0.1:${port}/a`,
  `http://127.0.0.1:${port}/a`,
  `http://localhost:${own.url.port}/a`,
  `http://localhost.:${own.url.port}/a`,
  `http://127.0.0.2:${own.url.port}/a`,
  `http://[::ffff:127.0.0.1]:${own.url.port}/a`,
  `http://loopback.example:${own.url.port}/a`,
  `https://loopback.example:${own.url.port}/a`,
  `https://${ownHost}/a`,
  `ws://${ownHost}/a`,
])("a redirect from the user's own host to %s", (location) => {
  test("is refused: it is another origin", async () => {
    const before = own.requests.length;
    expect(await failureOf(() => open(viaRedirect(location)))).toMatchObject(refused);
    expect(own.requests).toHaveLength(before + 1);
  });
});

test("a name that nobody knows is a passing fault", async () => {
  const link = `https://nobody.example:${port}/v_1.mp4?Signature=secret`;
  for (const from of [link, viaRedirect(link)]) {
    const failure = await failureOf(() => open(from));
    expect(failure).toMatchObject({ code: "network_error", retryable: true });
    expect(failure.message).toBe(
      `The download broke off (ENOTFOUND: GET https://nobody.example:${port}/v_1.mp4).`,
    );
  }
});

test.each([
  `${own.url.origin}/v_1.mp4`,
  `http://0x7f.1:${own.url.port}/v_1.mp4`,
  viaRedirect("/v_1.mp4"),
  viaRedirect(`//${ownHost}/v_1.mp4`),
  viaRedirect(viaRedirect(`http://2130706433:${own.url.port}/v_1.mp4`)),
])("the user's own host stays allowed, also on loopback: %s", async (link) => {
  expect(await open(link)).toBe("/v_1.mp4");
});

test("every canary is awake", async () => {
  await using others = await startCanaries();
  for (const host of others.hosts) {
    const socket = connect(others.port, host).resume();
    await once(socket, "close");
  }
  expect(others.connections).toBe(others.hosts.length);
});
