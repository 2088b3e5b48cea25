import { expect, test } from "vitest";
import type { DnsLookup } from "../../../src/download/connect/url-policy.ts";
import { startLocalServer } from "../../support/network/local-server.ts";
import { openFrom, openLink } from "../../support/network/open-link.ts";
import { passIdleTimeouts } from "../../support/network/undici-clock.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

function startResponding(status: number, headers: Record<string, string> = {}) {
  return startLocalServer((_, response) => response.writeHead(status, headers).end("<html>no</html>"));
}

test("requests a file without credentials and without compression", async () => {
  await using server = await startLocalServer((_, response) => response.end("video"));
  expect(await openFrom(server)).toEqual({ status: 200, text: "video" });
  const { headers = {} } = server.requests[0] ?? {};
  expect(headers["accept-encoding"]).toBe("identity");
  expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host"]);
});

test.each([206, 416])("returns HTTP %i as a response, not as an error", async (status) => {
  await using server = await startResponding(status);
  expect(await openFrom(server)).toEqual({ status, text: "<html>no</html>" });
});

test("sends the range headers to the target of a redirect too", async () => {
  await using server = await startLocalServer((request, response) => {
    if (request.url === "/there") response.end("video");
    else response.writeHead(302, { location: "/there" }).end();
  });
  await openFrom(server, { headers: { range: "bytes=5-", "if-range": '"v1"' } });
  expect(server.requests.map(({ headers }) => [headers.range, headers["if-range"]])).toEqual([
    ["bytes=5-", '"v1"'],
    ["bytes=5-", '"v1"'],
  ]);
});

test.each([
  [400, false, false],
  [401, true, true],
  [403, true, true],
  [404, true, true],
  [410, true, true],
  [408, true, false],
  [425, true, false],
  [429, true, false],
  [451, false, false],
  [500, true, false],
  [503, true, false],
])(
  "HTTP %i is an error (retryable: %s, needs a fresh link: %s)",
  async (status, retryable, needsFreshLink) => {
    await using server = await startResponding(status);
    const failure = await failureOf(() => openFrom(server));
    expect(failure).toMatchObject({ code: "download_failed", retryable, needsFreshLink });
    expect(failure.message).toBe(
      `The download host returned HTTP ${status} (GET ${server.url.origin}/a.mp4).`,
    );
  },
);

test.each([
  ["9", 9_000],
  ["Thu, 01 Jan 2026 00:00:20 GMT", 20_000],
])("an error has the delay of Retry-After: %s", async (header, milliseconds) => {
  await using server = await startResponding(503, { "retry-after": header });
  expect((await failureOf(() => openFrom(server))).retryAfterMs).toBe(milliseconds);
});

test("reports an error response whose body is truncated", async () => {
  await using server = await startLocalServer((request, response) => {
    response.writeHead(403, { "content-length": 100 });
    response.write("<Error>", () => request.socket.destroySoon());
  });
  const failure = await failureOf(() => openFrom(server));
  expect(failure).toMatchObject({ code: "download_failed", needsFreshLink: true });
});

test("stops reading an error response without end", async () => {
  let sent = 0;
  await using server = await startLocalServer((_, response) => {
    response.writeHead(404);
    const send = () => {
      sent += 10_000;
      if (!response.destroyed && sent < 100_000_000) response.write(Buffer.alloc(10_000), send);
    };
    send();
  });
  expect(await failureOf(() => openFrom(server))).toMatchObject({
    code: "download_failed",
    needsFreshLink: true,
  });
  expect(sent).toBeLessThan(50_000_000);
});

test("a broken connection is retryable, and its error does not show the query", async () => {
  await using server = await startLocalServer((request) => void request.socket.resetAndDestroy());
  const failure = await failureOf(() => openFrom(server));
  expect(failure).toMatchObject({ code: "network_error", retryable: true });
  expect(failure.message).not.toContain("secret");
});

test("fails when the host sends no headers within the idle timeout", async () => {
  const idleTimeoutMs = 1_000_000;
  await using server = await startLocalServer(() => passIdleTimeouts(idleTimeoutMs));
  const failure = await failureOf(() => openFrom(server, { idleTimeoutMs }));
  expect(failure).toMatchObject({ code: "network_error", retryable: true });
  expect(failure.message).toContain("UND_ERR_HEADERS_TIMEOUT");
});

test("fails at once when the response headers are too large", async () => {
  await using server = await startResponding(200, { "x-words": "x".repeat(100_000) });
  const failure = await failureOf(() => openFrom(server));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The download host's response headers are too large.");
});

test("rejects a name that resolves to loopback before anything is sent", async () => {
  await using server = await startLocalServer((_, response) => response.end());
  const link = `https://files.example:${server.url.port}/a.mp4`;
  const lookup: DnsLookup = (_, __, done) => done(null, [{ address: "127.0.0.1", family: 4 }]);
  const failure = await failureOf(() => openLink(link, { lookup }));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The download host files.example does not have a public address.");
  expect(server.requests).toEqual([]);
});

test.each(["", "files/v_1.mp4", "https://", "http://[::1"])(
  "rejects %j, which is not a URL",
  async (link) => {
    const failure = await failureOf(() => openLink(link));
    expect(failure).toMatchObject({ code: "download_failed", retryable: false });
    expect(failure.message).toBe("The download link is not a URL.");
  },
);
