import fc from "fast-check";
import type { RawResponse } from "../network/scripted-api.ts";
import type { ProviderCase } from "./provider-cases.ts";

// Values and field names that providers use: random text alone would never resemble a response.
const names = (
  "data error code message detail details success status projectId project id video_id session_id video_url " +
  "video_url_caption caption_url subtitle_url downloadUrl resetAt reason messages role type content progress " +
  "failure_code failure_message duration created_at has_more next_token toString constructor"
).split(" ");
const words = (
  "completed failed processing waiting queued thinking waiting_for_input error success NOT_FOUND RATE_LIMITED " +
  "VIDEO_NOT_READY OUTPUT_NOT_FOUND INTERNAL_ERROR rate_limit_exceeded video_not_found not_found 40031 100 " +
  "constructor __proto__ .. https://files.example/v_1.mp4 2026-01-01T00:10:00.000Z user model \ud800 \u0000"
).split(" ");

const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 100, "100", -1, 1e308, "", " "),
  fc.constantFrom(...words),
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 6 }),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}));

const statuses = fc.oneof(
  fc.constantFrom(200, 200, 200, 201, 400, 401, 402, 403, 404, 408, 409, 410, 422, 424, 425, 429, 500, 503),
  fc.integer({ min: 200, max: 599 }),
);

const headers = fc.record(
  {
    "retry-after": fc.constantFrom("", "0", "1", "90", "1847", "-5", "1e308", "1e999", "soon"),
    "x-ratelimit-reset": fc.constantFrom("2026-01-01T00:30:00.000Z", "1999-01-01T00:00:00.000Z", "1847", "x"),
    "x-request-id": fc.constantFrom("req_1", "::error::x"),
  },
  { requiredKeys: [] },
);

const strangeTexts = [
  "",
  "<html>Bad gateway</html>",
  '{"data":',
  '{"__proto__":{"status":"completed"},"toString":1,"constructor":{"name":null}}',
  '"completed"',
  "[[[[]]]]",
];

/** Arbitrary responses: successful ones with a wrong part, and any JSON and HTTP. */
export function fuzzedResponse(bench: ProviderCase): fc.Arbitrary<RawResponse> {
  const { completed, failed } = bench.statusNames;
  const healthy = [
    bench.created,
    bench.status(completed, bench.completedFields),
    bench.status(failed),
    bench.status("never_heard_of"),
    ...(bench.link ? [bench.link] : []),
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...healthy), fc.nat(), fc.boolean(), value)
    .map(([answer, at, isDeep, wrong]) => damage(answer, at, isDeep, wrong));
  const refused = fc.constantFrom(...words).map(bench.errorBody);
  const body = fc.oneof(damaged, refused, fc.constantFrom(...healthy), value, fc.jsonValue());
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ status: statuses, headers, body }) },
    {
      weight: 1,
      arbitrary: fc.record({ status: statuses, headers, text: fc.constantFrom(...strangeTexts) }),
    },
  );
}

function damage(answer: object, at: number, isDeep: boolean, wrong: unknown): object {
  const copy: Record<string, unknown> = structuredClone(answer) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const key = keys[at % keys.length] ?? "status";
  const inner = copy[key];
  const isObject = typeof inner === "object" && inner !== null;
  copy[key] = isDeep && isObject ? damage(inner, at, false, wrong) : wrong;
  return copy;
}
