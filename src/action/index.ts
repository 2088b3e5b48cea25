import { isSupportedNodeVersion, minNodeVersion } from "../base/process/node-version.ts";

// Everything else is imported later: on an old Node.js its imports fail with messages that don't name the
// cause.
if (isSupportedNodeVersion(process.version)) {
  await import("./start.ts");
} else {
  const message = `Showreel needs Node.js ${minNodeVersion} or newer, and this runner has ${process.version}.`;
  process.stdout.write(`::error title=Showreel::${message} Update the runner to 2.327.1 or newer.\n`);
  process.exitCode = 1;
}
