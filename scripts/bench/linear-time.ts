import { createSecrets } from "../../src/base/secrets/secrets.ts";
import { utterancesOf } from "../../src/studio/storyboard/plan/plan.ts";
import { planStoryboard } from "../../src/studio/storyboard/plan/plan-storyboard.ts";
import { toSrt } from "../../src/studio/storyboard/times/captions.ts";
import { layOut } from "../../src/studio/storyboard/times/lay-out.ts";
import { readingTimes } from "../../src/studio/storyboard/times/reading-times.ts";
import { asciiDocToMarkdown } from "../../src/text/pages/asciidoc.ts";
import { restructuredTextToMarkdown } from "../../src/text/pages/restructuredtext.ts";
import { toSpeech } from "../../src/text/speech/index.ts";
import { fakeKey } from "../../test/support/leaks/fake-secrets.ts";
import {
  asciiDocRepetitions,
  dialectRepetitions,
  outlineRepetitions,
  redactedRepetitions,
  repeatTo,
  restructuredTextRepetitions,
  spokenRepetitions,
} from "../../test/support/long-texts.ts";

// Prints how many times the CPU time grows when a text that repeats some characters becomes eight times as long: about 8
// if the time is linear, 64 if it is quadratic. Fails above 32.

const factor = 8;
const limit = 32;
const runs = 3;

interface Work {
  readonly parts: readonly string[];
  /** The number of characters of the long text. */
  readonly length: number;
  run(text: string): unknown;
}

const works: Readonly<Record<string, Work>> = {
  redact: { parts: redactedRepetitions.map(([part]) => part), length: 400_000, run: redact },
  registerLinks: { parts: redactedRepetitions.map(([part]) => part), length: 100_000, run: registerLinks },
  toSpeech: { parts: [...spokenRepetitions, ...dialectRepetitions], length: 200_000, run: toSpeech },
  restructuredTextToMarkdown: {
    parts: restructuredTextRepetitions,
    length: 200_000,
    run: restructuredTextToMarkdown,
  },
  asciiDocToMarkdown: { parts: asciiDocRepetitions, length: 200_000, run: asciiDocToMarkdown },
  planStoryboard: { parts: outlineRepetitions, length: 200_000, run: makeStoryboard },
};

function redact(text: string): void {
  const secrets = createSecrets();
  secrets.register(fakeKey);
  secrets.redact(text);
}

function registerLinks(text: string): void {
  const secrets = createSecrets();
  secrets.registerLinks({ text });
  secrets.redact("");
}

function makeStoryboard(text: string): void {
  const plan = planStoryboard({ title: text, outline: text });
  const times = utterancesOf(plan).map((utterance) => readingTimes(utterance, plan.language));
  toSrt(layOut(plan, times).storyboard);
}

/** Returns the least CPU time of several runs, in microseconds. Less than a millisecond cannot be measured. */
function cpuTime(run: Work["run"], text: string): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    run(text);
    return process.cpuUsage(before).user;
  });
  return Math.max(1_000, ...times.toSorted((one, other) => one - other).slice(0, 1));
}

const results = Object.entries(works).flatMap(([name, { parts, length, run }]) =>
  parts.map((part) => {
    const long = cpuTime(run, repeatTo(part, length));
    const growth = long / cpuTime(run, repeatTo(part, length / factor));
    return { name, part, growth: Number(growth.toFixed(1)) };
  }),
);
process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
if (results.some(({ growth }) => growth > limit)) process.exitCode = 1;
