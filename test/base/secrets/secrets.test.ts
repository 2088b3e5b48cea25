import { describe, expect, test } from "vitest";
import { createSecrets } from "../../../src/base/secrets/secrets.ts";
import { containsSecret } from "../../support/leaks/contains-secret.ts";
import { fakeKey, fakePathSegment, fakeSignature } from "../../support/leaks/fake-secrets.ts";
import { secretEncodings } from "../../support/leaks/secret-encodings.ts";
import { redactedRepetitions, repeatTo } from "../../support/long-texts.ts";

const link = `https://files.example/v/v_1.mp4?Expires=1790000000&Signature=${encodeURIComponent(fakeSignature)}&Key-Pair-Id=K1`;

const frames: Readonly<Record<string, (secret: string) => string>> = {
  alone: (secret) => secret,
  "in a sentence": (secret) => `The API key ${secret} is not valid.`,
  "in JSON": (secret) => `{"error":{"message":"key ${secret} refused","code":"unauthorized"}}`,
  "in a row of a table": (secret) => `| Reason | ${secret} |`,
};

function createFilledSecrets() {
  const secrets = createSecrets();
  secrets.register(fakeKey);
  secrets.registerLinks({ data: { video_url: link } });
  return secrets;
}

describe.each(Object.entries(secretEncodings))("a secret %s", (_, spell) => {
  test.each(Object.entries(frames))("is redacted %s", (_frame, frame) => {
    const { redact } = createFilledSecrets();
    for (const secret of [fakeKey, fakeSignature]) {
      const text = frame(spell(secret));
      expect(redact(text)).toContain("***");
      expect(containsSecret(redact(text), secret)).toBe(false);
    }
  });

  test("would be readable without redaction", () => {
    for (const secret of [fakeKey, fakeSignature]) {
      expect(containsSecret(`The API key ${spell(secret)} is not valid.`, secret)).toBe(true);
    }
  });
});

describe("redacts", () => {
  test.each([
    ["a signature in a path", `https://host.example/${fakePathSegment}/v.mp4`, fakePathSegment],
    ["a user and a password", "https://me:pa55word@host.example/v.mp4", "pa55word"],
    [
      "a signature that a path names",
      `https://host.example/hdnts=exp=1~hmac=${fakePathSegment}/v.mp4`,
      fakePathSegment,
    ],
    ["a token that a path names", "https://host.example/s--a1B2c3D4--/v.mp4", "a1B2c3D4"],
    [
      "a value with a blank in it",
      `https://host.example/v.mp4?sig=${fakePathSegment.slice(0, 9)} x9y8z7w6`,
      "x9y8z7w6",
    ],
    ["a value with a quote in it", 'https://host.example/v.mp4?token=abc1234"def5678', "def5678"],
    [
      "a link in a sentence",
      `Could not read (https://host.example/v.mp4?sig=${fakePathSegment})!`,
      fakePathSegment,
    ],
    ["a link with escaped slashes", `https:\\/\\/host.example\\/v?sig=${fakePathSegment}`, fakePathSegment],
    ["a link without a scheme", `host.example/v?token=${fakePathSegment}`, fakePathSegment],
    ["a link of another scheme", `s3://bucket/v?X-Amz-Signature=${fakePathSegment}`, fakePathSegment],
    [
      "a link that is encoded",
      encodeURIComponent(`https://host.example/v?sig=${fakePathSegment}`),
      fakePathSegment,
    ],
    ["a link without a scheme but its slashes", `//host.example/v?sig=${fakePathSegment}`, fakePathSegment],
  ])("%s, once a response has contained it", (_, response, secret) => {
    const secrets = createSecrets();
    secrets.registerLinks({ data: [{ any: { field: response } }] });
    expect(secrets.redact(`It says ${secret} is wrong.`)).toBe("It says *** is wrong.");
  });

  test("the query values of a link that is sent as a file, but not the text of a prompt", () => {
    const secrets = createSecrets();
    const sha = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    const file = `https://raw.example/${sha}/deck.pdf?X-Amz-Signature=${fakePathSegment}`;
    secrets.registerSentLinks({
      files: [{ url: file }],
      prompt: "See https://host.example/?cut=release2026final !",
    });
    expect(secrets.redact(`${fakePathSegment} release2026final ${sha}`)).toBe(`*** release2026final ${sha}`);
  });

  test.each([
    ["with an equals sign", "https://user:pa=ssword12345@host/x", "https://***@host/x"],
    ["in Base64", "https://dG9rZW46MTIzNDU2Nzg=@host/x", "https://***@host/x"],
    ["behind a query", "?a=b https://me:a=b=c1234@host/x", "?a=b https://***@host/x"],
    ["and a proof behind it", "https://me:a=b=c1234@host/x?sig=a1b2c3d4", "https://***@host/x?sig=***"],
  ])("credentials %s in a link that was never registered", (_, text, redacted) => {
    expect(createSecrets().redact(text)).toBe(redacted);
  });

  test("a token without the exempt id in it, whatever its case", () => {
    const secrets = createSecrets();
    secrets.registerLinks(`https://host.example/v?token=Avatar_77-${fakePathSegment}`);
    secrets.exempt("avatar_77");
    expect(secrets.redact(`Avatar_77 ${fakePathSegment}`)).toBe("Avatar_77 ***");
  });

  test("the security token header of an upload", () => {
    const secrets = createSecrets();
    secrets.registerLinks({
      upload_headers: { "x-amz-security-token": fakePathSegment, "content-type": "video/mp4" },
    });
    expect(secrets.redact(`video/mp4 ${fakePathSegment}`)).toBe("video/mp4 ***");
  });

  test.each([
    ["X-Amz-Signature=0123456789abcdef"],
    ["bucket.s3.amazonaws.com/k%3FX-Amz-Credential%3D0123456789abcdef%26x"],
    ["https:\\/\\/host.example\\/v?sig=0123456789abcdef"],
    ["//host.example/v?a=1&token=0123456789abcdef"],
    ["ftp://me:0123456789abcdef@host.example/v"],
  ])("the signature in a link that was never registered: %j", (text) => {
    const redacted = createSecrets().redact(`See ${text} now`);
    expect(redacted).not.toContain("0123456789abcdef");
    expect(redacted).toMatch(/^See .*\*\*\*.* now$/);
  });

  test.each([3, 9, 14, fakeKey.length - 18])("a key without its first %i characters", (from) => {
    const { redact } = createFilledSecrets();
    expect(redact(`It ends with ${fakeKey.slice(from)}.`)).toBe("It ends with ***.");
    expect(
      containsSecret(redact(`It is ${encodeURIComponent(fakeKey.slice(from, from + 18))}.`), fakeKey),
    ).toBe(false);
  });

  test("a secret of several lines, each line and as a whole", () => {
    const secrets = createSecrets();
    secrets.register("first-line-1234\r\nsecond-line-5678\n");
    expect(secrets.redact("a first-line-1234 b second-line-5678 c")).toBe("a *** b *** c");
    expect(secrets.redact("a first-line-1234\nsecond-line-5678 c")).toBe("a *** c");
  });

  test("a key although the title contains it, but not a query value that the title contains", () => {
    const secrets = createFilledSecrets();
    secrets.registerLinks("https://host.example/v?name=Reel&cut=release2026final");
    secrets.exempt(`The release2026final ${fakeKey}`);
    expect(secrets.redact(`The release2026final ${fakeKey}`)).toBe("The release2026final ***");
  });

  test("the rest of a query value that contains an exempt id, but not the id", () => {
    const secrets = createSecrets();
    const id = "6f1c9d52e0b84b7f9b8a2f0c1d3e5a7b";
    secrets.registerLinks(`https://host.example/v?key=${id}/v.mp4&token=${id}.${fakePathSegment}`);
    secrets.exempt(id);
    expect(secrets.redact(`${id} ${id}/v.mp4 ${fakePathSegment}`)).toBe(`${id} ${id}/v.mp4 ***`);
  });

  test("Markdown without breaking it, and without changing its first and last line", () => {
    const { redactMarkdown } = createFilledSecrets();
    const text = `<!-- ${fakeKey} -->\n**${fakeKey}**\n<!-- /${fakeKey} -->`;
    const [head = "", , tail = ""] = text.split("\n");
    expect(redactMarkdown(text, head, tail)).toBe(`${head}\n**&#42;&#42;&#42;**\n${tail}`);
  });

  test("only keys where a link must keep working", () => {
    const { redactKeys } = createFilledSecrets();
    expect(redactKeys(link)).toBe(link);
    expect(redactKeys(`${link}&key=${fakeKey}`)).toBe(`${link}&key=***`);
  });

  test("the beginning of a key or of a signature at the end of a text", () => {
    const { redact } = createFilledSecrets();
    expect(redact(`It begins with ${fakeKey.slice(0, 7)}`)).toBe("It begins with ***");
    expect(redact(`It begins with ${fakeSignature.slice(0, 12)}…`)).toBe("It begins with ***…");
    const secrets = createSecrets();
    secrets.registerLinks("https://host.example/v?sig=a1b2c3d4e5f6");
    expect(secrets.redact("It begins with a1b2c3d")).toBe("It begins with ***");
  });
});

describe("does not redact", () => {
  const ordinary = [
    "Submitted: session_id sess_1, video_id 6f1c9d52e0b84b7f9b8a2f0c1d3e5a7b.",
    "Done: videos/Release-2.0-v_1.mp4 (31 s, 12.4 MB).",
    "Größe & Farbe: 50 % heller — 世界 👩‍👩‍👧 &amp; <b>C#</b> \\o/ 100%25 x=41",
    "Expected: length about 45 s, cost about 1.50 USD, up to 2.61 USD, wait 5 min to 15 min.",
    "https://github.com/octo/reel/actions/runs/4711/artifacts/1006",
    "video/mp4, attachment, inline, host, AWS4-HMAC-SHA256, 20260101T000000Z",
    "The key of the account is a secret; its token and its signature are, too.",
    "sha256 6a3028c329cfefb6a3242212af7bdfd3a89e130dc17228c1b98fa6324f2338e2",
  ];
  const signed =
    "https://b.s3.amazonaws.com/v/6f1c9d52e0b84b7f9b8a2f0c1d3e5a7b.mp4?X-Amz-Algorithm=AWS4-HMAC-SHA256" +
    "&X-Amz-Date=20260101T000000Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&response-content-type=video%2Fmp4" +
    `&response-content-disposition=attachment%3Bfilename%3DRelease-2.0-v_1.mp4&X-Amz-Signature=${fakePathSegment}`;

  test.each(ordinary)("ordinary text: %s", (text) => {
    const secrets = createFilledSecrets();
    secrets.register("short");
    secrets.register("");
    secrets.exempt("6f1c9d52e0b84b7f9b8a2f0c1d3e5a7b");
    secrets.registerLinks({ data: { id: "6f1c9d52e0b84b7f9b8a2f0c1d3e5a7b", video_url: signed } });
    expect(secrets.redact(text)).toBe(text);
    expect(secrets.redactMarkdown(text)).toBe(text);
  });

  const named =
    "https://host.example/showreel/v.mp4?v=release-2024&project=showreel-demo-1&updated=2026-11-27&key=public" +
    "&se=2026-11-27T10%3A00%3A00Z&build=20261127100000&cut=release2026final&hash=release-b7";

  test.each([
    "It ends with release",
    "It ends with release…",
    "made by showreel",
    "not on the release release-2024",
    "2026-11-27T10:00",
    "Begun 2026-11-27",
    "made public",
    "It costs 2026",
  ])("a text that ends with an ordinary word of a link: %s", (text) => {
    const secrets = createSecrets();
    secrets.registerLinks(named);
    secrets.registerSentLinks({ files: [{ url: named }] });
    expect(secrets.redact(text)).toBe(text);
  });

  test("a text that is already redacted", () => {
    const { redact } = createFilledSecrets();
    const once = redact(`key ${fakeKey}, ${link}`);
    expect(redact(once)).toBe(once);
  });
});

const same = (text: string) => text;

describe("the time is linear in the length of the text", () => {
  // In quadratic time these would take minutes. scripts/bench/linear-time.ts measures how the time grows.
  const repetitions = redactedRepetitions.map(([part, toRedacted = same]) => [part, toRedacted] as const);
  test.each(repetitions)("when it repeats %j", (part, toRedacted) => {
    const secrets = createFilledSecrets();
    const text = repeatTo(part, 100_000);
    expect(secrets.redact(text)).toBe(toRedacted(text));
    secrets.registerLinks({ text });
    secrets.redact(text.slice(0, 10_000));
  });

  test("and does not depend on the number of exempt texts, with thousands of links registered", () => {
    const secrets = createSecrets();
    secrets.registerLinks({
      data: Array.from({ length: 2_600 }, (_, at) => `https://h.example/${at}?sig=${fakePathSegment}${at}`),
    });
    // Checking all links again for each text would take minutes.
    for (let words = 0; words < 60; words += 1) {
      secrets.exempt(`A title, the ${words}th`);
      expect(secrets.redact(`See ${fakePathSegment}17!`)).toBe("See ***!");
    }
  });

  test("and does not depend on the number of registered links", () => {
    const secrets = createSecrets();
    for (let page = 0; page < 200; page += 1) {
      const links = Array.from(
        { length: 50 },
        (_, at) => `https://h.example/${page}?sig=a1b2c3d4e5${page}x${at}`,
      );
      secrets.registerLinks({ data: links });
    }
    expect(secrets.redact("the last: a1b2c3d4e5199x49!")).toBe("the last: ***!");
  });
});
