import { expect, test } from "vitest";
import type { Catalog, CatalogQuery } from "../../../../src/jobs/catalog.ts";
import { heygen } from "../../../../src/providers/heygen/index.ts";
import { failure } from "../../../support/heygen/fake-heygen/replies.ts";
import { type FakeHeygen, startFakeHeygen } from "../../../support/heygen/fake-heygen.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../../support/runtime/fake-runtime.ts";

async function list(fake: FakeHeygen, query: Partial<CatalogQuery>): Promise<Catalog | undefined> {
  const connection = { runtime: createFakeRuntime(), apiKey: "test-key", baseUrl: new URL(fake.url) };
  return heygen.catalog?.(connection, { kind: "avatars", limit: 50, ...query });
}

const pathsOf = (fake: FakeHeygen) => fake.requests.map(({ path }) => path);

test("lists looks as avatars, with the name of the setting for their id", async () => {
  await using fake = await startFakeHeygen();
  const avatars = await list(fake, { kind: "avatars" });
  expect(avatars?.hasMore).toBe(false);
  expect(avatars?.items[0]).toEqual({
    avatar_id: "look_1",
    name: "Anna in the office",
    type: "studio_avatar",
    orientation: "",
    engines: ["avatar_iv", "avatar_iii"],
    default_voice_id: "voice_1",
    status: "",
  });
  expect(fake.requests).toMatchObject([{ headers: { "x-api-key": "test-key" }, problems: [] }]);
});

test("lists only private avatars when asked to", async () => {
  const own = { id: "look_own", name: "Me", avatar_type: "digital_twin", status: "processing" };
  await using fake = await startFakeHeygen({ looks: [own] });
  expect((await list(fake, { ownership: "private" }))?.items).toMatchObject([{ status: "processing" }]);
  expect((await list(fake, {}))?.items).toHaveLength(3);
});

test("filters voices by language and gender", async () => {
  await using fake = await startFakeHeygen();
  const voices = await list(fake, { kind: "voices", language: "English", gender: "male" });
  expect(voices?.items).toEqual([
    { voice_id: "voice_2", name: "Daniel", language: "English", gender: "male", type: "public" },
  ]);
  expect((await list(fake, { kind: "voices", language: "Finnish & Welsh" }))?.items).toEqual([]);
  expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
});

test("filters private voices by HeyGen's `type` parameter", async () => {
  await using fake = await startFakeHeygen();
  expect((await list(fake, { kind: "voices", ownership: "private" }))?.items).toEqual([]);
  expect(pathsOf(fake)).toEqual(["/v3/voices?limit=50&type=private"]);
});

test("returns an empty list for an account without templates", async () => {
  await using fake = await startFakeHeygen();
  expect(await list(fake, { kind: "templates" })).toEqual({ items: [], hasMore: false });
});

test("reads a long list page by page up to the limit", async () => {
  await using fake = await startFakeHeygen();
  const some = await list(fake, { kind: "styles", limit: 120 });
  expect(some).toMatchObject({ hasMore: true, items: { length: 120, 119: { style_id: "style_120" } } });
  expect(pathsOf(fake)).toEqual([
    "/v3/video-agents/styles?limit=100",
    "/v3/video-agents/styles?limit=100&token=100",
  ]);
});

test.each([
  [229, true],
  [230, false],
  [1_000, false],
])("lists at most %i of 230 styles, has more: %s", async (limit, more) => {
  await using fake = await startFakeHeygen();
  const styles = await list(fake, { kind: "styles", limit });
  expect([styles?.items.length, styles?.hasMore]).toEqual([Math.min(limit, 230), more]);
});

test("stops following a cursor that never ends", async () => {
  await using fake = await startFakeHeygen();
  const page = { status: 200, body: { data: [], has_more: true, next_token: "again" } };
  fake.on("GET /v3/templates", ...Array<typeof page>(600).fill(page));
  expect(await list(fake, { kind: "templates" })).toEqual({ items: [], hasMore: true });
  expect(fake.requests).toHaveLength(500);
});

test("returns HeyGen's texts as plain text", async () => {
  await using fake = await startFakeHeygen();
  const name = `\u001b[31m::error::x\n##[error]\u202e${"y".repeat(500)}`;
  const style = { style_id: "s\r\n1", name, tags: ["\u0007a"] };
  fake.on("GET /v3/video-agents/styles", { status: 200, body: { data: [style] } });
  const [shown] = (await list(fake, { kind: "styles" }))?.items ?? [];
  expect(shown).toMatchObject({ style_id: "s 1", tags: ["a"] });
  expect(shown?.name).toMatch(/^: :error::x # # \[error\] y+…$/);
  expect(shown?.name).toHaveLength(80);
});

test("fails with `unauthorized` if HeyGen rejects the API key", async () => {
  await using fake = await startFakeHeygen();
  fake.on("GET /v3/voices", failure(401, "unauthorized", "Unauthorized"));
  expect(await failureOf(() => list(fake, { kind: "voices" }))).toMatchObject({ code: "unauthorized" });
});
