import { polish } from "./polish.ts";

const version = /^v?\d+(?:\.\d+){1,3}(?:[-+.][\w.+-]{1,40})?$/i;
const date = /(?:^|[\s,(–—-]{1,5})(?:released (?:on )?)?\d{4}[-/.]\d{2}[-/.]\d{2}\)?$/i;

/** The words of a heading: no date, no colon at its end, and a number alone is a version. */
export function headingWords(text: string): string {
  if (/^(?:change ?log|releases)$/i.test(text)) return "";
  const words = polish(text.replace(date, "")).replace(/[:：]$/u, "");
  return version.test(words) ? `Version ${words.replace(/^v/i, "")}` : words;
}
