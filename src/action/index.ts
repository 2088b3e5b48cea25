import { isSupportedNodeVersion, minNodeVersion } from "../base/node-version.ts";

// Everything else is loaded later: on an old Node.js its imports fail, in words that help nobody.
if (isSupportedNodeVersion(process.version)) {
  await import("./start.ts");
} else {
  const words = `Showreel needs Node.js ${minNodeVersion} or newer, and this runner has ${process.version}.`;
  process.stdout.write(`::error title=Showreel::${words} Update the runner to 2.327.1 or newer.\n`);
  process.exitCode = 1;
}
