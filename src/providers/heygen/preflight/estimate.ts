import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { Estimate } from "../../../jobs/cost/estimate.ts";
import { spokenSeconds } from "../../../text/spoken-seconds.ts";
import type { Look } from "../catalog/api.ts";
import { estimatePromptLength } from "../prompt-length/prompt-length.ts";

/**
 * HeyGen's prices, in US dollars per second of the finished video unless stated otherwise. Source: HeyGen's
 * page of prices in autumn 2026 (developers.heygen.com/docs/pricing); those for 4K are of summer 2026.
 */
const prices = {
  agent: 0.0333,
  /** By engine, then by the look's type. The price of combinations that are missing here is unknown. */
  avatar: {
    avatar_iii: { photo_avatar: 0.0433, digital_twin: 0.0167, studio_avatar: 0.0167 },
    avatar_iv: { photo_avatar: 0.05, digital_twin: 0.0667, studio_avatar: 0.0667 },
    avatar_v: { digital_twin: 0.0667 },
  },
  avatar4k: { avatar_iv: { photo_avatar: 0.0667, digital_twin: 0.0833, studio_avatar: 0.0833 } },
  /** The price per video, for any length. */
  cinematic: 7,
};

/**
 * The highest ratio of actual to expected length. HeyGen states 79 to 174 % of the prompt's length for the
 * agent.
 */
const margins = { agent: 1.74, speech: 1.25 };

/** The engine that HeyGen uses by default. */
const defaultEngine = "avatar_iv";

// Source: HeyGen's page about the agent. The maximum is for long videos.
const agentWaitMinutes = [20, 45] as const;

// Source: HeyGen's pages about avatar videos: as a rule of thumb 5 to 10 times the length, and usually 5 to 15 minutes.
function speechWaitMinutes(seconds: number): readonly [min: number, max: number] {
  const minutes = seconds / 60;
  return [Math.max(1, Math.round(5 * minutes)), Math.max(15, Math.round(10 * minutes))];
}

/**
 * Estimates the length and the cost of a video from its request, the body of its submit, and the look if it
 * is known.
 */
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
      waitMinutes: speechWaitMinutes(seconds),
    };
  }
  // The prices of the other surfaces are not published.
  if (request.kind !== "prompt" || body.model !== undefined) return {};
  const length = estimatePromptLength(request);
  const { agent } = prices;
  if ("unknownReason" in length) return { ...length, waitMinutes: agentWaitMinutes };
  const expected = estimateFromRate(length.seconds, [agent, agent], margins.agent);
  return {
    ...expected,
    atMostUsd: length.maxSeconds * agent * margins.agent,
    waitMinutes: agentWaitMinutes,
  };
}

type PriceRange = readonly [least: number, most: number];

function estimateFromRate(seconds: number, price: PriceRange | undefined, margin: number): Estimate {
  if (price === undefined) return { seconds };
  const [least, most] = price;
  return { seconds, usd: seconds * least, atMostUsd: seconds * most * margin, usdPerSecond: price };
}

/** Returns the total of the pauses in a script, which HeyGen's markup sets in seconds or milliseconds. */
function pauseSeconds(script: string): number {
  const pauses = [...script.matchAll(/<break\s[^>]*?time\s*=\s*["']?(\d+(?:\.\d+)?|\.\d+)(ms|s)/gi)];
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

/** Returns the lowest and the highest price of a second; undefined if no price is known. */
function pricePerSecond(
  body: Readonly<Record<string, unknown>>,
  look: Look | undefined,
): PriceRange | undefined {
  // A picture is billed as a photo avatar. If the look wasn't read, its type is unknown.
  const type = body.type === "image" ? "photo_avatar" : look && (look.avatar_type ?? "");
  const table: Readonly<Record<string, Readonly<Record<string, number>>>> =
    body.resolution === "4k" ? prices.avatar4k : prices.avatar;
  const known = Object.entries(table[engineOf(body)] ?? {})
    .filter(([pricedType]) => type === undefined || pricedType === type)
    .map(([, price]) => price);
  return known.length > 0 ? [Math.min(...known), Math.max(...known)] : undefined;
}

/** Returns the requested engine, or HeyGen's default. */
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
