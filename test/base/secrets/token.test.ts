import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isDate, looksLikeToken } from "../../../src/base/secrets/token.ts";

const small = "abcdefghijklmnopqrstuvwxyz";
const letters = `${small.toUpperCase()}${small}0123456789`;
const alphabets = {
  "base64url characters": `${letters}-_`,
  "letters and digits": letters,
  "base32 characters": `${small}234567`,
  "base32 characters in upper case": `${small.toUpperCase()}234567`,
  "hexadecimal digits": "0123456789abcdef",
};
const many = 2_000;

function randomTexts(alphabet: string, length: number): string[] {
  return Array.from({ length: many }, (_, seed) => {
    const bytes = createHash("sha512").update(`${alphabet} ${length} ${seed}`).digest();
    return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % alphabet.length]).join("");
  });
}

describe("recognizes random texts as tokens, except for a few per thousand:", () => {
  test.each([
    [16, "base64url characters", 0.03],
    [22, "base64url characters", 0.01],
    [32, "base64url characters", 0.001],
    [16, "letters and digits", 0.01],
    [22, "letters and digits", 0.001],
    [26, "base32 characters", 0.01],
    [26, "base32 characters in upper case", 0.01],
    [32, "base32 characters", 0.005],
    [16, "hexadecimal digits", 0.05],
    [32, "hexadecimal digits", 0.001],
  ] as const)("%i %s", (length, alphabet, most) => {
    const missed = randomTexts(alphabets[alphabet], length).filter((text) => !looksLikeToken(text));
    expect(missed.length / many).toBeLessThanOrEqual(most);
  });
});

describe("does not take a name that a person chose for a token:", () => {
  test.each([
    "release-2.0-final-cut",
    "V2-Final-Cut-HD-1080p-2026",
    "The-Big-New-Cut-V2-HD",
    "ReleaseNotesFinalCut",
    "ReleaseNotesFinalCut2026",
    "welcome-everybody-to-release-2026-11-27",
    "aws_pacific_production_2026",
    "S01E02-1080p-x264-2ch",
    "AWS4-HMAC-SHA256-PAYLOAD",
    "introductiontoshowreelforeverybody",
    "showreel_demo_1_20261127",
    "Release 2.0, the large overview",
    "release2026final",
    "Anna_public_3_20240108",
    "Screenshot_2026-11-27_at_10.02.33",
    "IMG_20261127_100233",
    "v2.10.3-rc.1-linux-x64",
    "12345678901234567890",
  ])("%s", (name) => {
    expect(looksLikeToken(name)).toBe(false);
  });
});

test.each([
  ["2026-11-27", true],
  ["20261127", true],
  ["20261127T100000Z", true],
  ["2026-11-27T10:00", true],
  ["2026-11-27T10%3A00%3A00Z", true],
  ["2026-11-27T10:00:00.000+01:00", true],
  ["2026-11-27-cut", false],
  ["v2026-11-27", false],
])("isDate of %s is %s", (text, is) => {
  expect(isDate(text)).toBe(is);
});
