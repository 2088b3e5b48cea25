import { describe, expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { isPublicAddress } from "../../../src/download/connect/public-address.ts";
import type { DnsLookup } from "../../../src/download/connect/url-policy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { failureOf } from "../../support/failure-of.ts";

const own = new URL("http://127.0.0.1:8080/files/v_1.mp4?Signature=x");
const policy = createUrlPolicy(noProxies, own.origin);
const refused = { code: "download_failed", retryable: false };

/** A look-up that answers every name with these addresses. */
const knows =
  (...addresses: string[]): DnsLookup =>
  (_, __, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

test.each([
  "https://files.heygen.ai/video/abc.mp4?Signature=x",
  "https://files2.heygen.ai:8443/a",
  "https://resource.heygen.com./a",
  "https://8.8.8.8/a",
  "https://[2606:4700::1111]/a",
  "https://[::ffff:8.8.8.8]/a",
  "HTTPS://FILES.HEYGEN.AI/a",
])("%s may be fetched, under watch", async (link) => {
  const watched = await policy.dispatcherFor(new URL("https://files.heygen.ai/"));
  expect(watched).not.toBe(await policy.dispatcherFor(own));
  expect(await policy.dispatcherFor(new URL(link))).toBe(watched);
});

test.each([
  ["http://files.heygen.ai/a", "it is http, not https"],
  ["ftp://files.heygen.ai/a", "it is ftp, not https"],
  ["file:///etc/passwd", "it is file, not https"],
  ["data:video/mp4;base64,AAAA", "it is data, not https"],
  ["javascript:alert(1)", "it is javascript, not https"],
  ["https://user:password@files.heygen.ai/a", "it carries credentials"],
  ["https://user@files.heygen.ai/a", "it carries credentials"],
  ["https://files.heygen.ai:443@127.0.0.1/a", "it carries credentials"],
  ["https://gateway/a", "its name is one that only private networks have"],
  ["https://files.heygen.ai.localdomain/a", "its name is one that only private networks have"],
])("%s may not be fetched: %s", async (link, problem) => {
  const failure = await failureOf(() => policy.dispatcherFor(new URL(link)));
  expect(failure).toMatchObject(refused);
  expect(failure.message).toContain(problem);
  expect(failure.message).not.toContain("password@");
});

test.each([
  ["loopback", ["127.0.0.1", "127.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1"]],
  ["loopback, spelt oddly", ["127.0.0.1.", "１２７.0.0.1", "%31%32%37.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]"]],
  ["this host", ["0.0.0.0", "0", "[::]"]],
  ["loopback in IPv6", ["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]"]],
  [
    "private",
    ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "3232235777", "[fc00::1]", "[fd12::1]"],
  ],
  [
    "the cloud's metadata",
    ["169.254.169.254", "2852039166", "0xa9fea9fe", "[::ffff:a9fe:a9fe]", "[fd00:ec2::254]"],
  ],
  ["link-local", ["169.254.0.1", "[fe80::1]", "[febf::1]"]],
  ["carriers' own", ["100.64.0.1", "100.127.255.255", "100.100.100.200"]],
  ["for documents and tests", ["192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "[2001:db8::1]"]],
  ["for many", ["224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1", "[ff02::1]"]],
  ["a tunnel", ["[2002:7f00:1::]", "[2001:0:7f00:1::]"]],
])("an address that is %s may not be fetched", async (_, hosts) => {
  for (const host of hosts) {
    const failure = await failureOf(() =>
      policy.dispatcherFor(new URL(`https://${host}/latest?token=secret`)),
    );
    expect(failure, host).toMatchObject(refused);
    expect(failure.message, host).toContain("it points to an address that is not public");
    expect(failure.message, host).not.toContain("secret");
  }
});

test.each(["9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0"])(
  "%s is just outside a range that is not public",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each(["172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "2600::1"])(
  "%s is public",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

describe("the origin that the user trusts", () => {
  test("needs no watch, however its address is written", async () => {
    expect(await policy.dispatcherFor(new URL("http://2130706433:8080/"))).toBe(
      await policy.dispatcherFor(own),
    );
  });

  test.each([
    "http://127.0.0.1:8081/",
    "http://127.0.0.1/",
    "https://127.0.0.1:8080/",
    "http://127.0.0.2:8080/",
    "http://localhost:8080/",
    "http://gateway.example:8080/",
  ])("does not extend to %s", async (link) => {
    expect(await failureOf(() => policy.dispatcherFor(new URL(link)))).toMatchObject(refused);
  });

  test("is nobody's unless the user has set it", async () => {
    const trusting = createUrlPolicy(noProxies, undefined);
    expect(await failureOf(() => trusting.dispatcherFor(own))).toMatchObject(refused);
  });
});

describe("behind a proxy, which looks names up itself", () => {
  const link = new URL("https://files.example/a?Signature=secret");
  const behind = (lookup: DnsLookup, trusted?: string) =>
    createUrlPolicy({ http: "", https: "http://127.0.0.1:9", noProxy: "" }, trusted, lookup);

  test.each([
    ["private", ["10.0.0.1"]],
    ["public and private at once", ["8.8.8.8", "192.168.1.1"]],
    ["a private one in disguise", ["::ffff:127.0.0.1"]],
  ])("a name is refused that this machine knows as %s", async (_, addresses) => {
    const failure = await failureOf(() => behind(knows(...addresses)).dispatcherFor(link));
    expect(failure).toMatchObject(refused);
    expect(failure.message).toBe("The download host files.example is not a public address.");
  });

  test("a name may be fetched that this machine knows as public, or not at all", async () => {
    const unknown: DnsLookup = (_, __, done) => done(new Error("ENOTFOUND"), []);
    await expect(behind(knows("8.8.8.8", "2600::1")).dispatcherFor(link)).resolves.toBeDefined();
    await expect(behind(unknown).dispatcherFor(link)).resolves.toBeDefined();
  });

  test("the user's own origin may be fetched, whatever its address", async () => {
    await expect(behind(knows("10.0.0.1"), link.origin).dispatcherFor(link)).resolves.toBeDefined();
  });
});
