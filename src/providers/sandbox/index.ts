import { ShowreelError } from "../../base/errors.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Catalogue, CatalogueItem, CatalogueKind, CatalogueQuery } from "../../jobs/catalogue.ts";
import type { Check } from "../../jobs/cost/preflight.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { sampleVideoSeconds } from "./sample-video.ts";

const lists: Readonly<Record<CatalogueKind, readonly CatalogueItem[]>> = {
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
function listSandbox({ kind, limit, language, gender, ownership }: CatalogueQuery): Catalogue {
  const fits = (item: CatalogueItem) =>
    [language ?? item.language, gender ?? item.gender].join() === [item.language, item.gender].join();
  const items = ownership === "private" ? [] : lists[kind].filter(fits);
  return { items: items.slice(0, limit), more: items.length > limit };
}

/** What the sandbox says to every video. */
const free: Check = {
  findings: [["Account", "none is needed"]],
  warnings: [],
  estimate: { seconds: sampleVideoSeconds, usd: 0, waitMinutes: [0.05, 0.05] },
};

/**
 * The whole product without an account: an embedded server on loopback, reached through the provider whose language it
 * speaks. Rendering takes about 3 s; a text that says "fail" fails.
 */
export function sandboxFor(provider: ProviderPlugin): ProviderPlugin {
  const { longest } = provider.sources;
  return {
    ...provider,
    name: "sandbox",
    label: "The sandbox",
    keyVariable: undefined,
    pace: { fromMs: 500, toMs: 1_000 },
    facts: {
      makes: "A sample of four seconds, without an account",
      takes: "3 seconds",
      price: "nothing",
      limits: "none",
      links: "as long as the run",
    },
    sources: { kinds: ["prompt", "script"], takesLength: true, ...(longest && { longest }) },
    estimate: () => free.estimate,
    toPayload(request) {
      requirePlain(request);
      return provider.toPayload(cast(request));
    },
    // Its one video is an MP4, whatever is asked for.
    containerOf: () => "mp4",
    open: (connection) => open(provider, connection),
    catalogue: async (_, query) => listSandbox(query),
  };
}

async function open(provider: ProviderPlugin, { runtime, messages }: Connection): Promise<Provider> {
  const { startServer } = await import("./server.ts");
  const server = await startServer(runtime.now);
  const inner = await provider.open({ runtime, apiKey: "sandbox", baseUrl: server.url, messages });
  return {
    submit: async (request, key) => signed(await inner.submit(cast(request), key)),
    replayMs: inner.replayMs,
    // The sandbox keeps no list, and costs nothing.
    find: async () => "none",
    knows: inner.knows,
    status: inner.status,
    check: async () => free,
    takeUp: (id) => signed(inner.takeUp(id)),
    ownOrigin: server.url.origin,
    close: server.close,
  };
}

function signed(job: VideoJob): VideoJob {
  return { ...job, provider: "sandbox" };
}

// What has no sample here is said at once, and not by a server in the middle of a run.
function requirePlain({ files = [], messages = [], options, revises }: VideoRequest): void {
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
function cast(request: VideoRequest): VideoRequest {
  return {
    ...request,
    avatarId: request.avatarId ?? (request.kind === "script" ? "sandbox_avatar" : undefined),
  };
}
