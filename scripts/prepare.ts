import { globSync, rmSync } from "node:fs";

// npm runs this after `npm ci`. The package `node` downloads Node.js with its C++ headers, 67 MB, which only
// native modules are compiled with.

for (const folder of globSync("node_modules/node/node_modules/*/include")) {
  rmSync(folder, { recursive: true, force: true });
}
