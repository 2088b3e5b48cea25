import { invalidInputError } from "../../base/errors.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Catalog, CatalogItem, CatalogKind, CatalogQuery } from "../../jobs/catalog.ts";
import type { Preflight } from "../../jobs/cost/preflight.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { sandboxInfo } from "./info.ts";
import { sampleVideoSeconds } from "./sample-video.ts";

/** The sandbox's preflight result, which is the same for every request. */
const samplePreflight: Preflight = {
  rows: [["Account", "none is needed"]],
  warnings: [],
  estimate: { seconds: sampleVideoSeconds, usd: 0, waitMinutes: [0.05, 0.05] },
};

/**
 * Returns a provider that needs no account: it connects `provider` to a local server that simulates the
 * provider's API. Rendering takes about 3 s. A text that contains the word "fail" makes the video fail.
 */
export function createSandbox(provider: ProviderPlugin): ProviderPlugin {
  const { maxCharacters } = provider.sources;
  return {
    ...provider,
    ...sandboxInfo,
    minPollMs: () => 500,
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
    estimate: async () => samplePreflight.estimate,
    toPayload(request) {
      requireSupported(request);
      return provider.toPayload(withDefaultAvatar(request));
    },
    // The sample video is always an MP4, even if another format is requested.
    outputContainer: () => "mp4",
    open: (connection) => openSandbox(provider, connection),
    catalog: async (_, query) => listCatalog(query),
  };
}

async function openSandbox(provider: ProviderPlugin, { runtime, messages }: Connection): Promise<Provider> {
  const { startServer } = await import("./server.ts");
  const server = await startServer(runtime.now);
  const inner = await provider.open({ runtime, apiKey: "sandbox", baseUrl: server.url, messages });
  return {
    submit: async (request, key) => asSandboxJob(await inner.submit(withDefaultAvatar(request), key)),
    idempotencyWindowMs: inner.idempotencyWindowMs,
    // The sandbox keeps no list of jobs, and a second video costs nothing.
    find: async () => ({ outcome: "absent" }),
    owns: inner.owns,
    status: inner.status,
    preflight: async () => samplePreflight,
    jobFromId: (id) => asSandboxJob(inner.jobFromId(id)),
    trustedOrigin: server.url.origin,
    close: server.close,
  };
}

function asSandboxJob(job: VideoJob): VideoJob {
  return { ...job, provider: "sandbox" };
}

// Fails at once instead of in the middle of a run.
function requireSupported({ files = [], messages = [], options, revises }: VideoRequest): void {
  const selectsSurface = ["type", "model", "scenes"].some((name) => name in options);
  const setting =
    (files.length > 0 && "files") ||
    (messages.length > 0 && "messages") ||
    (revises !== undefined && "video_id") ||
    (selectsSurface && "provider_options");
  if (!setting) return;
  throw invalidInputError(`\`${setting}\` is not supported with \`provider: sandbox\`.`, {
    hint: "The sandbox accepts a plain `prompt` or `script`.",
    settings: [setting],
  });
}

// Users of the sandbox have no account to take an avatar id from, so a script without one gets a sample id.
function withDefaultAvatar(request: VideoRequest): VideoRequest {
  return {
    ...request,
    avatarId: request.avatarId ?? (request.kind === "script" ? "sandbox_avatar" : undefined),
  };
}

const catalogItems: Readonly<Record<CatalogKind, readonly CatalogItem[]>> = {
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

/** Returns sample items, to show what a list looks like. */
function listCatalog({ kind, limit, language, gender, ownership }: CatalogQuery): Catalog {
  const matches = (item: CatalogItem) =>
    (language ?? item.language) === item.language && (gender ?? item.gender) === item.gender;
  const items = ownership === "private" ? [] : catalogItems[kind].filter(matches);
  return { items: items.slice(0, limit), hasMore: items.length > limit };
}
