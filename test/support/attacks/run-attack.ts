import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runStep } from "../action/run-step.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { createWorkspace } from "../files/workspace.ts";
import { startFakeGithub } from "../github/fake-github.ts";
import { startFakeHeygen } from "../heygen/fake-heygen.ts";
import type { Attack } from "./attack.ts";
import type { Outcome } from "./find-faults.ts";

const filesForLater = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE"];

/** Runs the built action with a healthy HeyGen and a GitHub that the attack scripts. */
export async function runAttack(attack: Attack): Promise<Outcome> {
  await using heygen = await startFakeHeygen({
    videoStatuses: [{ status: "completed", video_page_url: null }],
  });
  await using github = await startFakeGithub(attack.github);
  attack.script?.(github);
  const workspace = createWorkspace(attack.files ?? {});
  attack.prepareWorkspace?.(workspace);
  const laid = new Set(readdirSync(workspace));
  const folder = createTemporaryFolder();
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const later = Object.fromEntries(filesForLater.map((name) => [name, write(name, "")]));
  const { event } = attack;
  const payload = event && "text" in event ? { GITHUB_EVENT_PATH: write("event.json", event.text()) } : {};
  const step = await runStep(
    heygen,
    { github_token: github.token, ...attack.inputs },
    {
      workspace,
      ...(event && { event: { name: event.name, payload: "payload" in event ? event.payload : {} } }),
      env: { GITHUB_API_URL: github.url, ...later, ...payload, ...attack.env },
    },
  );
  const added = readdirSync(workspace).filter((name) => !laid.has(name));
  const written = Object.values(later).map((path) => readFileSync(path, "utf8"));
  return { step, written: written.join(""), added, heygen, github };
}
