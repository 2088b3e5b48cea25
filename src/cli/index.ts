#!/usr/bin/env node
import { isNewEnough, oldestNode } from "../base/node-version.ts";

// Everything else is loaded later: on an old Node.js its imports fail, in words that help nobody.
if (isNewEnough(process.version)) {
  await import("./start.ts");
} else {
  process.stderr.write(
    `Showreel needs Node.js ${oldestNode} or newer, and this is ${process.version}. Install a newer one (nodejs.org).\n`,
  );
  process.exitCode = 1;
}
