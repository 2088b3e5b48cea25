import { describe, expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

describe("boxes", () => {
  test.each([
    ['!!! note "Before you sail"\n    Check the *ropes*.', "Before you sail.\n\nCheck the ropes."],
    [
      "!!! warning\n\n    The deck is wet.\n\n    Walk slowly.\n\nGo on.",
      "Warning: The deck is wet.\n\nWalk slowly.\n\nGo on.",
    ],
    ["???+ tip inline end\n    Coil it.", "Tip: Coil it."],
    ["!!! info\n    Boats float.", "Boats float."],
    ['!!! note ""\n    Plain.', "Note: Plain."],
    ["/// note | Hinweis\n\nLeinen los.\n\n///", "Hinweis.\n\nLeinen los."],
    ["/// details | More\n    open: True\n\nText.\n///\n\nEnd.", "More.\n\nText.\n\nEnd."],
    [":::note[Mind the **gap**]\n\nText.\n\n:::", "Mind the gap.\n\nText."],
    [":::tip Watch this\nText.\n:::\nEnd", "Watch this.\n\nText.\n\nEnd."],
    ["::: details Click me {open}\nText.\n:::", "Click me.\n\nText."],
    ['::: {.callout-warning title="Low tide"}\nText.\n:::', "Low tide.\n\nText."],
    [":::danger\nText.\n:::", "Danger: Text."],
    [":::info Note\nText.\n:::", "Note: Text."],
    ["```{tip} Anchors\nDrop it.\n```\n\nEnd.", "Anchors.\n\nDrop it.\n\nEnd."],
    ["> [!NOTE]\n>\n> Text.", "Note: Text."],
    ["> [!WARNING]\n> Text.", "Warning: Text."],
  ])("speak their title, or else the type: %j", (markdown, spoken) => {
    expect(toSpeech(markdown)).toBe(spoken);
  });

  test("can be nested and stand in a list", () => {
    const markdown =
      "1. Cast off.\n\n    !!! note\n        First.\n\n        ??? tip\n            Second.\n\n2. Sail.";
    expect(toSpeech(markdown)).toBe("Cast off. Note: First. Tip: Second. Sail.");
  });

  test("without text say nothing", () => {
    expect(
      toSpeech('Intro.\n\n!!! example "Code"\n\n    ```py\n    x = 1\n    ```\n\n::: warning\n:::'),
    ).toBe("Intro.");
  });

  test("are not three exclamation marks in a text", () => {
    expect(toSpeech("!!! watch out\nThe boom moves.")).toContain("watch out");
  });
});

test("tabs speak their labels, but not those with code only", () => {
  expect(
    toSpeech('=== "Sail"\n\n    Raise it.\n\n=== "Motor"\n\n    ```sh\n    start\n    ```\n\nEnd.'),
  ).toBe("Sail.\n\nRaise it.\n\nEnd.");
  expect(toSpeech('- Start it.\n\n    === "Petrol"\n\n        ```sh\n        a\n        ```')).toBe(
    "Start it.",
  );
});

test("directives of documentation generators are left out, and the text between them stays", () => {
  const markdown =
    '::: harbor.boats.Boat\n    options:\n      members: true\n\n:::moniker range="> 2"\nText.\n:::moniker-end\n\n::youtube{id=x}\n\n::: mermaid\ngraph TD\n:::\n\nA :abbr[knot]{title=speed}.';
  expect(toSpeech(markdown)).toBe("Text.\n\nA knot.");
});
