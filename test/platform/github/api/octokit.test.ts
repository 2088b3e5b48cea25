import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createGitHubClient } from "../../../../src/platform/github/api/client.ts";
import { createTemporaryFolder } from "../../../support/files/temporary-folder.ts";
import { type FakeGithub, startFakeGithub } from "../../../support/github/fake-github.ts";
import { createFakeRuntime } from "../../../support/runtime/fake-runtime.ts";

const listRoute = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
const list = {
  parameters: { issue_number: 7 },
  responseSchema: z.array(z.object({ id: z.number() })),
  permission: "pull-requests: read",
};

function open(fake: FakeGithub) {
  const { fetch, ...runtime } = createFakeRuntime();
  const hosts: string[] = [];
  const recordingFetch: typeof fetch = (input, init) => {
    hosts.push(new URL(String(input)).host);
    return fetch(input, init);
  };
  const options = { apiUrl: fake.url, token: fake.token, repository: "octo/showreel-test" };
  return { github: createGitHubClient({ ...runtime, fetch: recordingFetch }, options), hosts };
}

const pageWithNext = (url: string) => ({
  status: 200,
  headers: { link: `<${url}>; rel="next"` },
  body: [{ id: 1 }],
});

it("imports @actions/github whatever the event file, GITHUB_API_URL and the proxies hold", async () => {
  const eventFile = join(createTemporaryFolder(), "event.json");
  writeFileSync(eventFile, "{");
  const environment = {
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_API_URL: "invalid",
    https_proxy: "socks5://proxy",
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  await using fake = await startFakeGithub({ issues: [7] });
  await expect(open(fake).github.paginate(listRoute, { ...list, maxPages: 1 })).resolves.toEqual([]);
  expect(process.env).toMatchObject(environment);
  vi.unstubAllEnvs();
});

describe("pages of a list", () => {
  it("are requested until maxPages, even if each has a next one", async () => {
    await using fake = await startFakeGithub({ issues: [7] });
    const next = `${fake.url}/repos/octo/showreel-test/issues/7/comments?per_page=100&page=2`;
    for (let page = 1; page <= 4; page += 1) fake.on(listRoute, pageWithNext(next));
    const { github } = open(fake);
    expect(await github.paginate(listRoute, { ...list, maxPages: 3 })).toHaveLength(3);
    expect(fake.requests).toHaveLength(3);
  });

  it("keep the path of the first page, as a proxy with a path prefix needs", async () => {
    await using fake = await startFakeGithub({ issues: [7] });
    fake.on(listRoute, pageWithNext(`${fake.url}/prefix/repositories/1/issues/7/comments?page=2`));
    await open(fake).github.paginate(listRoute, { ...list, maxPages: 4 });
    const paths = fake.requests.map(({ path }) => path.split("?")[0]);
    expect(new Set(paths)).toEqual(new Set(["/repos/octo/showreel-test/issues/7/comments"]));
    expect(fake.requests).toHaveLength(2);
  });

  it("are requested from the API's host, whatever host the Link header names", async () => {
    await using fake = await startFakeGithub({ issues: [7] });
    fake.on(listRoute, pageWithNext("https://git.example/repos/octo/showreel-test/issues/7/comments?page=2"));
    fake.on(listRoute, pageWithNext("//git.example/repos/octo/showreel-test/issues/7/comments?page=3"));
    const { github, hosts } = open(fake);
    await github.paginate(listRoute, { ...list, maxPages: 4 });
    expect(hosts).toHaveLength(3);
    expect(new Set(hosts)).toEqual(new Set([new URL(fake.url).host]));
  });

  it("fail with network_error if the Link header holds no URL", async () => {
    await using fake = await startFakeGithub({ issues: [7] });
    fake.on(listRoute, pageWithNext("https://"));
    const pages = open(fake).github.paginate(listRoute, { ...list, maxPages: 4 });
    await expect(pages).rejects.toMatchObject({ code: "network_error" });
  });

  it("are validated one by one, and requested again if one isn't what GitHub describes", async () => {
    await using fake = await startFakeGithub({ issues: [7] });
    fake.on(listRoute, { status: 200, body: "<html></html>" });
    await expect(open(fake).github.paginate(listRoute, { ...list, maxPages: 4 })).resolves.toEqual([]);
    expect(fake.requests).toHaveLength(2);
  });

  it("fail for HTTP 409, which Octokit itself takes for an empty list", async () => {
    await using fake = await startFakeGithub({ issues: [7] });
    fake.on(listRoute, { status: 409, body: { message: "Conflict" } });
    const pages = open(fake).github.paginate(listRoute, { ...list, maxPages: 4 });
    await expect(pages).rejects.toMatchObject({ code: "network_error" });
  });
});
