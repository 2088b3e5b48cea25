import { describe, expect, test } from "vitest";
import { madeUpKey, madeUpSegment, madeUpSignature } from "../support/leaks/made-up.ts";
import { reads } from "../support/leaks/reads.ts";
import { show } from "../support/leaks/show.ts";
import { spellings } from "../support/leaks/spellings.ts";
import { herald, type LeakStory, mainStories, otherStories } from "../support/leaks/stories.ts";
import { startFake } from "../support/tell-story.ts";

const secrets = { key: madeUpKey, signature: madeUpSignature };

async function told(story: LeakStory, words: string, isBlind = false) {
  await using heygen = await startFake({ videoStatuses: ["completed"], apiKey: madeUpKey });
  return await show({ ...story.prepare(heygen, words), isBlind });
}

/** The places that show the secret, and those that do not show the words around it although they should. */
async function faultsOf(
  story: LeakStory,
  spell: (secret: string) => string,
  secret: string,
): Promise<string[]> {
  const shown = await told(story, spell(secret));
  return [
    ...Object.entries(shown).flatMap(([place, text]) => (reads(text, secret) ? [`${place} shows it`] : [])),
    ...story.places.flatMap((place) =>
      shown[place].toLowerCase().includes(herald) ? [] : [`${place} says nothing`],
    ),
  ];
}

const [refusal, reason] = mainStories;

describe.each([
  { ...refusal, secret: "key" },
  { ...reason, secret: "key" },
  { ...reason, secret: "signature" },
] as const)("$what", ({ secret: name, ...story }) => {
  describe(`shows no ${name}`, () => {
    test.each(Object.entries(spellings))("%s", async (_, spell) => {
      expect(await faultsOf(story, spell, secrets[name])).toEqual([]);
    });
  });
});

const few = Object.entries(spellings).filter(([name]) =>
  /^(as it is|percent-encoded throughout|with decimal references|with escaped Markdown|broken by blanks|in Base64|in full-width letters|as JSON in JSON)$/.test(
    name,
  ),
);

describe.each(otherStories)("$what", (story) => {
  test.each(few)("shows no key %s", async (_, spell) => {
    expect(await faultsOf(story, spell, madeUpKey)).toEqual([]);
  });
});

test("the signature in the path that a download host leads to is shown nowhere", async () => {
  await using heygen = await startFake({ videoStatuses: ["completed"], apiKey: madeUpKey });
  heygen.on("GET /files/{name}", ...Array(20).fill({ redirect: `https://127.0.0.1/${madeUpSegment}/v.mp4` }));
  const shown = await show({ url: heygen.url, typed: { script: "Welcome.", avatar_id: "look_1" } });
  expect(shown.annotation).toContain("https://127.0.0.1/***/v.mp4");
  expect(Object.values(shown).filter((text) => reads(text, madeUpSegment))).toEqual([]);
});

describe("without what strikes them out", () => {
  test.each([...mainStories, ...otherStories])(
    "$what shows the key wherever it shows anything",
    async (story) => {
      const shown = await told(story, madeUpKey, true);
      const places = Object.entries(shown).flatMap(([place, text]) =>
        reads(text, madeUpKey) ? [place] : [],
      );
      expect(places).toEqual(expect.arrayContaining([...story.places]));
    },
  );
});
