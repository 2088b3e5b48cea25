#!/usr/bin/env node
import { isSupportedNodeVersion, minNodeVersion } from "../base/node-version.ts";

// Everything else is loaded later: on an old Node.js its imports fail, in words that help nobody.
if (isSupportedNodeVersion(process.version)) {
  await import("./start.ts");
} else {
  process.stderr.write(
    `Showreel needs Node.js ${minNodeVersion} or newer, and this is ${process.version}. Install a newer one (nodejs.org).\n`,
  );
  process.exitCode = 1;
}
