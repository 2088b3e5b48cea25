import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test.each([
  ["{% include header.html %}\n\nText.", "Text."],
  ["{%- if a > 1 -%}\nOne.\n{%- else -%}\nTwo.\n{%- endif -%}", "One.\n\nTwo."],
  ["{% comment %}\nHidden.\n{% endcomment %}Text.", "Text."],
  ["{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\nText.", "Text."],
  ["{% raw %}Text.{% endraw %}", "Text."],
  ['{% hint style="warning" %}\nDeep water.\n{% endhint %}', "Warning: Deep water."],
  ['{% tabs %}\n{% tab title="Linux" %}\nShell.\n{% endtab %}\n{% endtabs %}', "Linux.\n\nShell."],
  ["Read [it]({% link _a/b.md %}) and [that]({{ site.url | append: '/x' }}/y).", "Read it and that."],
  [
    "Use {% data variables.product.prodname_actions %} on {% data variables.product.prodname_dotcom %}.",
    "Use actions on GitHub.",
  ],
  ["For more information, see [AUTOTITLE](/a/b).\n\n{% data reusables.a.b %}\n\nText.", "Text."],
  ["{# a comment #}Text {{ boat.name | upcase }} here.", "Text here."],
])("tags of Liquid and Jinja are not spoken: %j", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test.each([
  ["{{< note >}}\nHold fast.\n{{< /note >}}\n\nEnd.", "Note: Hold fast.\n\nEnd."],
  ['{{% alert title="Storm" color="warning" %}}\nReef.\n{{% /alert %}}', "Storm.\n\nReef."],
  [
    'A {{< glossary_tooltip text="mast" term_id="m" >}} and a {{< glossary_tooltip term_id="main-sail" >}}.',
    "A mast and a main sail.",
  ],
  ['## {{% heading "whatsnext" %}}\n\nSail.', "What's next.\n\nSail."],
  ["{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n\nText.", "Text."],
  ['{{< tab header="Go" lang="go" >}}\nx := 1\n{{< /tab >}}\n\nText.', "Text."],
  ['{{< youtube id="x" >}}\n\nSee [this]({{< ref "a.md" >}}).', "See this."],
  ["{{#include ../a.rs:3:9}}\n\nText {{#rustdoc_include b.rs}}.", "Text."],
])("shortcodes of Hugo and includes of mdBook are not spoken: %j", (markdown, spoken) => {
  expect(toSpeech(markdown)).toBe(spoken);
});

test("placeholders stay, unless the text is of an event, where they are expressions", () => {
  const markdown = "{{< note >}}\nVersion {{ tag }} of {{ release.notes }} is out.\n{{< /note >}}";
  expect(toSpeech(markdown)).toBe("Note: Version {{ tag }} of {{ release.notes }} is out.");
  expect(toSpeech(markdown, { keepsPlaceholders: false })).toBe("Note: Version is out.");
});

test("tags in code are code", () => {
  expect(toSpeech("Write `{% x %}` or `{{< y >}}` before the text.\n\n```\n{% raw %}\n```\n\nText.")).toBe(
    "Text.",
  );
});
