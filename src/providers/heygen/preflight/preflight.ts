import { plainText } from "../../../base/text/plain-text.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { Preflight, PreflightRow } from "../../../jobs/cost/preflight.ts";
import type { Look, Voice } from "../catalog/api.ts";
import type { Client } from "../client.ts";
import { toBody } from "../request.ts";
import { describeAccount, lowBalanceWarnings } from "./account.ts";
import { engineOf, toEstimate } from "./estimate.ts";
import { readLook, readVoice, requireEngine, requireVoice } from "./look.ts";

/**
 * Checks a request without cost: reads the account and every look and voice that the request names. Fails
 * with `unauthorized` if HeyGen does not accept the key, and with `invalid_input` if the video cannot be
 * made.
 */
export async function runPreflight(client: Client, request: VideoRequest): Promise<Preflight> {
  const { data: account } = await client.account();
  const body = toBody(request);
  if (request.revises !== undefined) await client.session(request.revises);
  const looks: Look[] = [];
  for (const id of collectIds("avatar_id", body)) looks.push(await readLook(client, id));
  const voices: Voice[] = [];
  for (const id of collectIds("voice_id", body)) voices.push(await readVoice(client, id));
  const [look] = looks;
  if (look && body.type === "avatar") {
    requireEngine(look, engineOf(body));
    if (request.kind === "script" && voices.length === 0) requireVoice(look);
  }
  const estimate = toEstimate(request, body, look);
  const rows: PreflightRow[] = [
    ["Account", describeAccount(account)],
    ...looks.map(({ name, avatar_type }): PreflightRow => ["Avatar", describeItem(name, avatar_type)]),
    ...voices.map(({ name, language }): PreflightRow => ["Voice", describeItem(name, language)]),
  ];
  return { rows, warnings: lowBalanceWarnings(account, estimate), estimate };
}

/** Returns all ids with this key, at any depth of the body, without duplicates. */
function collectIds(name: string, value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const found = Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    // The variables of a project or a template may have any names.
    if (key === "variables") return [];
    if (key === name) return [part].flat().filter((id) => typeof id === "string");
    return collectIds(name, part);
  });
  return [...new Set(found)];
}

function describeItem(name: string | null | undefined, kind: string | null | undefined): string {
  const shownName = plainText(name ?? "without a name", 80);
  return kind ? `${shownName} (${plainText(kind, 40)})` : shownName;
}
