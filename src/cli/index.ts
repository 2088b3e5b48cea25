#!/usr/bin/env node
import package_ from "../../package.json" with { type: "json" };
import { isSupportedNodeVersion, minNodeVersion } from "../base/process/node-version.ts";
import { reportWriteErrors } from "./stdout.ts";

const { argv, stdout, stderr } = process;
const [argument, ...others] = argv.slice(2);
const onlyArgument = others.length === 0 ? argument : undefined;

// Everything else is imported later: on an old Node.js its imports fail with messages that don't name the
// cause, and to print a text takes none of it.
if (!isSupportedNodeVersion(process.version)) {
  stderr.write(
    `Showreel needs Node.js ${minNodeVersion} or newer, and this is ${process.version}. Install a newer version from nodejs.org.\n`,
  );
  process.exitCode = 1;
} else if (onlyArgument === "--version") {
  print(`${package_.version}\n`);
} else if (onlyArgument === "--help" || onlyArgument === "-h") {
  // Part of the first file of the bundle, so that it needs no other.
  const { showreelHelp } = await import(/* webpackMode: "eager" */ "./help-text.ts");
  print(showreelHelp);
} else {
  await import("./start.ts");
}

function print(text: string): void {
  reportWriteErrors(process, (message) => stderr.write(`${message}\n`));
  stdout.write(text);
}
