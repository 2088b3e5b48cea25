import { Writable } from "node:stream";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { getWithRedirects } from "../../../src/download/connect/get-with-redirects.ts";
import type { DnsLookup } from "../../../src/download/connect/url-policy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { createFakeRuntime } from "../runtime/fake-runtime.ts";

/** How a link is opened; all is optional. */
export interface Opening {
  readonly trusted?: URL;
  readonly headers?: Record<string, string>;
  readonly silenceMs?: number;
  readonly lookup?: DnsLookup;
}

/** GETs a link; returns the status and the body as text. */
export async function openLink(link: string, opening: Opening = {}) {
  const { trusted, headers = {}, silenceMs = 30_000, lookup } = opening;
  const pieces: Buffer[] = [];
  const receive = () =>
    new Writable({
      write(piece: Buffer, _, done) {
        pieces.push(Buffer.from(piece));
        done();
      },
    });
  const policy = createUrlPolicy(noProxies, trusted?.origin, lookup);
  const { status } = await getWithRedirects(createFakeRuntime(), {
    policy,
    link,
    headers,
    idleTimeoutMs: silenceMs,
    onBody: receive,
  });
  return { status, text: Buffer.concat(pieces).toString() };
}

/** GETs a signed link of a server whose origin the user trusts. */
export function openFrom({ url }: { readonly url: URL }, opening: Opening = {}) {
  return openLink(new URL("/a.mp4?Signature=secret", url).href, { trusted: url, ...opening });
}
