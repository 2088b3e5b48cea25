import { describe, expect, test } from "vitest";
import { joinPath, pathSegment, queryValue } from "../../../src/base/http/url-path.ts";

describe("joinPath", () => {
  test.each([
    ["https://api.example", "/v3/videos", "https://api.example/v3/videos"],
    ["https://api.example/proxy/", "/v3/videos?limit=2", "https://api.example/proxy/v3/videos?limit=2"],
    ["https://api.example", "//evil.example/x", "https://api.example//evil.example/x"],
  ])("joins %s and %s", (base, path, expected) => {
    expect(joinPath(new URL(base), path).href).toBe(expected);
  });
});

describe("an id in a URL", () => {
  test.each(["v_1", "a/b", "a?b#c", "..a", "ü"])("is encoded: %j", (id) => {
    const url = joinPath(new URL("https://api.example"), `/v/${pathSegment(id)}/x?id=${queryValue(id)}`);
    expect(decodeURIComponent(url.pathname)).toBe(`/v/${id}/x`);
    expect(url.searchParams.get("id")).toBe(id);
  });

  test.each([".", ".."])("is not a dot segment: %j", (id) => {
    expect(() => pathSegment(id)).toThrow(`Invalid id "${id}".`);
  });

  test("has no unpaired surrogate", () => {
    expect(() => queryValue("a\ud800")).toThrow("Invalid id");
  });
});
