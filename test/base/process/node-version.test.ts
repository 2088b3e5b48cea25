import { expect, test } from "vitest";
import { isSupportedNodeVersion } from "../../../src/base/process/node-version.ts";

test.each([
  ["v20.20.2", false],
  ["v22.18.0", false],
  ["v22.19.0", true],
  ["v24.0.0", true],
  ["v100.1.0", true],
])("supports Node.js %s: %s", (version, expected) => {
  expect(isSupportedNodeVersion(version)).toBe(expected);
});
