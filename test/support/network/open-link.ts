import { Writable } from "node:stream";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { getWithRedirects } from "../../../src/download/connect/get-with-redirects.ts";
import type { DnsLookup } from "../../../src/download/connect/url-policy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { createFakeRuntime } from "../runtime/fake-runtime.ts";

/** How to open a link. */
export interface OpenOptions {
  readonly trusted?: URL;
  readonly headers?: Record<string, string>;
  readonly idleTimeoutMs?: number;
  readonly lookup?: DnsLookup;
}

/** GETs a link; returns the status and the body as text. */
export async function openLink(link: string, options: OpenOptions = {}) {
  const { trusted, headers = {}, idleTimeoutMs = 30_000, lookup } = options;
  const chunks: Buffer[] = [];
  const receive = () =>
    new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(Buffer.from(chunk));
        done();
      },
    });
  const policy = createUrlPolicy(noProxies, trusted?.origin, lookup);
  const { status } = await getWithRedirects(createFakeRuntime(), {
    policy,
    link,
    headers,
    idleTimeoutMs,
    onBody: receive,
  });
  return { status, text: Buffer.concat(chunks).toString() };
}

/** GETs a signed link of a server whose origin the user trusts. */
export function openFrom({ url }: { readonly url: URL }, options: OpenOptions = {}) {
  return openLink(new URL("/a.mp4?Signature=secret", url).href, { trusted: url, ...options });
}
