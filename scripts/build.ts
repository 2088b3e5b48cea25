import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  bundle,
  bundleStudio,
  bundles,
  compileSources,
  locateStudio,
  minifyChunks,
  removeComments,
  studioBundle,
} from "./bundles.ts";
import { licenseTexts } from "./license-texts.ts";
import { hashSources, sourceHashFile } from "./source-hash.ts";

await compileSources();
const stats = Object.values(bundles).map(({ entry, folder }) => {
  const output = join("build/dist", folder);
  locateStudio(folder);
  const report = bundle(entry, output);
  removeComments(output);
  // People read what a workflow runs, so the action stays readable. The npm package has only to start fast.
  if (folder === bundles.cli.folder) minifyChunks(output);
  return report;
});
const studioFolder = join("build/dist", studioBundle.folder);
stats.push(await bundleStudio(studioFolder));
removeComments(studioFolder);
writeFileSync("build/dist/licenses.txt", licenseTexts(stats));
writeFileSync(join("build", sourceHashFile), `${hashSources()}\n`);
// A failed build leaves the committed one unchanged. The studio's data is not built here: see scripts/studio.
renameSync("dist/studio/data", join(studioFolder, "data"));
rmSync("dist", { recursive: true, force: true });
renameSync("build/dist", "dist");
