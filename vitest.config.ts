import { defineConfig } from "vitest/config";

const wholeRuns = ["test/action/**/*.test.ts", "test/cli/**/*.test.ts", "test/leaks/**/*.test.ts"];
const processes = ["test/bundle/**/*.test.ts"];
const crash = ["test/crash/**/*.test.ts"];

export default defineConfig({
  test: {
    // The runner's own variables must not leak into what a test starts or reads.
    env: { NO_PROXY: "127.0.0.1,localhost", GITHUB_ACTIONS: "", GITHUB_OUTPUT: "", GITHUB_STEP_SUMMARY: "" },
    // A limit of a test is there for one that hangs: a busy machine is no reason to fail.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Tests leave nothing behind that another file could see, so a worker loads each module once.
    isolate: false,
    // Most objects of a test live only briefly: a larger young generation halves the time of garbage collection.
    execArgv: ["--max-semi-space-size=64"],
    setupFiles: ["test/support/files/remove-temporary-folders.ts"],
    maxWorkers: "100%",
    projects: [
      // One function or room at a time.
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...wholeRuns, ...processes, ...crash],
        },
      },
      // Whole runs of the sources, in this process, against fake services.
      { extends: true, test: { name: "fakes", include: wholeRuns } },
      // The bundles in `dist/`, each as a process of its own.
      {
        extends: true,
        test: {
          name: "bundle",
          include: processes,
          globalSetup: ["test/support/processes/build-if-stale.ts"],
        },
      },
      // The requests to HeyGen, against Prism, which `.ci/tools/install` installs: `npm run checks -- heygen-contract`.
      { extends: true, test: { name: "contract", include: ["test/**/*.contract.ts"] } },
      // The bundles, killed at every boundary of a run. They take minutes.
      {
        extends: true,
        test: {
          name: "crash",
          include: crash,
          globalSetup: ["test/support/processes/build-if-stale.ts"],
          fileParallelism: false,
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
