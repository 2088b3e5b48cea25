import type { IncomingMessage } from "node:http";
import { sampleVideo } from "../../test/support/files/sample-video.ts";
import { type LocalServer, startLocalServer } from "../../test/support/network/local-server.ts";
import type { JobLog } from "./act-log.ts";
import type { FakeServices } from "./fake-services.ts";

/**
 * Starts the server (`$E2E`) that workflows query to check the effects of their own steps:
 *
 * - `/heygen/NAME` starts a fake HeyGen, and returns `url=…` for `GITHUB_OUTPUT`. `?polls=12` slows its videos down.
 * - `/heygen/NAME/billed`, `/heygen/NAME/sent`: the number of paid videos; the bodies of the requests
 * - `/artifacts`, `/artifacts/ID`: the names, one per line; the content
 * - `/cache`: the keys in version 2 of the cache service, one per line
 * - `/summaries/JOB`, `/logs/JOB`: those of the job so far
 * - `/github/PATH`: GitHub's API
 * - `/sample`: the video that the fakes render
 */
export async function startInspector(
  services: FakeServices,
  jobs: () => readonly JobLog[],
): Promise<LocalServer> {
  return startLocalServer((request, response) => {
    respond(services, jobs(), request)
      .then((body) => (body === undefined ? response.writeHead(404).end() : response.end(body)))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
}

async function respond(
  services: FakeServices,
  jobs: readonly JobLog[],
  { url: path = "/" }: IncomingMessage,
): Promise<string | Uint8Array | undefined> {
  const url = new URL(path, "http://any");
  const [, resource, name = ""] = url.pathname.split("/");
  switch (resource) {
    case "heygen":
      return inspectHeygen(services, url);
    case "artifacts":
      return inspectArtifacts(services, name);
    case "cache":
      return services.results.cacheEntries.map(({ key }) => `${key}\n`).join("");
    case "summaries":
      return jobText(jobs, name, ({ summaries }) => summaries);
    case "logs":
      return jobText(jobs, name, ({ lines }) => lines);
    case "github":
      return requestGithub(services, path.replace("/github/", "/"));
    case "sample":
      return sampleVideo;
    default:
      return undefined;
  }
}

async function inspectHeygen(services: FakeServices, url: URL) {
  const [, , name = "", property] = url.pathname.split("/");
  const fake = await services.heygen(name, Number(url.searchParams.get("polls") ?? 1));
  if (property === "billed") return `${fake.billed}`;
  if (property !== "sent") return `url=${fake.url}\n`;
  const created = fake.requests.filter(({ method, body }) => method === "POST" && body !== undefined);
  return created.map(({ body }) => JSON.stringify(body, undefined, 2)).join("\n");
}

async function inspectArtifacts({ results }: FakeServices, id: string) {
  if (id === "") return results.artifacts.map((artifact) => `${artifact.name}\n`).join("");
  return results.artifacts.find((artifact) => String(artifact.id) === id)?.bytes;
}

// act reports the summary of a step just after its end: the next step may ask a little too early.
async function jobText(jobs: readonly JobLog[], id: string, read: (job: JobLog) => readonly string[]) {
  await new Promise((done) => setTimeout(done, 100));
  return jobs
    .filter((job) => job.id === id)
    .flatMap(read)
    .join("\n");
}

async function requestGithub({ github }: FakeServices, path: string): Promise<string> {
  const response = await fetch(github.url + path, { headers: { authorization: `Bearer ${github.token}` } });
  return response.text();
}
