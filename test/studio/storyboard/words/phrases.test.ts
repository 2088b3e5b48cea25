import { describe, expect, it } from "vitest";
import { toLines } from "../../../../src/studio/storyboard/words/lines.ts";
import { splitPhrases } from "../../../../src/studio/storyboard/words/phrases.ts";
import { splitSentences } from "../../../../src/studio/storyboard/words/sentences.ts";
import { splitTokens } from "../../../../src/studio/storyboard/words/tokens.ts";

const phrasesOf = (text: string, language: string) =>
  splitPhrases({ text, attached: false }, language).map((phrase) => phrase.text);
const sentencesOf = (text: string, language: string) =>
  splitSentences(text, language).map(({ text }) => text);

describe("splitSentences", () => {
  it("splits after stops", () => {
    expect(sentencesOf("One. Two! Three? Four", "en")).toEqual(["One.", "Two!", "Three?", "Four"]);
    expect(sentencesOf("一。二！三", "ja")).toEqual(["一。", "二！", "三"]);
    expect(sentencesOf("यह है। वह है।", "hi")).toEqual(["यह है।", "वह है।"]);
  });

  it("does not split after abbreviations, versions and German ordinals", () => {
    expect(sentencesOf("Use a shell, e.g. Bash. See J. Smith.", "en")).toHaveLength(2);
    expect(sentencesOf("Version 2.4.1 is out.", "en")).toHaveLength(1);
    expect(sentencesOf("Es erscheint am 3. Mai, z. B. hier.", "de")).toHaveLength(1);
  });

  it("knows which sentences have no space between them", () => {
    expect(splitSentences("一。二。 三", "ja").map(({ attached }) => attached)).toEqual([false, true, false]);
  });
});

describe("splitPhrases", () => {
  it("keeps a short sentence whole", () => {
    const text = "Builds take half the time, thanks to an incremental cache.";
    expect(phrasesOf(text, "en")).toEqual([text]);
  });

  it("cuts after punctuation", () => {
    expect(
      phrasesOf(
        "With Atlas 2.4, every pull request now builds its own preview, and the link appears in the conversation within two minutes.",
        "en",
      ),
    ).toEqual([
      "With Atlas 2.4, every pull request now builds its own preview,",
      "and the link appears in the conversation within two minutes.",
    ]);
  });

  it("cuts before a conjunction where there is no punctuation", () => {
    expect(
      phrasesOf(
        "It rewrites the configuration file of your project and tells you in plain words what has changed",
        "en",
      ),
    ).toEqual([
      "It rewrites the configuration file of your project",
      "and tells you in plain words what has changed",
    ]);
  });

  it.each([
    [
      "en",
      "the of a to",
      "Documentation of the whole project for the users of an app with a link to the page of the team".repeat(
        3,
      ),
    ],
    [
      "de",
      "der die das ein mit von für",
      "Dokumentation für die Nutzer der App mit einem Link von der Seite für das Team mit ein paar Wörtern",
    ],
    [
      "fr",
      "le la les de du un une",
      "La documentation de la version du projet pour les personnes avec un lien vers la page de la grande équipe",
    ],
    [
      "es",
      "el la los de del un con",
      "La documentación de la versión del proyecto para los equipos con un enlace a la página de la empresa",
    ],
  ])("does not end with an article or preposition in %s", (language, words, text) => {
    const ends = phrasesOf(text, language).map((phrase) => phrase.split(" ").at(-1)?.toLowerCase() ?? "");
    expect(ends.length).toBeGreaterThan(1);
    expect(ends.filter((end) => words.split(" ").includes(end))).toEqual([]);
  });

  it("keeps a number with its unit, and French punctuation with its word", () => {
    const filler = "word ".repeat(14);
    for (let words = 8; words <= 17; words += 1) {
      const phrases = phrasesOf(`${"word ".repeat(words)}40 % more « oui » : ${filler}`, "fr");
      expect(phrases.join(" | ")).toMatch(/40 % .*« oui » :/);
    }
  });

  it("cuts Japanese between words, and after a comma first", () => {
    expect(
      phrasesOf(
        "すべてのプルリクエストが自動的にプレビューを生成し、二分以内にリンクが会話に表示されます。",
        "ja",
      ),
    ).toEqual([
      "すべてのプルリクエストが自動的にプレビューを生成し、",
      "二分以内にリンクが会話に表示されます。",
    ]);
  });

  it("divides a long word after its punctuation", () => {
    const url =
      "https://docs.example.com/guides/getting-started/with/the/command-line/and/the/action/index.html";
    const phrases = phrasesOf(url, "en");
    expect(phrases.join("")).toBe(url);
    expect(phrases.every((phrase) => /[/-]$|html$/.test(phrase))).toBe(true);
  });

  it("never divides a character that consists of several", () => {
    const family = "👩‍👩‍👧";
    const phrases = phrasesOf(family.repeat(60), "en");
    expect(phrases.every((phrase) => phrase.replaceAll(family, "") === "")).toBe(true);
  });
});

describe("splitTokens", () => {
  const tokensOf = (text: string, language: string) => splitTokens(text, language).map((token) => token.text);

  it("joins punctuation with its word", () => {
    expect(tokensOf("Non « oui » : (peut-être) !", "fr")).toEqual(["Non", "« oui » :", "(peut-être) !"]);
    expect(tokensOf("「検索」、速い。", "ja")).toEqual(["「検索」、", "速い。"]);
  });

  it("does not join a sign with the word before it", () => {
    expect(tokensOf("Atlas & Search # 4", "en")).toEqual(["Atlas", "&", "Search", "#", "4"]);
  });
});

describe("toLines", () => {
  it("has lines of similar length", () => {
    expect(toLines("Documentation explains everything behind all important settings", "en")).toEqual([
      "Documentation explains everything",
      "behind all important settings",
    ]);
  });

  it("breaks before a preposition", () => {
    expect(toLines("and the link appears in the conversation within two minutes.", "en")).toEqual([
      "and the link appears",
      "in the conversation within two minutes.",
    ]);
  });
});
