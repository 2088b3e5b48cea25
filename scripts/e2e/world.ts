import { sampleVideoBase64 } from "../../src/providers/sandbox/sample-video.ts";
import { github as githubState, looks } from "../../test/e2e/github.ts";
import { startFakeGithub } from "../../test/support/fake-github.ts";
import { type FakeHeygen, startFakeHeygen } from "../../test/support/fake-heygen.ts";
import { startFakeResults } from "../../test/support/fake-results.ts";

/** The one key that the fake HeyGen lets in; nobody else may see it. */
export const heygenKey = "e2e-key-of-heygen-4711";

/** The video that the fake renders, which is the sandbox's. */
export const sampleVideo = Buffer.from(sampleVideoBase64, "base64");

/** Everything around the workflows that is not the engine. */
export type World = Awaited<ReturnType<typeof createWorld>>;

/** Starts the fakes on loopback: GitHub's API, its results service, and as many HeyGens as are asked for. */
export async function createWorld() {
  const github = await startFakeGithub(githubState);
  const results = await startFakeResults();
  const heygens = new Map<string, Promise<FakeHeygen>>();
  const started = () => Promise.all(heygens.values());
  return {
    github,
    results,
    /** The HeyGen of that name; its videos take so many questions after their status. */
    heygen(name: string, questions = 1): Promise<FakeHeygen> {
      const fake = heygens.get(name) ?? open(questions);
      heygens.set(name, fake);
      return fake;
    },
    /** What the contracts of GitHub and HeyGen have against what was sent, and keys that a file server saw. */
    async problems(): Promise<string[]> {
      const fakes = await started();
      const requests = [...github.requests, ...fakes.flatMap((fake) => fake.requests)];
      const found = requests.flatMap(({ method, path, problems }) =>
        problems.map((problem) => `${method} ${path}: ${problem}`),
      );
      return [...found, ...fakes.flatMap((fake) => fake.leakedKeys)];
    },
    async [Symbol.asyncDispose](): Promise<void> {
      const fakes = await started();
      await Promise.all([github, results, ...fakes].map((fake) => fake[Symbol.asyncDispose]()));
    },
  };
}

function open(questions: number): Promise<FakeHeygen> {
  const processing = Array<string>(questions).fill("processing");
  return startFakeHeygen({
    apiKey: heygenKey,
    video: sampleVideo,
    videoStatuses: [...processing, "completed"],
    looks,
  });
}
