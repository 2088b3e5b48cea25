import { createHash } from "node:crypto";

/** A short mark of a text that was sent, by which it is known again without being kept: 16 hexadecimal digits. */
export function textMark(text: string): string {
  return createHash("sha256").update(text.trim()).digest("hex").slice(0, 16);
}
