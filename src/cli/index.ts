#!/usr/bin/env node
import { isSupportedNodeVersion, minNodeVersion } from "../base/process/node-version.ts";

// Everything else is imported later: on an old Node.js its imports fail with messages that don't name the
// cause.
if (isSupportedNodeVersion(process.version)) {
  await import("./start.ts");
} else {
  process.stderr.write(
    `Showreel needs Node.js ${minNodeVersion} or newer, and this is ${process.version}. Install a newer version from nodejs.org.\n`,
  );
  process.exitCode = 1;
}
