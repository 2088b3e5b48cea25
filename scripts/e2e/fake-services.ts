import { github as githubState, looks } from "../../test/e2e/github.ts";
import { sampleVideo } from "../../test/support/files/sample-video.ts";
import { startFakeGithub } from "../../test/support/github/fake-github.ts";
import { type FakeHeygen, startFakeHeygen } from "../../test/support/heygen/fake-heygen.ts";
import { startFakeResults } from "../../test/support/stores/fake-results.ts";

/** The only API key that the fake HeyGen accepts; it must not appear anywhere else. */
export const heygenKey = "e2e-key-of-heygen-4711";

/** The video that the fake HeyGen renders: the sandbox's. */

export type FakeServices = Awaited<ReturnType<typeof startFakeServices>>;

/**
 * Starts the fakes on loopback: GitHub's API, its results service, and any number of fake HeyGens by name.
 */
export async function startFakeServices() {
  const github = await startFakeGithub(githubState);
  const results = await startFakeResults();
  const heygens = new Map<string, Promise<FakeHeygen>>();
  const startedHeygens = () => Promise.all(heygens.values());
  return {
    github,
    results,
    /** Returns the fake HeyGen of that name, or starts one whose videos are rendering for so many polls. */
    heygen(name: string, polls = 1): Promise<FakeHeygen> {
      const fake = heygens.get(name) ?? startHeygen(polls);
      heygens.set(name, fake);
      return fake;
    },
    /** Lists requests that violate the API descriptions, and keys that were sent to a file server. */
    async problems(): Promise<string[]> {
      const fakes = await startedHeygens();
      const requests = [...github.requests, ...fakes.flatMap((fake) => fake.requests)];
      const violations = requests.flatMap(({ method, path, problems }) =>
        problems.map((problem) => `${method} ${path}: ${problem}`),
      );
      return [...violations, ...fakes.flatMap((fake) => fake.leakedKeys)];
    },
    async [Symbol.asyncDispose](): Promise<void> {
      const fakes = await startedHeygens();
      await Promise.all([github, results, ...fakes].map((fake) => fake[Symbol.asyncDispose]()));
    },
  };
}

function startHeygen(polls: number): Promise<FakeHeygen> {
  const processing = Array<string>(polls).fill("processing");
  return startFakeHeygen({
    apiKey: heygenKey,
    video: sampleVideo,
    videoStatuses: [...processing, "completed"],
    looks,
  });
}
