import { ShowreelError } from "../../base/errors.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Catalog, CatalogItem, CatalogKind, CatalogQuery } from "../../jobs/catalog.ts";
import type { Preflight } from "../../jobs/cost/preflight.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { sampleVideoSeconds } from "./sample-video.ts";

const lists: Readonly<Record<CatalogKind, readonly CatalogItem[]>> = {
  avatars: [
    {
      avatar_id: "sandbox_avatar",
      name: "Sandy at the desk",
      type: "studio_avatar",
      orientation: "landscape",
    },
    {
      avatar_id: "sandbox_portrait",
      name: "Sandy on the phone",
      type: "photo_avatar",
      orientation: "portrait",
    },
  ],
  voices: [
    { voice_id: "sandbox_alto", name: "Sandy", language: "English", gender: "female", type: "public" },
    { voice_id: "sandbox_bass", name: "Rocky", language: "German", gender: "male", type: "public" },
  ],
  styles: [{ style_id: "sandbox_sketch", name: "Sketch", aspect_ratio: "16:9", tags: ["handmade"] }],
  templates: [{ template_id: "sandbox_template", name: "Release notes", aspect_ratio: "16:9" }],
};

/** Made-up entries, to see what a list looks like. */
function listSandboxCatalog({ kind, limit, language, gender, ownership }: CatalogQuery): Catalog {
  const fits = (item: CatalogItem) =>
    [language ?? item.language, gender ?? item.gender].join() === [item.language, item.gender].join();
  const items = ownership === "private" ? [] : lists[kind].filter(fits);
  return { items: items.slice(0, limit), hasMore: items.length > limit };
}

/** What the sandbox says to every video. */
const sandboxPreflight: Preflight = {
  rows: [["Account", "none is needed"]],
  warnings: [],
  estimate: { seconds: sampleVideoSeconds, usd: 0, waitMinutes: [0.05, 0.05] },
};

/**
 * The whole product without an account: an embedded server on loopback, reached through the provider whose language it
 * speaks. Rendering takes about 3 s; a text that says "fail" fails.
 */
export function createSandbox(provider: ProviderPlugin): ProviderPlugin {
  const { maxCharacters } = provider.sources;
  return {
    ...provider,
    name: "sandbox",
    label: "The sandbox",
    keyVariable: undefined,
    pollInterval: { minMs: 500, maxMs: 1_000 },
    facts: {
      makes: "A sample of four seconds, without an account",
      renderTime: "3 seconds",
      price: "nothing",
      limits: "none",
      links: "as long as the run",
    },
    sources: {
      kinds: ["prompt", "script"],
      supportsLength: true,
      ...(maxCharacters && { maxCharacters }),
    },
    estimate: () => sandboxPreflight.estimate,
    toPayload(request) {
      requireSupported(request);
      return provider.toPayload(withDefaultAvatar(request));
    },
    // Its one video is an MP4, whatever is asked for.
    outputContainer: () => "mp4",
    open: (connection) => openSandbox(provider, connection),
    catalog: async (_, query) => listSandboxCatalog(query),
  };
}

async function openSandbox(provider: ProviderPlugin, { runtime, messages }: Connection): Promise<Provider> {
  const { startServer } = await import("./server.ts");
  const server = await startServer(runtime.now);
  const inner = await provider.open({ runtime, apiKey: "sandbox", baseUrl: server.url, messages });
  return {
    submit: async (request, key) => asSandboxJob(await inner.submit(withDefaultAvatar(request), key)),
    idempotencyWindowMs: inner.idempotencyWindowMs,
    // The sandbox keeps no list, and costs nothing.
    find: async () => ({ outcome: "absent" }),
    owns: inner.owns,
    status: inner.status,
    preflight: async () => sandboxPreflight,
    jobFromId: (id) => asSandboxJob(inner.jobFromId(id)),
    trustedOrigin: server.url.origin,
    close: server.close,
  };
}

function asSandboxJob(job: VideoJob): VideoJob {
  return { ...job, provider: "sandbox" };
}

// What has no sample here is said at once, and not by a server in the middle of a run.
function requireSupported({ files = [], messages = [], options, revises }: VideoRequest): void {
  const special = ["type", "model", "scenes"].find((name) => name in options);
  const setting =
    (files.length > 0 && "files") ||
    (messages.length > 0 && "messages") ||
    (revises !== undefined && "video_id") ||
    (special && "provider_options");
  if (!setting) return;
  throw new ShowreelError("invalid_input", `\`${setting}\` asks for more than the sandbox plays.`, {
    hint: "It knows a plain `prompt` and a plain `script`. Nothing was submitted.",
  });
}

// Whoever has no account knows no avatar's id.
function withDefaultAvatar(request: VideoRequest): VideoRequest {
  return {
    ...request,
    avatarId: request.avatarId ?? (request.kind === "script" ? "sandbox_avatar" : undefined),
  };
}
