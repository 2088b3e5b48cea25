import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FakeResults, startFakeResults } from "../support/fake-results.ts";
import { makeOutside, type Plant, plants, untouched } from "../support/plants.ts";
import { startStoreChild } from "../support/store-child.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

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
  return startStoreChild({ store, calls: [["invalidate", fingerprint, 1]], env, cwd: workspace }).done;
}

const plantInside = (lay: Plant["lay"]) => (folder: string, outside: string) => {
  mkdirSync(folder);
  lay(join(folder, "entry"), outside);
};

describe("the file of a cache entry", () => {
  test.each([
    ...plants.map(({ title, lay }) => ({ title: `${title} at its former path`, lay: plantInside(lay) })),
    ...plants.slice(2, 3).map(({ title, lay }) => ({ title: `${title} in place of its former folder`, lay })),
  ])("is not written to a workspace with $title", async ({ lay }) => {
    await using results = await startFakeResults();
    const machine = prepareMachine();
    const outside = makeOutside(machine.folder);
    lay(join(machine.workspace, ".showreel"), outside.path);
    const before = readdirSync(machine.workspace, { recursive: true });
    expect((await invalidateOn(results, machine)).answers).toEqual([{}]);
    expect(results.cacheEntries).toHaveLength(1);
    expect(outside.state()).toEqual(untouched);
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
