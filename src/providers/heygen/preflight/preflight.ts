import { plainText } from "../../../base/plain-text.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import type { Preflight, PreflightRow } from "../../../jobs/cost/preflight.ts";
import type { Look, Voice } from "../catalog/api.ts";
import type { Client } from "../client.ts";
import { toBody } from "../request.ts";
import { describeAccount, lowBalanceWarnings } from "./account.ts";
import { engineOf, toEstimate } from "./estimate.ts";
import { readLook, readVoice, requireEngine, requireVoice } from "./look.ts";

/**
 * Asks HeyGen for the account and for every look and voice that the request names. Nothing billable is sent. Fails
 * with `unauthorized` when the key is refused, and with `invalid_input` when the video could not be made.
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
  const findings: PreflightRow[] = [
    ["Account", describeAccount(account)],
    ...looks.map((found): PreflightRow => ["Avatar", describeItem(found.name, found.avatar_type)]),
    ...voices.map((found): PreflightRow => ["Voice", describeItem(found.name, found.language)]),
  ];
  return { rows: findings, warnings: lowBalanceWarnings(account, estimate), estimate };
}

/** Every id of that name, wherever it stands in what is sent, once. */
function collectIds(name: string, value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const found = Object.entries(value).flatMap(([key, part]: [string, unknown]) =>
    // What a project or a template calls its own variables says nothing of HeyGen's ids.
    key === "variables"
      ? []
      : key === name
        ? [part].flat().filter((id) => typeof id === "string")
        : collectIds(name, part),
  );
  return [...new Set(found)];
}

function describeItem(name: string | null | undefined, kind: string | null | undefined): string {
  const words = plainText(name ?? "without a name", 80);
  return kind ? `${words} (${plainText(kind, 40)})` : words;
}
