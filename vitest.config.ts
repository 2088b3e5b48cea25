import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // They take minutes and have a configuration of their own.
    exclude: ["test/crash/**"],
    // The runner's own variables must not leak into what a test starts or reads.
    env: { NO_PROXY: "127.0.0.1,localhost", GITHUB_ACTIONS: "", GITHUB_OUTPUT: "", GITHUB_STEP_SUMMARY: "" },
    // A limit of a test is there for one that hangs: a busy machine is no reason to fail.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Sockets and processes are real, and a machine may stand still for seconds: what fails then is tried once more, and
    // the report names it.
    retry: 1,
    // Most of the time is spent waiting for child processes.
    maxWorkers: 3,
  },
});
