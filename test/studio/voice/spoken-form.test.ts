import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spokenForm } from "../../../src/studio/voice/pronunciation/spoken-form.ts";
import { voices } from "../../../src/studio/voice/voices.ts";
import { repeatTo, spokenRepetitions } from "../../support/long-texts.ts";
import { propertyRuns } from "../../support/property-runs.ts";

const languages = new Set(voices.map(({ languageCode }) => languageCode));

test.each([
  // Addresses
  ["Read showreel.dev/docs.", "Read show reel dot dev slash docs."],
  ["See https://www.example.com/a/b/c/d?x=1#y, please.", "See example dot com slash a slash b, please."],
  [`Open https://a.example/${"long".repeat(30)} now`, "Open now"],
  // Versions and numbers
  ["v2.4.1", "version 2 point 4 point 1"],
  ["Version v2.4.1 is out", "Version 2 point 4 point 1 is out"],
  ["v3, v1.x and 2.0.0-beta.3", "version 3, version 1 point x and 2 point 0 point 0 beta 3"],
  ["Pi is 3.14, and 1,000 is a lot", "Pi is 3.14, and 1,000 is a lot"],
  ["on 2026-03-01 at 10:30", "on 2026-03-01 at 10:30"],
  ["16:9, 9:16 and 1:1 in 1080p", "16 by 9, 9 by 16 and 1 by 1 in 1080 p"],
  ["10–20 or 2-3x", "10 to 20 or 2 to 3 times"],
  ["#1, -5 and ~50", "number 1, minus 5 and about 50"],
  ["the 1st, 2nd and 3rd", "the 1st, 2nd and 3rd"],
  ["number 12345678901234567", "number 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7"],
  // Names in programs
  ["atlas.config.ts", "atlas dot config dot T S"],
  ["src/studio/voice/pico.ts", "source slash studio slash voice slash pico dot T S"],
  ["parseConfig() and useState", "parse Config and use State"],
  ["XMLHttpRequest on iPhone15", "X M L Http Request on iPhone 15"],
  ["max_retry_count and __init__.py", "max retry count and init dot P Y"],
  ["GITHUB_TOKEN and API_KEY", "git hub token and ay P I key"],
  ["the flag --dry-run", "the flag dry run"],
  ["actions/checkout@v4 and node:fs", "actions slash checkout at v 4 and node F S"],
  ["C++, C#, .NET and .env", "C plus plus, C sharp, dot NET and dot env"],
  ["key AKIAIOSFODNN7EXAMPLE1234", "key"],
  // Abbreviations
  [
    "CI/CD, an API, two APIs and the API's answer",
    "C I C D, an ay P I, two ay P eyes and the ay P I's answer",
  ],
  ["src/api/cli.ts and GitHub's IDs", "source slash ay P I slash C L I dot T S and git hub's eye dees"],
  ["HTML, HTTP and npm", "H T M L, H T T P and N P M"],
  ["GitHub, macOS, JSON and YAML", "git hub, mac O S, Jason and yam L"],
  ["TypeScript and Node.js", "Type Script and Node dot J S"],
  ["UTF-8 and H.264", "U T F 8 and H 264"],
  ["PRs by Mr. Smith vs. us, e.g. in R&D", "P ars by Mr. Smith versus us, for example in R and D"],
  ["NEW and IMPORTANT", "NEW and IMPORTANT"],
  ["don't, we'll and it's", "don't, we'll and it's"],
  // Units
  ["90 ms, 1 s and 20 MB/s", "90 milliseconds, 1 second and 20 megabytes per second"],
  ["40 % of $20/month", "40% of $20 per month"],
  // Marks
  ['Say "yes" (or no) – and/or wait…', "Say yes, or no, and or wait."],
  ["well-known, e-mail", "well known, e mail"],
  ["a → b; c => d", "a, b; c, d"],
  ["Wow!!! Really?! 🎉", "Wow! Really?"],
  ["**bold** <b>tag</b> | x", "bold b tag b x"],
])("in English, %s is spoken as %s", (text, spoken) => {
  expect(spokenForm(text, "en")).toBe(spoken);
});

test.each([
  ["de", "Version v2.4.1 bringt 1.000 Zeilen", "Version 2 Punkt 4 Punkt 1 bringt 1000 Zeilen"],
  ["de", "z. B. bzw. d.h. 40 %", "zum Beispiel beziehungsweise das heißt 40%"],
  ["de", "showreel.dev/docs", "Schoo Riel Punkt dev Släsch docs"],
  ["de", "Ein Pull Request auf GitHub", "Ein Pull Riekwest auf Gitt Happ"],
  ["de", "100 ms, 2,5 GB und APIs", "100 Millisekunden, 2,5 Gigabyte und A P I"],
  ["de", "Sprach-Ausgabe mit „Stimme“", "Sprach-Ausgabe mit Stimme"],
  ["fr", "La v2.4.1 est là !", "La version 2 point 4 point 1 est là!"],
  ["fr", "L’API de l'URL, c.-à-d. 5 Mo", "L'A P I de l'U R L, c'est-à-dire 5 méga-octets"],
  ["fr", "Est-il « prêt », p. ex. à 50 % ?", "Est-il prêt, par exemple à 50%?"],
  ["fr", "showreel.dev/docs et GitHub", "cho rile point dev slash docs et guitte eube"],
  ["es", "¿La v2.4.1? ¡Sí!", "La versión 2 punto 4 punto 1? Sí!"],
  ["es", "p. ej. en showreel.dev/docs", "por ejemplo en sho ril punto dev barra docs"],
  ["es", "100 ms, n.º 5 y 1.ª", "100 milisegundos, número 5 y 1ª"],
  ["es", "un workflow de GitHub en YAML", "un guorkflo de guit jab en yámel"],
  ["it", "La v2.4.1 è qui", "La versione 2 punto 4 punto 1 è qui"],
  ["it", "L'API, p. es. di showreel.dev/docs", "L'A P I, per esempio di scio ril punto dev slesc docs"],
  ["it", "100 ms e 3x", "100 millisecondi e 3 volte"],
  ["it", "il workflow di GitHub in JavaScript", "il uorcflou di ghit ab in giavascript"],
] as const)("in %s, %s is spoken as %s", (language, text, spoken) => {
  expect(spokenForm(text, language)).toBe(spoken);
});

describe.each([...languages])("in %s,", (language) => {
  test.each([["🎉 👩‍👩‍👧"], ["…"], ["— * # |"], ["こんにちは"], ["Привет"], ["مرحبا"]])(
    "nothing is said for %s",
    (text) => {
      expect(spokenForm(text, language)).toBe("");
    },
  );

  test("the names of an object's own methods are ordinary words", () => {
    expect(spokenForm("constructor toString", language)).toBe("constructor to String");
  });

  test("any text has only letters, digits and single marks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const spoken = spokenForm(text, language);
        expect(spoken).toMatch(/^[\p{Script=Latin}\p{M}\d .,;:!?'%€$£°-]*$/u);
        expect(spoken).not.toMatch(/[.,;:!?]{2}| {2}|^ | $/);
      }),
      propertyRuns(500),
    );
  });
});

test.each([
  ...spokenRepetitions,
  "a/",
  "a.",
  "1.",
  "v1.",
  "-",
  "'",
  "(",
  "aA",
  "@a",
  "1 ",
  "e.g. ",
  "x=",
  "A_",
])("a text that repeats %j is not read for minutes", (part) => {
  const spoken = spokenForm(repeatTo(part, 20_000), "en");
  expect(spoken.length).toBeLessThan(60_000);
});
