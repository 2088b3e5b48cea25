import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exitStatuses } from "../../src/base/errors.ts";
import { describeSettings } from "../../src/inputs/schema/describe-settings.ts";
import { actionSettings } from "../../src/inputs/schema/settings.ts";
import { providerNames } from "../../src/providers/index.ts";
import { outputDescriptions } from "../../src/publish/outputs.ts";
import { readActionMetadata } from "../support/action/action-metadata.ts";

const root = new URL("../../", import.meta.url);
const { inputs, outputs, runs } = readActionMetadata();
const settings = describeSettings(actionSettings(providerNames));

describe("action.yml", () => {
  test("declares the key and every setting, with the schema's descriptions and defaults", () => {
    const { api_key: key, github_token: token, ...declared } = inputs;
    expect(key?.description).toContain("HEYGEN_API_KEY");
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how GitHub writes an expression.
    expect([key?.default, token?.default]).toEqual([undefined, "${{ github.token }}"]);
    expect(declared).toEqual(
      Object.fromEntries(
        settings.map(({ name, description, defaultValue }) => [
          name,
          { description, ...(defaultValue !== "" && { default: defaultValue }) },
        ]),
      ),
    );
  });

  test("declares every output with its description", () => {
    const described = Object.entries(outputDescriptions).map(([name, description]) => [
      name,
      { description },
    ]);
    expect(outputs).toEqual(Object.fromEntries(described));
  });

  test("runs a committed bundle on Node 24", () => {
    expect(runs.using).toBe("node24");
    expect(existsSync(new URL(runs.main, root))).toBe(true);
  });
});

describe("README.md", () => {
  const readme = readFileSync(new URL("README.md", root), "utf8");

  /** Returns the first two cells of each row of the table between two markers, without backticks. */
  function readRows(block: string): [string, string][] {
    const [, after = ""] = readme.split(`<!-- ${block} -->`);
    const [, body = ""] = (after.split(`<!-- /${block} -->`)[0] ?? "").split(/^\| -.*$/m);
    const rows = body
      .trim()
      .split("\n")
      .map((row) => row.split("|").map((cell) => cell.replaceAll("`", "").trim()));
    return rows.map(([, first = "", second = ""]) => [first, second]);
  }

  test("names every input with its default, in the order of action.yml", () => {
    const declared = Object.entries(inputs).map(([name, input]) => [name, input.default ?? ""]);
    expect(readRows("inputs")).toEqual(declared);
  });

  test("names every output, in the order of action.yml", () => {
    expect(readRows("outputs").map(([name]) => name)).toEqual(Object.keys(outputs));
  });

  test("names every error code with its exit status", () => {
    const statuses = Object.entries(exitStatuses).map(([code, status]) => [code, String(status)]);
    expect(readRows("errors")).toEqual(statuses);
  });
});
