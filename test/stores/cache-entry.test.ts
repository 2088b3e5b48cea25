import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  createOutsideFile,
  type SpecialFile,
  specialFiles,
  unchangedState,
} from "../support/files/special-files.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startStoreProcess } from "../support/processes/store-process.ts";
import { type FakeResults, startFakeResults } from "../support/stores/fake-results.ts";

const fingerprint = "c0ffee".padEnd(64, "0");

/** A machine with this name for the temporary folder of its runner. */
function prepareMachine(temporaryName = "temp") {
  const folder = createTemporaryFolder();
  const [workspace, temporary] = [join(folder, "workspace"), join(folder, temporaryName)];
  for (const path of [workspace, temporary]) mkdirSync(path);
  return { folder, workspace, temporary };
}

async function invalidateOn(
  results: FakeResults,
  { workspace, temporary }: ReturnType<typeof prepareMachine>,
) {
  const env = {
    ACTIONS_RESULTS_URL: results.url,
    ACTIONS_RUNTIME_TOKEN: results.token,
    ACTIONS_CACHE_SERVICE_V2: "True",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
  };
  const store = "createActionsCacheStore(runtime)";
  return startStoreProcess({ store, calls: [["invalidate", fingerprint, 1]], env, cwd: workspace }).done;
}

const plantInside = (create: SpecialFile["create"]) => (folder: string, outside: string) => {
  mkdirSync(folder);
  create(join(folder, "entry"), outside);
};

describe("the file of a cache entry", () => {
  test.each([
    ...specialFiles.map(({ title, create }) => ({
      title: `${title} at its former path`,
      create: plantInside(create),
    })),
    ...specialFiles
      .slice(2, 3)
      .map(({ title, create }) => ({ title: `${title} in place of its former folder`, create })),
  ])("is not written to a workspace with $title", async ({ create }) => {
    await using results = await startFakeResults();
    const machine = prepareMachine();
    const outside = createOutsideFile(machine.folder);
    create(join(machine.workspace, ".showreel"), outside.path);
    const before = readdirSync(machine.workspace, { recursive: true });
    expect((await invalidateOn(results, machine)).outcomes).toEqual([{}]);
    expect(results.cacheEntries).toHaveLength(1);
    expect(outside.state()).toEqual(unchangedState);
    expect(readdirSync(machine.workspace, { recursive: true })).toEqual(before);
    // The toolkit leaves empty folders of its own.
    expect(readdirSync(machine.temporary).filter((name) => name.startsWith("showreel-"))).toEqual([]);
  });

  test.each(["_temp", "t[ab]c what? *"])(
    "has the same version on a machine with the folder %j",
    async (name) => {
      await using results = await startFakeResults();
      await invalidateOn(results, prepareMachine());
      await invalidateOn(results, prepareMachine(name));
      const versions = results.cacheEntries.map(({ version }) => version);
      expect(versions).toHaveLength(2);
      expect(new Set(versions).size).toBe(1);
    },
  );
});
