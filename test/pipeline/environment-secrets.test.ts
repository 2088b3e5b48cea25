import { describe, expect, test } from "vitest";
import { secretsFromArguments, secretsFromEnvironment } from "../../src/pipeline/environment-secrets.ts";
import { keyVariables } from "../../src/providers/index.ts";

describe("a secret from the environment", () => {
  test.each([
    ...keyVariables,
    "INPUT_API_KEY",
    "INPUT_GITHUB_TOKEN",
    "GITHUB_TOKEN",
    "GH_TOKEN",
    "ACTIONS_RUNTIME_TOKEN",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  ])("is the value of %s", (name) => {
    expect(secretsFromEnvironment({ [name]: " made-up-1 ", OTHER: "other" })).toEqual(["made-up-1"]);
  });

  test.each(["http_proxy", "HTTPS_PROXY", "INPUT_API_BASE_URL", "SHOWREEL_API_BASE_URL"])(
    "is the password in %s, or the user name if there is no password",
    (name) => {
      expect(secretsFromEnvironment({ [name]: "http://me:made-up@proxy.example:8080/" })).toEqual([
        "made-up",
      ]);
      expect(secretsFromEnvironment({ [name]: "http://made-up@proxy.example:8080/" })).toEqual(["made-up"]);
      expect(secretsFromEnvironment({ [name]: "http://made-up:@proxy.example:8080/" })).toEqual(["made-up"]);
      expect(secretsFromEnvironment({ [name]: "http://proxy.example:8080/" })).toEqual([]);
    },
  );

  test("is never empty", () => {
    expect(secretsFromEnvironment({ HEYGEN_API_KEY: " ", GITHUB_TOKEN: "" })).toEqual([]);
  });
});

test.each([
  [["--api-key", "made-up-1"], ["made-up-1"]],
  [["--heygen-api-key=made-up-1", "--title", "Reel"], ["made-up-1"]],
  [["--prompt", "The key of success", "--token"], [""]],
  [["--api-key", "--prompt", "x"], [""]],
  [["--api-key=", "--prompt", "x"], [""]],
  [["--api-key", "-made-up-1"], ["-made-up-1"]],
  [["--api-base-url", "https://made-up@gw.example/v3"], ["made-up"]],
  [["--api-base-url=https://me:made-up@gw.example/v3"], ["made-up"]],
  [["--prompt", "See https://host.example/a:b@c"], []],
])("the secrets in the command line %j are %j", (argv, secrets) => {
  expect(secretsFromArguments(argv)).toEqual(secrets);
});
