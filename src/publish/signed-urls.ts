import { extractSignatures, isPublicLink } from "../base/secrets/link-secrets.ts";
import type { OutputName, Outputs } from "./outputs.ts";

const urlOutputs: readonly OutputName[] = ["video_url", "thumbnail_url"];

/** Returns the signed URLs among these outputs, each followed by its signatures: what a log must not show. */
export function signedUrlSecrets(outputs: Partial<Outputs>): string[] {
  const signed = urlOutputs.map((name) => outputs[name] ?? "").filter(isSigned);
  return [...new Set(signed.flatMap((url) => [url, ...extractSignatures(url)]))];
}

/** Returns the outputs with an empty text in place of each signed URL. */
export function withoutSignedUrls(outputs: Outputs): Outputs {
  const removed = urlOutputs.filter((name) => isSigned(outputs[name]));
  return { ...outputs, ...Object.fromEntries(removed.map((name) => [name, ""])) };
}

const isSigned = (url: string) => url !== "" && !isPublicLink(url);
