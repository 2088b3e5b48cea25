import { describe, expect, test } from "vitest";
import { createSecrets } from "../../src/base/secrets/secrets.ts";
import { readSettings, sharedSettings } from "../../src/inputs/schema/settings.ts";
import { settingStrings } from "../../src/inputs/setting-strings.ts";
import { providerNames } from "../../src/providers/index.ts";
import { fakePathSegment } from "../support/leaks/fake-secrets.ts";

const id = "6f1c9d52e0b84b7f9b8a2f0c1d3e5a7b";
const schema = sharedSettings(providerNames);
const exemptSettings = async (typed: Readonly<Record<string, string>>) => {
  const secrets = createSecrets();
  secrets.registerLinks(`https://files.example/${id}/v.mp4?key=${id}&Signature=${fakePathSegment}`);
  for (const text of settingStrings(await readSettings(schema, typed))) secrets.exempt(text);
  return secrets;
};

describe("the value of a setting", () => {
  test.each([
    ["avatar_id", id],
    ["voice_id", id],
    ["style_id", id],
    ["template_id", id],
    ["video_id", id],
    ["release_tag", `v2-${id}`],
    ["output_path", `videos/${id}.mp4`],
    ["audio", `asset:${id}`],
    ["files", `deck.pdf\nasset:${id}`],
    ["messages", `Take ${id}`],
    ["variables", `{look: ${id}}`],
    ["provider_options", `{voice_settings: {id: ${id}}}`],
  ])("is not redacted in other text: %s is %s", async (name, typed) => {
    expect((await exemptSettings({ [name]: typed })).redact(`It is ${id}, not ${fakePathSegment}.`)).toBe(
      `It is ${id}, not ***.`,
    );
  });

  test.each([
    ["audio", `https://files.example/a.mp3?Signature=${fakePathSegment}`],
    ["files", `deck.pdf\nhttps://files.example/a.pdf?Signature=${fakePathSegment}`],
    ["composition", `//files.example/a.zip?Signature=${fakePathSegment}`],
    ["api_base_url", `https://files.example/?token=${fakePathSegment}`],
    ["messages", `See files.example/a?sig=${fakePathSegment}`],
  ])("is redacted if it is in a link, which may be signed: %s", async (name, typed) => {
    expect((await exemptSettings({ [name]: typed })).redact(`It is ${fakePathSegment}.`)).toBe("It is ***.");
  });
});
