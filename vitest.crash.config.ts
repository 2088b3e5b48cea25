import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** The tests that end the built action at every moment of its life; they take minutes. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["test/crash/**/*.test.ts"],
    exclude: [],
    fileParallelism: false,
    testTimeout: 3_600_000,
  },
});
