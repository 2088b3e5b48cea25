import { expect, test } from "vitest";
import { greatestBelow } from "../../src/github/previous-tag.ts";

test.each([
  ["v1.10.0", ["v1.9.0", "v1.2.0", "v2.0.0", "v1.10.0"], "v1.9.0"],
  ["v2.0.0", ["v1.9.0", "v2.0.0-rc.1", "v2.0.0-rc.2"], "v2.0.0-rc.2"],
  ["v2.0.0-rc.2", ["v1.9.0", "v2.0.0", "v2.0.0-rc.1"], "v2.0.0-rc.1"],
  ["v2.0.0-rc.10", ["v2.0.0-rc.9", "v2.0.0-rc.2"], "v2.0.0-rc.9"],
  ["app-v1.1.0", ["app-v1.0.0", "lib-v1.0.9", "v1.0.5"], "app-v1.0.0"],
  ["@scope/pkg@1.1.0", ["@scope/pkg@1.0.0", "@scope/other@1.0.9"], "@scope/pkg@1.0.0"],
  ["1.1", ["1.0", "v1.0.5"], "v1.0.5"],
  ["2026.11.24", ["2026.2.1", "2025.12.31"], "2026.2.1"],
  ["v1.0.0", ["v1.0.0", "v2.0.0"], undefined],
  ["nightly", ["v1.0.0"], undefined],
  ["v1.0.0", [], undefined],
])("the tag before %s among %j is %s", (tag, tags, expected) => {
  expect(greatestBelow(tag, tags)).toBe(expected);
});
