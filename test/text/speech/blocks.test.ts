import { describe, expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test("skips unticked boxes in a list with ticked ones", () => {
  expect(toSpeech("- [x] Feature\n- [ ] Breaking change")).toBe("Feature.");
});

describe("HTML", () => {
  test("is spoken without comments, tables, scripts and styles", () => {
    const html =
      "<h2>A &amp; B</h2><!-- no --><p>Hi <b>you</b></p><script>no</script><table><td>no</table><style>no</style>";
    expect(toSpeech(html)).toBe("A & B.\n\nHi you.");
  });

  test("keeps a summary only if its details have text", () => {
    const details = (text: string) => `<details>\n<summary>More</summary>\n\n${text}\n\n</details>\n\nEnd`;
    expect(toSpeech(details("words"))).toBe("More.\n\nwords.\n\nEnd.");
    expect(toSpeech(details("![](a.png)"))).toBe("End.");
  });

  test("is spoken after a table that is never closed", () => {
    expect(toSpeech("<table>\n\nText goes on.")).toBe("Text goes on.");
  });

  test("drops rows of links, as Markdown does", () => {
    expect(toSpeech("[Docs](https://a.example) • [Forum](https://b.example)\n\ntext")).toBe("text.");
    expect(toSpeech('<p><a href="a">Docs</a> | <a href="b">Forum</a></p>\n\ntext')).toBe("text.");
    expect(toSpeech("[Docs](https://a.example)")).toBe("Docs.");
  });
});
