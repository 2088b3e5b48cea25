import { expect, test } from "vitest";
import { highestTagBelow } from "../../../../src/platform/github/event-text/previous-tag.ts";

test.each([
  ["v1.10.0", ["v1.9.0", "v1.2.0", "v2.0.0", "v1.10.0"], "v1.9.0"],
  ["v2.0.0", ["v1.9.0", "v2.0.0-rc.1", "v2.0.0-rc.2"], "v2.0.0-rc.2"],
  ["v2.0.0-rc.2", ["v1.9.0", "v2.0.0", "v2.0.0-rc.1"], "v2.0.0-rc.1"],
  ["v2.0.0-rc.10", ["v2.0.0-rc.9", "v2.0.0-rc.2"], "v2.0.0-rc.9"],
  ["app-v1.1.0", ["app-v1.0.0", "lib-v1.0.9", "v1.0.5"], "app-v1.0.0"],
  ["@scope/pkg@1.1.0", ["@scope/pkg@1.0.0", "@scope/other@1.0.9"], "@scope/pkg@1.0.0"],
  ["1.1", ["1.0", "v1.0.5"], "v1.0.5"],
  ["k8s-operator-v1.0.0", ["k8s-agent-v3.0.0", "k8s-agent-v0.9.0"], undefined],
  ["s3-client@1.3.0", ["s3-client@1.2.0", "s3-client@1.2.0-rc.1", "s3-server@1.2.9"], "s3-client@1.2.0"],
  ["v5", ["v4", "v10", "v3"], "v4"],
  ["2026.11.24", ["2026.2.1", "2025.12.31"], "2026.2.1"],
  ["v1.0.0", ["v1.0.0", "v2.0.0"], undefined],
  ["nightly", ["v1.0.0"], undefined],
  ["v1.0.0", [], undefined],
])("highestTagBelow(%s, %j) is %s", (tag, tags, expected) => {
  expect(highestTagBelow(tag, tags)).toBe(expected);
});
