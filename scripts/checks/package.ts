import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { report } from "./report.ts";
import { runTool } from "./tool.ts";

// Packs the npm package, installs it in an empty folder and runs it there.

const maxBytes = 10_000_000;
const expectedFiles =
  /^(CHANGELOG\.md|LICENSE|README\.md|package\.json|dist\/licenses\.txt|dist\/(cli|studio)\/.+)$/;

const packedSchema = z.tuple([
  z.object({
    filename: z.string(),
    version: z.string(),
    unpackedSize: z.number(),
    files: z.array(z.object({ path: z.string() })),
  }),
]);
const installedSchema = z.object({ packages: z.record(z.string(), z.object({})) });

function checkPackage(folder: string): string[] {
  const [packed] = packedSchema.parse(
    JSON.parse(run(".", "npm", "pack", "--ignore-scripts", "--json", "--pack-destination", folder)),
  );
  const archive = join(folder, packed.filename);
  const unexpected = packed.files.filter(({ path }) => !expectedFiles.test(path));
  const findings = unexpected.map(({ path }) => `${path} is in the package`);
  if (packed.unpackedSize > maxBytes)
    findings.push(`The package has ${packed.unpackedSize} bytes, more than ${maxBytes}`);
  return [
    ...findings,
    ...runTool("publint", archive, "--strict"),
    ...installFindings(folder, archive, packed),
  ];
}

function installFindings(
  folder: string,
  archive: string,
  { version }: { readonly version: string },
): string[] {
  const showreel = (...args: string[]) => run(folder, "npx", "--no-install", "showreel", ...args);
  run(folder, "npm", "install", "--silent", "--offline", archive);
  const file = join(folder, "node_modules", ".package-lock.json");
  const installed = Object.keys(installedSchema.parse(JSON.parse(readFileSync(file, "utf8"))).packages);
  const shown = showreel("--version").trim();
  const flags = ["--provider", "sandbox", "--title", "Packed", "--prompt", "A short welcome"];
  const { status } = JSON.parse(showreel(...flags));
  return [
    ...(installed.length === 1 ? [] : [`npm install installs ${installed.join(", ")}`]),
    ...(shown === version ? [] : [`showreel --version prints ${shown}, not ${version}`]),
    ...(status === "completed" ? [] : [`A video of the sandbox is ${status}`]),
  ];
}

function run(cwd: string, command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

const folder = mkdtempSync(join(tmpdir(), "package-"));
try {
  report("The npm package", checkPackage(folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
