import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const fakeOldVersion = 'data:text/javascript,Object.defineProperty(process,"version",{value:"v20.20.2"})';

test.concurrent.each([
  ["../../dist/cli/index.js", /^Showreel needs Node\.js 22\.19 or newer, and this is v20\.20\.2\./],
  [
    "../../dist/index.js",
    /^::error title=Showreel::Showreel needs Node\.js 22\.19 .+ Update the runner to 2\.327\.1/,
  ],
])("%s prints one error on an unsupported version, and exits", async (bundle, message) => {
  const path = fileURLToPath(new URL(bundle, import.meta.url));
  const run = promisify(execFile)(process.execPath, ["--import", fakeOldVersion, path, "--prompt", "x"]);
  const failure = await run.then(
    () => undefined,
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  expect(failure?.code).toBe(1);
  const output = `${failure?.stdout}${failure?.stderr}`;
  expect(output).toMatch(message);
  expect(output.trim().split("\n")).toHaveLength(1);
});
