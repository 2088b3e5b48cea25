import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { Estimate } from "../../../jobs/cost/estimate.ts";
import { spokenSeconds } from "../../../jobs/cost/spoken-seconds.ts";
import type { Look } from "../catalog/api.ts";
import { estimatePromptLength } from "../prompt-length/prompt-length.ts";

/**
 * What HeyGen charges, in US dollars for a second of the finished video unless said otherwise. Source:
 * HeyGen's pages of prices as of autumn 2026 (developers.heygen.com/docs/pricing); those for 4K as of summer
 * 2026.
 */
const prices = {
  agent: 0.0333,
  /** By engine, then by the look's type; what is missing has no known price. */
  avatar: {
    avatar_iii: { photo_avatar: 0.0433, digital_twin: 0.0167, studio_avatar: 0.0167 },
    avatar_iv: { photo_avatar: 0.05, digital_twin: 0.0667, studio_avatar: 0.0667 },
    avatar_v: { digital_twin: 0.0667 },
  },
  avatar4k: { avatar_iv: { photo_avatar: 0.0667, digital_twin: 0.0833, studio_avatar: 0.0833 } },
  /** A video, however long. */
  cinematic: 7,
};

/**
 * How much longer a video may become than expected. The agent's: 79 to 174 % of what its prompt asks
 * (HeyGen).
 */
const margins = { agent: 1.74, speech: 1.25 };

/**
 * The least and the most that a second costs; of any type when none is named, undefined when no price is
 * known.
 */
function avatarPrices(
  engine: string,
  avatarType: string | undefined,
  is4k: boolean,
): readonly [number, number] | undefined {
  const table: Readonly<Record<string, Readonly<Record<string, number>>>> = is4k
    ? prices.avatar4k
    : prices.avatar;
  const known = Object.entries(table[engine] ?? {})
    .filter(([type]) => avatarType === undefined || type === avatarType)
    .map(([, price]) => price);
  return known.length > 0 ? [Math.min(...known), Math.max(...known)] : undefined;
}

/** HeyGen's own default. */
const defaultEngine = "avatar_iv";

// Source: HeyGen's pages on both; a long agent video takes longest.
const typicalWaitMinutes = { speech: [5, 15], agent: [20, 45] } as const;

/** How long the video will be and what it will cost, as far as anybody can tell from what is sent. */
export function toEstimate(
  request: VideoRequest,
  body: Readonly<Record<string, unknown>>,
  look?: Look,
): Estimate {
  if (body.type === "cinematic_avatar") {
    return { seconds: cinematicSeconds(body), usd: prices.cinematic, atMostUsd: prices.cinematic };
  }
  if (request.kind === "script") {
    const seconds = spokenSeconds(request.text, speedOf(request)) + pauseSeconds(request.text);
    return {
      ...estimateFromRate(seconds, pricePerSecond(body, look), margins.speech),
      waitMinutes: typicalWaitMinutes.speech,
    };
  }
  // A clip's price is not published.
  if (request.kind !== "prompt" || body.model !== undefined) return {};
  const length = estimatePromptLength(request);
  const { agent } = prices;
  if ("unknownReason" in length) return { ...length, waitMinutes: typicalWaitMinutes.agent };
  const expected = estimateFromRate(length.seconds, [agent, agent], margins.agent);
  return {
    ...expected,
    atMostUsd: length.maxSeconds * agent * margins.agent,
    waitMinutes: typicalWaitMinutes.agent,
  };
}

type PriceRange = readonly [least: number, most: number];

function estimateFromRate(seconds: number, price: PriceRange | undefined, margin: number): Estimate {
  if (price === undefined) return { seconds };
  const [least, most] = price;
  return { seconds, usd: seconds * least, atMostUsd: seconds * most * margin, usdPerSecond: price };
}

// HeyGen's markup for silence in a script.
function pauseSeconds(script: string): number {
  const pauses = [...script.matchAll(/<break\s[^>]*?time\s*=\s*["']?([\d.]+)(ms|s)/gi)];
  return pauses.reduce(
    (sum, [, count, unit]) => sum + Number(count) / (/ms/i.test(unit ?? "") ? 1_000 : 1),
    0,
  );
}

function cinematicSeconds({
  duration,
  auto_duration,
}: Readonly<Record<string, unknown>>): number | undefined {
  if (auto_duration === true) return undefined;
  return typeof duration === "number" ? duration : 10;
}

// A picture is a photo avatar that nobody has stored. A look that HeyGen was not asked for may be of any
// type.
function pricePerSecond(
  body: Readonly<Record<string, unknown>>,
  look: Look | undefined,
): PriceRange | undefined {
  const type = body.type === "image" ? "photo_avatar" : look && (look.avatar_type ?? "");
  return avatarPrices(engineOf(body), type, body.resolution === "4k");
}

/** The engine that is asked for, or HeyGen's own choice. */
export function engineOf({ engine }: Readonly<Record<string, unknown>>): string {
  const type: unknown =
    typeof engine === "object" && engine !== null ? Reflect.get(engine, "type") : undefined;
  return typeof type === "string" ? type : defaultEngine;
}

function speedOf({ options }: VideoRequest): number {
  const settings: unknown = options.voice_settings;
  const speed: unknown =
    typeof settings === "object" && settings !== null ? Reflect.get(settings, "speed") : undefined;
  return typeof speed === "number" && speed > 0 ? speed : 1;
}
