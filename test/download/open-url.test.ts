import { describe, expect, test } from "vitest";
import { openUrl } from "../../src/download/open-url.ts";
import { createUrlPolicy } from "../../src/download/url-policy.ts";
import { failureOf } from "../support/failure-of.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import { startLocalServer } from "../support/local-server.ts";

/** Opens a path of the server, whose origin the user trusts. */
function open(server: { readonly url: URL }, path = "/a.mp4?Signature=secret") {
  const policy = createUrlPolicy(server.url.origin);
  return openUrl(createFakeRuntime(), policy, new URL(path, server.url).href);
}

function startSaying(status: number, headers: Record<string, string> = {}) {
  return startLocalServer((_, response) => response.writeHead(status, headers).end("<html>no</html>"));
}

test("a file is asked for without any key, as it is", async () => {
  await using server = await startLocalServer((_, response) => response.end("video"));
  expect(await (await open(server)).body.text()).toBe("video");
  const { headers = {} } = server.requests[0] ?? {};
  expect(headers["accept-encoding"]).toBe("identity");
  expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host"]);
});

test.each([
  [400, false, false],
  [401, true, true],
  [403, true, true],
  [404, true, true],
  [410, true, true],
  [408, true, false],
  [429, true, false],
  [451, false, false],
  [500, true, false],
  [503, true, false],
])(
  "HTTP %i is a refusal (try again: %s, with a fresh link: %s)",
  async (status, retryable, needsFreshLink) => {
    await using server = await startSaying(status);
    const failure = await failureOf(() => open(server));
    expect(failure).toMatchObject({ code: "download_failed", retryable, needsFreshLink });
    expect(failure.message).toBe(
      `The download host refused the file (HTTP ${status}: GET ${server.url.origin}/a.mp4).`,
    );
  },
);

test("a refusal says how long to wait", async () => {
  await using server = await startSaying(503, { "retry-after": "9" });
  expect((await failureOf(() => open(server))).retryAfterMs).toBe(9_000);
});

test("a refusal that breaks off is a refusal all the same", async () => {
  await using server = await startLocalServer((request, response) => {
    response.writeHead(403, { "content-length": 100 });
    response.write("<Error>", () => request.socket.destroySoon());
  });
  expect(await failureOf(() => open(server))).toMatchObject({
    code: "download_failed",
    needsFreshLink: true,
  });
});

test("a broken connection may be tried again, and the query stays secret", async () => {
  await using server = await startLocalServer((request) => void request.socket.resetAndDestroy());
  const failure = await failureOf(() => open(server));
  expect(failure).toMatchObject({ code: "network_error", retryable: true });
  expect(failure.message).not.toContain("secret");
});

test("a name that leads to this machine is refused before anything is sent", async () => {
  await using server = await startLocalServer((_, response) => response.end());
  const link = `https://localhost:${server.url.port}/a.mp4`;
  const failure = await failureOf(() => openUrl(createFakeRuntime(), createUrlPolicy(undefined), link));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The download host localhost is not a public address.");
  expect(server.requests).toEqual([]);
});

test.each(["", "files/v_1.mp4", "https://", "http://[::1"])("%j is no link", async (link) => {
  const failure = await failureOf(() => openUrl(createFakeRuntime(), createUrlPolicy(undefined), link));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("with %i is followed, also to a relative address", async (status) => {
    await using server = await startLocalServer((request, response) => {
      if (request.url === "/here") response.end("video");
      else response.writeHead(status, { location: "here" }).end();
    });
    expect(await (await open(server)).body.text()).toBe("video");
  });

  test.each([
    "http://169.254.169.254/latest/meta-data",
    "https://10.0.0.1/",
    "file:///etc/passwd",
    "https://user:password@files.example/",
  ])("to %s is refused", async (location) => {
    await using server = await startSaying(302, { location });
    expect(await failureOf(() => open(server))).toMatchObject({ code: "download_failed", retryable: false });
  });

  test("to another port of the trusted host is refused, and nothing is sent there", async () => {
    await using other = await startSaying(200);
    await using server = await startSaying(302, { location: other.url.href });
    expect(await failureOf(() => open(server))).toMatchObject({ code: "download_failed", retryable: false });
    expect(other.requests).toEqual([]);
  });

  test("without an address is not followed to a made-up one", async () => {
    await using server = await startSaying(302);
    expect(await failureOf(() => open(server))).toMatchObject({ code: "download_failed" });
    expect(server.requests.map(({ url }) => url)).toEqual(["/a.mp4?Signature=secret"]);
  });

  test("in a circle ends after five", async () => {
    await using server = await startSaying(302, { location: "/again" });
    const failure = await failureOf(() => open(server));
    expect(failure.message).toBe("The download was redirected more than 5 times.");
    expect(server.requests).toHaveLength(6);
  });
});
