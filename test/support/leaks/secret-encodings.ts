type Spell = (secret: string) => string;

const each = (secret: string, spell: Spell) => Array.from(secret, spell).join("");
const code = (character: string) => character.codePointAt(0) ?? 0;
const hex = (character: string, digits = 2) => code(character).toString(16).padStart(digits, "0");
const signs = (secret: string, spell: Spell) => secret.replace(/[^a-z0-9]/gi, spell);
const between =
  (gap: string): Spell =>
  (secret) =>
    secret.replace(/(.{7})(?=.)/g, `$1${gap}`);
const base64 =
  (before: string): Spell =>
  (secret) =>
    Buffer.from(`${before}${secret}; tail`).toString("base64");
const base64Url =
  (before: string): Spell =>
  (secret) =>
    Buffer.from(`${before}${secret}; tail`).toString("base64url");
const shifted =
  (from: number, other: number): Spell =>
  (secret) =>
    each(secret, (character) =>
      /[!-~]/.test(character) ? String.fromCodePoint(code(character) - from + other) : character,
    );

/** Encodings of a secret that a reader, a browser or a program can still decode. */
export const secretEncodings: Readonly<Record<string, Spell>> = {
  "as it is": (secret) => secret,
  "in upper case": (secret) => secret.toUpperCase(),
  "in lower case": (secret) => secret.toLowerCase(),
  "in quotes": (secret) => `"${secret}"`,
  "in brackets": (secret) => `[${secret}](${secret})`,
  "as a header": (secret) => `x-api-key: ${secret}`,
  "as a bearer's token": (secret) => `Authorization: Bearer ${secret}.`,
  "as the password of an address": (secret) => `https://me:${secret}@gateway.example/v3`,
  "in a query": (secret) => `https://host.example/v3?key=${secret}&x=1`,
  "cut off by dots": (secret) => `${secret.slice(0, 24)}…`,
  "percent-encoded where it must be": encodeURIComponent,
  "percent-encoded signs, in upper case": (secret) => signs(secret, (sign) => `%${hex(sign).toUpperCase()}`),
  "percent-encoded signs, in lower case": (secret) => signs(secret, (sign) => `%${hex(sign)}`),
  "percent-encoded throughout": (secret) => each(secret, (character) => `%${hex(character)}`),
  "percent-encoded twice": (secret) => signs(secret, (sign) => `%25${hex(sign)}`),
  "percent-encoded three times": (secret) => signs(secret, (sign) => `%2525${hex(sign)}`),
  "with %uXXXX": (secret) => signs(secret, (sign) => `%u${hex(sign, 4)}`),
  "with \\uXXXX for signs": (secret) => signs(secret, (sign) => `\\u${hex(sign, 4)}`),
  "with \\uXXXX throughout, in upper case": (secret) =>
    each(secret, (character) => `\\u${hex(character, 4).toUpperCase()}`),
  "with \\u{XX}": (secret) => signs(secret, (sign) => `\\u{${hex(sign)}}`),
  "with \\xXX": (secret) => each(secret, (character) => `\\x${hex(character)}`),
  "with octal escapes": (secret) => signs(secret, (sign) => `\\${code(sign).toString(8).padStart(3, "0")}`),
  "as JSON in JSON": (secret) => JSON.stringify(JSON.stringify({ key: secret })),
  "with escaped slashes": (secret) => secret.replaceAll("/", "\\/"),
  "with decimal references": (secret) => each(secret, (character) => `&#${code(character)};`),
  "with hexadecimal references": (secret) => signs(secret, (sign) => `&#x${hex(sign).toUpperCase()};`),
  "with padded references": (secret) => signs(secret, (sign) => `&#00000${code(sign)};`),
  "with references in references": (secret) => signs(secret, (sign) => `&amp;#${code(sign)};`),
  "with named references": (secret) =>
    secret
      .replaceAll("_", "&lowbar;")
      .replaceAll("-", "&hyphen;")
      .replaceAll(".", "&period;")
      .replaceAll("+", "&plus;")
      .replaceAll("/", "&sol;")
      .replaceAll("=", "&equals;"),
  "with escaped Markdown": (secret) => signs(secret, (sign) => `\\${sign}`),
  "in bold in the middle": (secret) => `${secret.slice(0, 9)}**${secret.slice(9, 18)}**${secret.slice(18)}`,
  "in code in the middle": (secret) => `${secret.slice(0, 9)}\`${secret.slice(9)}\``,
  "broken by tags": between("<wbr>"),
  "broken by comments": between("<!-- -->"),
  "broken by zero-width spaces": between("\u200b"),
  "broken by joiners": between("\u200d"),
  "broken by word joiners": between("\u2060"),
  "broken by byte order marks": between("\ufeff"),
  "broken by soft hyphens": between("\u00ad"),
  "broken by references to soft hyphens": between("&shy;"),
  "broken by variation selectors": between("\ufe0f"),
  "broken by tag characters": between("\u{e0041}"),
  "broken by blanks": between(" "),
  "broken by no-break spaces": between("\u00a0"),
  "broken by tabs": between("\t"),
  "broken by lines": between("\n"),
  "broken by lines of Windows": between("\r\n"),
  "broken by escaped lines": between("\\n"),
  "broken by colours": between("\u001b[31m"),
  "broken by quotes": between('"'),
  "broken by brackets": between(")"),
  "broken by square brackets": between("]"),
  "broken by commas": between(", "),
  "in full-width letters": shifted(0x21, 0xff01),
  "in mathematical letters": (secret) =>
    secret.replace(/[a-z]/g, (letter) => String.fromCodePoint(code(letter) - 97 + 0x1d5ba)),
  "in quoted-printable": (secret) => signs(secret, (sign) => `=${hex(sign).toUpperCase()}`),
  "in Base64": (secret) => Buffer.from(secret).toString("base64"),
  "in Base64, one byte later": base64("x"),
  "in Base64, two bytes later": base64("xy"),
  "in Base64, as a basic login": base64("user:"),
  "in Base64 over several lines": (secret) => base64("user:")(secret).replace(/(.{16})/g, "$1\n"),
  "in URL-safe Base64": base64Url(""),
  "in URL-safe Base64, one byte later": base64Url("x"),
  "in URL-safe Base64, two bytes later": base64Url("xy"),
  "in hexadecimal": (secret) => Buffer.from(secret).toString("hex"),
  "in hexadecimal, in upper case": (secret) => Buffer.from(secret).toString("hex").toUpperCase(),
  "in hexadecimal with colons": (secret) => each(secret, (character) => `${hex(character)}:`),
};
