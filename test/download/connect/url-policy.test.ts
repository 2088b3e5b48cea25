import { describe, expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { isPublicAddress } from "../../../src/download/connect/public-address.ts";
import type { DnsLookup } from "../../../src/download/connect/url-policy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const trusted = new URL("http://127.0.0.1:8080/files/v_1.mp4?Signature=x");
const policy = createUrlPolicy(noProxies, trusted.origin);
const rejected = { code: "download_failed", retryable: false };

/** A lookup that resolves every name to these addresses. */
const resolveTo =
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
])("allows %s, with the lookup restricted to public addresses", async (link) => {
  const restricted = await policy.dispatcherFor(new URL("https://files.heygen.ai/"));
  expect(restricted).not.toBe(await policy.dispatcherFor(trusted));
  expect(await policy.dispatcherFor(new URL(link))).toBe(restricted);
});

test.each([
  ["http://files.heygen.ai/a", "its scheme is http, not https"],
  ["ftp://files.heygen.ai/a", "its scheme is ftp, not https"],
  ["file:///etc/passwd", "its scheme is file, not https"],
  ["data:video/mp4;base64,AAAA", "its scheme is data, not https"],
  ["javascript:alert(1)", "its scheme is javascript, not https"],
  ["https://user:password@files.heygen.ai/a", "it contains credentials"],
  ["https://user@files.heygen.ai/a", "it contains credentials"],
  ["https://files.heygen.ai:443@127.0.0.1/a", "it contains credentials"],
  ["https://gateway/a", "its host name is private"],
  ["https://files.heygen.ai.localdomain/a", "its host name is private"],
])("rejects %s: %s", async (link, problem) => {
  const failure = await failureOf(() => policy.dispatcherFor(new URL(link)));
  expect(failure).toMatchObject(rejected);
  expect(failure.message).toContain(problem);
  expect(failure.message).not.toContain("password@");
});

test.each([
  ["loopback", ["127.0.0.1", "127.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1"]],
  [
    "loopback in unusual spellings",
    ["127.0.0.1.", "１２７.0.0.1", "%31%32%37.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]"],
  ],
  ["this host", ["0.0.0.0", "0", "[::]"]],
  ["loopback in IPv6", ["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]"]],
  [
    "private",
    ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "3232235777", "[fc00::1]", "[fd12::1]"],
  ],
  [
    "that of a cloud's metadata service",
    ["169.254.169.254", "2852039166", "0xa9fea9fe", "[::ffff:a9fe:a9fe]", "[fd00:ec2::254]"],
  ],
  ["link-local", ["169.254.0.1", "[fe80::1]", "[febf::1]"]],
  ["shared by carriers (CGNAT)", ["100.64.0.1", "100.127.255.255", "100.100.100.200"]],
  [
    "for documentation and benchmarks",
    ["192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "[2001:db8::1]"],
  ],
  ["multicast or reserved", ["224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1", "[ff02::1]"]],
  ["6to4 or Teredo", ["[2002:7f00:1::]", "[2001:0:7f00:1::]"]],
])("rejects an address that is %s", async (_, hosts) => {
  for (const host of hosts) {
    const failure = await failureOf(() =>
      policy.dispatcherFor(new URL(`https://${host}/latest?token=secret`)),
    );
    expect(failure, host).toMatchObject(rejected);
    expect(failure.message, host).toContain("its host is not a public address");
    expect(failure.message, host).not.toContain("secret");
  }
});

test.each(["9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0"])(
  "%s, next to a special range, is public",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each(["172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "223.255.255.255", "2600::1"])(
  "%s is public",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

describe("the trusted origin", () => {
  test("is not restricted to public addresses, in any spelling", async () => {
    expect(await policy.dispatcherFor(new URL("http://2130706433:8080/"))).toBe(
      await policy.dispatcherFor(trusted),
    );
  });

  test.each([
    "http://127.0.0.1:8081/",
    "http://127.0.0.1/",
    "https://127.0.0.1:8080/",
    "http://127.0.0.2:8080/",
    "http://localhost:8080/",
    "http://gateway.example:8080/",
  ])("does not include %s", async (link) => {
    expect(await failureOf(() => policy.dispatcherFor(new URL(link)))).toMatchObject(rejected);
  });

  test("is not trusted when the user has not set it", async () => {
    const withoutTrusted = createUrlPolicy(noProxies, undefined);
    expect(await failureOf(() => withoutTrusted.dispatcherFor(trusted))).toMatchObject(rejected);
  });
});

describe("behind a proxy, which resolves names itself", () => {
  const link = new URL("https://files.example/a?Signature=secret");
  const behind = (lookup: DnsLookup, trustedOrigin?: string) =>
    createUrlPolicy({ http: "", https: "http://127.0.0.1:9", noProxy: "" }, trustedOrigin, lookup);

  test.each([
    ["a private address", ["10.0.0.1"]],
    ["a public and a private address", ["8.8.8.8", "192.168.1.1"]],
    ["a mapped private address", ["::ffff:127.0.0.1"]],
  ])("rejects a name that this machine resolves to %s", async (_, addresses) => {
    const failure = await failureOf(() => behind(resolveTo(...addresses)).dispatcherFor(link));
    expect(failure).toMatchObject(rejected);
    expect(failure.message).toBe("The download host files.example does not have a public address.");
  });

  test("allows a name that this machine resolves to public addresses, or cannot resolve", async () => {
    const unknown: DnsLookup = (_, __, done) => done(new Error("ENOTFOUND"), []);
    await expect(behind(resolveTo("8.8.8.8", "2600::1")).dispatcherFor(link)).resolves.toBeDefined();
    await expect(behind(unknown).dispatcherFor(link)).resolves.toBeDefined();
  });

  test("allows the trusted origin at any address", async () => {
    await expect(behind(resolveTo("10.0.0.1"), link.origin).dispatcherFor(link)).resolves.toBeDefined();
  });
});
