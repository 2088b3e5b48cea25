// The build replaces this module, because a bundle lies elsewhere: see scripts/bundles.ts.
const here = import.meta.url;

/** Where the studio is: the program of its worker thread, and the folder with its data. */
export const studioFiles = {
  worker: new URL("../../studio/worker.ts", here),
  data: new URL("../../../dist/studio/data/", here),
};
