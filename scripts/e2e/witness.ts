import type { IncomingMessage, ServerResponse } from "node:http";
import { type LocalServer, startLocalServer } from "../../test/support/local-server.ts";
import type { JobLog } from "./act-log.ts";
import { sampleVideo, type World } from "./world.ts";

/**
 * Tells workflows what became of what they did, so that their own steps can check it:
 *
 * - `/heygen/NAME` opens a HeyGen; `?questions=12` makes its videos slow. Answers `url=…` for `GITHUB_OUTPUT`.
 * - `/heygen/NAME/billed`, `/heygen/NAME/sent`: how many videos were paid for; what was asked for
 * - `/artifacts`, `/artifacts/ID`: the names, one a line; the bytes
 * - `/cache`: the keys that version 2 of the cache service holds, one a line
 * - `/summaries/JOB`, `/logs/JOB`: of the job, up to now
 * - `/github/PATH`: GitHub's API
 * - `/sample`: the video that the fakes render
 */
export async function startWitness(world: World, jobs: () => readonly JobLog[]): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    answer(world, jobs(), request)
      .then((body) => (body === undefined ? response.writeHead(404).end() : response.end(body)))
      .catch((error: unknown) => fail(response, error));
  });
}

function fail(response: ServerResponse, error: unknown): void {
  response.writeHead(500).end(String(error));
}

async function answer(
  world: World,
  jobs: readonly JobLog[],
  { url: path = "/" }: IncomingMessage,
): Promise<string | Uint8Array | undefined> {
  const url = new URL(path, "http://any");
  const [, room, name = "", what] = url.pathname.split("/");
  switch (room) {
    case "heygen":
      return answerHeygen(world, name, what, url);
    case "artifacts":
      return answerArtifacts(world, name);
    case "cache":
      return world.results.cacheEntries.map(({ key }) => `${key}\n`).join("");
    case "summaries":
      return textOf(jobs, name, ({ summaries }) => summaries);
    case "logs":
      return textOf(jobs, name, ({ lines }) => lines);
    case "github":
      return askGithub(world, path.replace("/github/", "/"));
    case "sample":
      return sampleVideo;
    default:
      return undefined;
  }
}

async function answerHeygen(world: World, name: string, what: string | undefined, url: URL) {
  const fake = await world.heygen(name, Number(url.searchParams.get("questions") ?? 1));
  if (what === "billed") return `${fake.billed}`;
  if (what !== "sent") return `url=${fake.url}\n`;
  const created = fake.requests.filter(({ method, body }) => method === "POST" && body !== undefined);
  return created.map(({ body }) => JSON.stringify(body, undefined, 2)).join("\n");
}

async function answerArtifacts({ results }: World, id: string) {
  if (id === "") return results.artifacts.map((artifact) => `${artifact.name}\n`).join("");
  return results.artifacts.find((artifact) => String(artifact.id) === id)?.bytes;
}

// The engine tells of a step's summary just after its end: the next step may ask a little too early.
async function textOf(jobs: readonly JobLog[], id: string, read: (job: JobLog) => readonly string[]) {
  await new Promise((done) => setTimeout(done, 100));
  return jobs
    .filter((job) => job.id === id)
    .flatMap(read)
    .join("\n");
}

async function askGithub({ github }: World, path: string): Promise<string> {
  const answer = await fetch(github.url + path, { headers: { authorization: `Bearer ${github.token}` } });
  return answer.text();
}
