import { expect, test } from "vitest";
import type { DnsLookup } from "../../../src/download/connect/url-policy.ts";
import { failureOf } from "../../support/failure-of.ts";
import { startLocalServer } from "../../support/local-server.ts";
import { openFrom, openLink } from "../../support/open-link.ts";

function startSaying(status: number, headers: Record<string, string> = {}) {
  return startLocalServer((_, response) => response.writeHead(status, headers).end("<html>no</html>"));
}

test("a file is asked for without any key, as it is", async () => {
  await using server = await startLocalServer((_, response) => response.end("video"));
  expect(await openFrom(server)).toEqual({ status: 200, text: "video" });
  const { headers = {} } = server.requests[0] ?? {};
  expect(headers["accept-encoding"]).toBe("identity");
  expect(Object.keys(headers).sort()).toEqual(["accept", "accept-encoding", "connection", "host"]);
});

test.each([206, 416])("HTTP %i is an answer, not a refusal", async (status) => {
  await using server = await startSaying(status);
  expect(await openFrom(server)).toEqual({ status, text: "<html>no</html>" });
});

test("what is asked for is asked of the place that a redirect leads to, too", async () => {
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
  "HTTP %i is a refusal (try again: %s, with a fresh link: %s)",
  async (status, retryable, needsFreshLink) => {
    await using server = await startSaying(status);
    const failure = await failureOf(() => openFrom(server));
    expect(failure).toMatchObject({ code: "download_failed", retryable, needsFreshLink });
    expect(failure.message).toBe(
      `The download host refused the file (HTTP ${status}: GET ${server.url.origin}/a.mp4).`,
    );
  },
);

test.each([
  ["9", 9_000],
  ["Thu, 01 Jan 2026 00:00:20 GMT", 20_000],
])("a refusal says how long to wait (Retry-After: %s)", async (header, milliseconds) => {
  await using server = await startSaying(503, { "retry-after": header });
  expect((await failureOf(() => openFrom(server))).retryAfterMs).toBe(milliseconds);
});

test("a refusal that breaks off is a refusal all the same", async () => {
  await using server = await startLocalServer((request, response) => {
    response.writeHead(403, { "content-length": 100 });
    response.write("<Error>", () => request.socket.destroySoon());
  });
  const failure = await failureOf(() => openFrom(server));
  expect(failure).toMatchObject({ code: "download_failed", needsFreshLink: true });
});

test("a refusal without end is not listened to", async () => {
  let said = 0;
  await using server = await startLocalServer((_, response) => {
    response.writeHead(404);
    const speak = () => {
      said += 10_000;
      if (!response.destroyed && said < 100_000_000) response.write(Buffer.alloc(10_000), speak);
    };
    speak();
  });
  expect(await failureOf(() => openFrom(server))).toMatchObject({
    code: "download_failed",
    needsFreshLink: true,
  });
  expect(said).toBeLessThan(50_000_000);
});

test("a broken connection may be tried again, and the query stays secret", async () => {
  await using server = await startLocalServer((request) => void request.socket.resetAndDestroy());
  const failure = await failureOf(() => openFrom(server));
  expect(failure).toMatchObject({ code: "network_error", retryable: true });
  expect(failure.message).not.toContain("secret");
});

test("a host that says nothing is not waited for longer than told", async () => {
  await using server = await startLocalServer(() => {});
  const failure = await failureOf(() => openFrom(server, { silenceMs: 100 }));
  expect(failure).toMatchObject({ code: "network_error", retryable: true });
  expect(failure.message).toContain("UND_ERR_HEADERS_TIMEOUT");
});

test("a host whose headers have no end is given up at once", async () => {
  await using server = await startSaying(200, { "x-words": "x".repeat(100_000) });
  const failure = await failureOf(() => openFrom(server));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The download host's headers are too long.");
});

test("a name that leads to this machine is refused before anything is sent", async () => {
  await using server = await startLocalServer((_, response) => response.end());
  const link = `https://files.example:${server.url.port}/a.mp4`;
  const lookup: DnsLookup = (_, __, done) => done(null, [{ address: "127.0.0.1", family: 4 }]);
  const failure = await failureOf(() => openLink(link, { lookup }));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The download host files.example is not a public address.");
  expect(server.requests).toEqual([]);
});

test.each(["", "files/v_1.mp4", "https://", "http://[::1"])("%j is no link", async (link) => {
  const failure = await failureOf(() => openLink(link));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The download link is not a URL.");
});
