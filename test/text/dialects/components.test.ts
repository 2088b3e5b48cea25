import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test("imports and exports of MDX are not spoken", () => {
  const markdown =
    "import Tabs from '@theme/Tabs';\nimport {\n  Aside,\n  Steps,\n} from '@a/components'\nimport './x.css'\n\nexport const boats = [\n  { name: 'Ada' },\n];\n\nexport default function Layout({ children }) {\n  return <main>{children}</main>;\n}\n\n# Boats\n\nimport duties are high.";
  expect(toSpeech(markdown)).toBe("Boats.\n\nimport duties are high.");
});

test("the text of components is spoken, with the titles of tabs and boxes", () => {
  const markdown =
    '<Tabs groupId="os">\n  <TabItem value="l" label="Linux">\n\n    Use the **shell**.\n\n  </TabItem>\n  <TabItem value="w" label={"Windows"}>\n\n    ```sh\n    dir\n    ```\n\n  </TabItem>\n</Tabs>\n\n<Aside type="caution">\nIt is deep.\n</Aside>\n\n<Aside type="tip" title="Try it">\nDive.\n</Aside>\n\nEnd.';
  expect(toSpeech(markdown)).toBe(
    "Linux.\n\nUse the shell.\n\nCaution: It is deep.\n\nTry it.\n\nDive.\n\nEnd.",
  );
});

test("components in a sentence leave its text", () => {
  const markdown =
    'Edit the <AppOnly>first</AppOnly> file <Badge type="tip" text="2.0" /> now{" "}<Icon name="x" />, {/* not\n\nspoken */}please.\n\n<Image\n  alt="a > b"\n  sizes={{ a: [1, 2] }}\n/>\n\n<div style={{ color: "red" }}>Red</div>\n\n<>Fragment</>';
  expect(toSpeech(markdown)).toBe("Edit the first file now, please.\n\nRed.\n\nFragment.");
});

test("scripts and styles of Vue are not spoken", () => {
  const markdown =
    '<script setup lang="ts">\nimport { ref } from "vue"\n\nconst a = ref<number>(1)\n</script>\n\n# Boats\n\n<VPBoats :size="2" />\n\nText.\n\n<style scoped>\n.a { color: red }\n</style>';
  expect(toSpeech(markdown)).toBe("Boats.\n\nText.");
});

test("comparisons are no components", () => {
  expect(toSpeech("A <B and C> D holds for x < 3.")).toContain("holds for x less than 3.");
});
