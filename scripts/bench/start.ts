import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { median } from "./median.ts";

// Measures the time from the start of the process to the first request to the provider, compared to a bare
// fetch.

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

const commands = {
  fetch: { args: ["-e", `fetch("${url}")`], env: {} },
  action: {
    args: [resolve("dist/index.js")],
    env: {
      ...withPrefix("INPUT_"),
      INPUT_API_KEY: "k",
      GITHUB_OUTPUT: join(folder, "output"),
      GITHUB_WORKSPACE: folder,
    },
  },
  cli: { args: [resolve("dist/cli/index.js")], env: { ...withPrefix("SHOWREEL_"), HEYGEN_API_KEY: "k" } },
};

async function timeToRequest({
  args,
  env,
}: {
  args: string[];
  env: Record<string, string>;
}): Promise<number> {
  const started = performance.now();
  const request = new Promise<number>((done) => {
    onRequest = () => done(performance.now() - started);
  });
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...base, ...env }, stdio: "ignore" });
  const exit = once(child, "exit");
  const elapsed = await Promise.race([request, exit]);
  await exit;
  if (typeof elapsed !== "number") throw new Error(`${args[0]} exited without a request`);
  return elapsed;
}

const times: Record<string, number[]> = { fetch: [], action: [], cli: [] };
for (let run = 0; run < runs; run += 1) {
  for (const [name, command] of Object.entries(commands)) times[name]?.push(await timeToRequest(command));
}
server.close();
rmSync(folder, { recursive: true });

const medianMs = (values: readonly number[] = []) => Math.round(median(values));
const fetchMs = medianMs(times.fetch);
const report = (ms: number) => ({ medianMs: ms, ratioToFetch: Number((ms / fetchMs).toFixed(2)) });
const result = {
  runs,
  fetch: report(fetchMs),
  action: report(medianMs(times.action)),
  cli: report(medianMs(times.cli)),
};
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
