import { textWidth } from "../words/text-width.ts";
import type { Utterance } from "./plan.ts";

const maxStatementWidth = 70;
const number = "[+−-]?\\d{1,3}(?:[.,\\u00a0\\u202f' ]?\\d{3})*(?:[.,]\\d{1,2})?";
const measured = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:${number}[ \\u00a0\\u202f]?(?:%|‰|×|x|ms|s|kB|KB|MB|GB|TB|fps)|[$€£¥]${number}|${number}[ \\u00a0]?[€£¥])(?![\\p{L}\\p{N}])`,
  "gu",
);

/**
 * Returns the number of a card whose only content is one short statement, with its unit: "40 %" of "Builds are
 * 40 % faster." Undefined without a number, or with several.
 */
export function findEmphasis(blocks: readonly (readonly Utterance[])[]): string | undefined {
  const [utterance, ...others] = blocks.flat();
  if (utterance === undefined || others.length > 0) return undefined;
  if (textWidth(utterance.text) > maxStatementWidth) return undefined;
  const [found, ...further] = utterance.text.match(measured) ?? [];
  return further.length > 0 ? undefined : found;
}
