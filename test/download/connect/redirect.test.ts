import { expect, test } from "vitest";
import { startLocalServer } from "../../support/network/local-server.ts";
import { openFrom } from "../../support/network/open-link.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

function startRedirecting(location?: string) {
  return startLocalServer((_, response) => response.writeHead(302, location ? { location } : {}).end());
}

test.each([301, 302, 303, 307, 308])("follows a %i to a relative URL", async (status) => {
  await using server = await startLocalServer((request, response) => {
    if (request.url === "/here") response.end("video");
    else response.writeHead(status, { location: "here" }).end();
  });
  expect(await openFrom(server)).toEqual({ status: 200, text: "video" });
});

test.each([
  "http://169.254.169.254/latest/meta-data",
  "https://10.0.0.1/",
  "file:///etc/passwd",
  "https://user:password@files.example/",
  "http://[::1",
])("rejects a redirect to %s", async (location) => {
  await using server = await startRedirecting(location);
  const failure = await failureOf(() => openFrom(server));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).not.toContain("password");
  expect(server.requests).toHaveLength(1);
});

test("rejects a redirect to another port of the trusted host and sends nothing there", async () => {
  await using other = await startLocalServer((_, response) => response.end("no"));
  await using server = await startRedirecting(other.url.href);
  expect(await failureOf(() => openFrom(server))).toMatchObject({
    code: "download_failed",
    retryable: false,
  });
  expect(other.requests).toEqual([]);
});

test("fails on a redirect without a Location header", async () => {
  await using server = await startRedirecting();
  expect(await failureOf(() => openFrom(server))).toMatchObject({ code: "download_failed" });
  expect(server.requests.map(({ url }) => url)).toEqual(["/a.mp4?Signature=secret"]);
});

test("stops after five redirects", async () => {
  await using server = await startRedirecting("/again");
  const failure = await failureOf(() => openFrom(server));
  expect(failure.message).toBe("The download was redirected more than 5 times.");
  expect(server.requests).toHaveLength(6);
});
