type Signature = readonly [extension: string, from: number, hex: string];

const signatures: readonly Signature[] = [
  [".jpg", 0, "ffd8ff"],
  [".png", 0, "89504e470d0a1a0a"],
  [".gif", 0, "474946383961"],
  [".gif", 0, "474946383761"],
  [".webp", 8, "57454250"],
];

/** What the name of a picture ends in, by its first 16 bytes; undefined for what no browser shows as one. */
export function imageFormat(head: Uint8Array): string | undefined {
  const hex = Buffer.from(head).toString("hex");
  return signatures.find(([, from, start]) => hex.startsWith(start, 2 * from))?.[0];
}
