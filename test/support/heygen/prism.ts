import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { deadAddress } from "../network/local-server.ts";
import { toOpenApi } from "./openapi.ts";

/** Prism, an independent API server that validates requests against an OpenAPI document. */
export interface Prism extends AsyncDisposable {
  readonly url: URL;
}

const entry = resolve(".tools/npm/node_modules/@stoplight/prism-cli/dist/index.js");

/** Starts Prism with HeyGen's contract; its responses report violations. */
export async function startPrism(): Promise<Prism> {
  if (!existsSync(entry)) throw new Error("Prism is not installed. Run: bash .ci/tools/install");
  const url = await deadAddress();
  const document = join(createTemporaryFolder(), "heygen.json");
  writeFileSync(document, JSON.stringify(toOpenApi(url.origin)));
  const flags = ["--host", url.hostname, "--port", url.port, "--errors", "--verboseLevel", "fatal"];
  const child = spawn(process.execPath, [entry, "mock", ...flags, document], { stdio: "ignore" });
  const gone = once(child, "exit");
  await untilUp(url, gone);
  return {
    url,
    async [Symbol.asyncDispose]() {
      child.kill();
      await gone;
    },
  };
}

async function untilUp(url: URL, gone: Promise<unknown>): Promise<void> {
  const ended = gone.then(() => {
    throw new Error("Prism exited before its first response.");
  });
  for (;;) {
    const isUp = fetch(url).then(
      () => true,
      () => false,
    );
    if (await Promise.race([isUp, ended])) return;
    await Promise.race([sleep(100), ended]);
  }
}
