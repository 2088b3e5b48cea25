import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median } from "./median.ts";

// Measures the time from the start of the process to the first request to the provider, compared to a bare
// fetch, and that of `--version` and `--help` to the end of the process, compared to an empty program.

const runs = 15;
let onRequest = (): void => {};
const server = createServer((_, response) => {
  onRequest();
  response.writeHead(401, { "content-type": "application/json" }).end("{}");
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const folder = mkdtempSync(join(tmpdir(), "bench-"));
writeFileSync(join(folder, "output"), "");

const base = { PATH: process.env.PATH ?? "", NO_PROXY: "127.0.0.1" };
const settings = { API_BASE_URL: url, PROMPT: "x", PROVIDER: "heygen" };
const withPrefix = (prefix: string) =>
  Object.fromEntries(Object.entries(settings).map(([k, v]) => [prefix + k, v]));

interface Command {
  readonly args: readonly string[];
  readonly env?: Record<string, string>;
  /** The command that its time is compared to. */
  readonly baseline: "node" | "fetch";
}

const commands: Record<string, Command> = {
  node: { args: ["-e", "0"], baseline: "node" },
  version: { args: [resolve("dist/cli/index.js"), "--version"], baseline: "node" },
  help: { args: [resolve("dist/cli/index.js"), "--help"], baseline: "node" },
  fetch: { args: ["-e", `fetch("${url}")`], baseline: "fetch" },
  action: {
    args: [resolve("dist/index.js")],
    env: {
      ...withPrefix("INPUT_"),
      INPUT_API_KEY: "k",
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_WORKSPACE: folder,
    },
    baseline: "fetch",
  },
  cli: {
    args: [resolve("dist/cli/index.js")],
    env: { ...withPrefix("SHOWREEL_"), HEYGEN_API_KEY: "k" },
    baseline: "fetch",
  },
};

// Up to the first request, or to the end of a command that sends none.
async function measure({ args, env, baseline }: Command): Promise<number> {
  const started = performance.now();
  const request = new Promise<number>((done) => {
    onRequest = () => done(performance.now() - started);
  });
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...base, ...env }, stdio: "ignore" });
  const exit = once(child, "exit").then(() => performance.now() - started);
  if (baseline === "node") return exit;
  const elapsed = await Promise.race([request, exit.then(() => undefined)]);
  await exit;
  if (elapsed === undefined) throw new Error(`${args[0]} exited without a request`);
  return elapsed;
}

// One run of each after the other, so that a busy moment of the machine slows all of them.
const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));
for (let run = 0; run < runs; run += 1) {
  for (const [name, command] of Object.entries(commands)) times.get(name)?.push(await measure(command));
}
server.close();
rmSync(folder, { recursive: true });

const medianMs = (name: string) => median(times.get(name) ?? []);
const ratioKeys = { node: "ratioToNode", fetch: "ratioToFetch" };
const report = Object.entries(commands).map(([name, { baseline }]) => {
  const ratio = Number((medianMs(name) / medianMs(baseline)).toFixed(2));
  return [name, { medianMs: Math.round(medianMs(name)), [ratioKeys[baseline]]: ratio }];
});
process.stdout.write(`${JSON.stringify({ runs, ...Object.fromEntries(report) }, undefined, 2)}\n`);
