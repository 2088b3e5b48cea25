import { createHash } from "node:crypto";
import { invalidInputError } from "../../base/errors.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type {
  Connection,
  JobStatus,
  Provider,
  ProviderPlugin,
  RemoteVideo,
  VideoJob,
} from "../../jobs/provider.ts";
import { listCatalog } from "./catalog.ts";
import { estimateStoryboard } from "./estimate.ts";
import { sandboxInfo } from "./info.ts";
import { nameOf } from "./job-ids.ts";
import { createRenders, type Renders } from "./renders.ts";
import { describeUnused, toSandboxRequest } from "./request.ts";
import { createRequestFiles, type SandboxRequest } from "./requests.ts";

/**
 * Returns a provider that needs no account: it connects `provider` to a local server that answers as the
 * provider's API does, and renders a storyboard of the words. `provider_options.fail` makes the video fail.
 */
export function createSandbox(provider: ProviderPlugin): ProviderPlugin {
  const { maxCharacters } = provider.sources;
  return {
    ...provider,
    ...sandboxInfo,
    // The server is on this machine, and answers with the next change.
    minPollMs: () => 200,
    maxPollMs: 500,
    facts: {
      makes: "A narrated storyboard of the words, without an account",
      renderTime: "a few seconds",
      price: "nothing",
      limits: "as HeyGen: 5,000 characters a script",
      links: "as long as the run",
    },
    sources: {
      kinds: ["prompt", "script"],
      supportsLength: true,
      usesOutline: true,
      ...(maxCharacters && { maxCharacters }),
    },
    estimate: async (request) => estimateStoryboard(request),
    toPayload(request) {
      requireNew(request);
      const { outline, subject: _, ...storyboard } = toSandboxRequest(request);
      // The simulated provider's text lacks the code of a page.
      const outlineDigest = createHash("sha256").update(outline).digest("hex");
      return {
        ...provider.toPayload(toSimulatedRequest(request)),
        storyboard: { ...storyboard, outlineDigest },
      };
    },
    // A storyboard is always an MP4, even if another format is requested.
    outputContainer: () => "mp4",
    open: (connection) => openSandbox(provider, connection),
    catalog: async (_, query) => listCatalog(query),
  };
}

async function openSandbox(
  provider: ProviderPlugin,
  { runtime, messages, stateFolder }: Connection,
): Promise<Provider> {
  const { startServer } = await import("./server.ts");
  const expected = new Map<string, SandboxRequest>();
  const backend = {
    expected: (key: string) => expected.get(key),
    names: new Map<string, string>(),
    requests: createRequestFiles(stateFolder),
    renders: createRenders(runtime.setTimer),
  };
  const server = await startServer(backend, runtime.now);
  const inner = await provider.open({ runtime, apiKey: "sandbox", baseUrl: server.url, messages });
  const report = createReporter(runtime.log, backend.renders);
  return {
    async submit(request, key) {
      expected.set(key, toSandboxRequest(request));
      const unused = describeUnused(request);
      if (unused !== undefined) runtime.log.info(unused);
      return asSandboxJob(await inner.submit(toSimulatedRequest(request), key));
    },
    idempotencyWindowMs: inner.idempotencyWindowMs,
    // The sandbox keeps no list of jobs, and a second video costs nothing.
    find: async () => ({ outcome: "absent" }),
    // On another machine, the words of a job are not known: it is submitted again, which costs nothing.
    owns: async (job) => {
      const name = jobNameOf(job);
      return name === undefined || (await backend.requests.load(name)) !== undefined;
    },
    status: async (job) => report(await inner.status(job)),
    preflight: async (request) => ({
      rows: [["Account", "none is needed"]],
      warnings: [],
      estimate: estimateStoryboard(request),
    }),
    jobFromId: (id) => asSandboxJob(inner.jobFromId(id)),
    trustedOrigin: server.url.origin,
    async close() {
      await backend.renders.close();
      await server.close();
    },
  };
}

function asSandboxJob(job: VideoJob): VideoJob {
  return { ...job, provider: "sandbox" };
}

function jobNameOf({ ids }: VideoJob): string | undefined {
  const { video_id = "", session_id = "" } = ids;
  return nameOf("video", video_id) ?? nameOf("session", session_id);
}

/** Returns a function that adds the progress to a status, and logs once per job what the user should know. */
function createReporter(log: Connection["runtime"]["log"], renders: Renders) {
  const reported = new Set<string>();
  return async (status: JobStatus): Promise<JobStatus> => {
    const name = jobNameOf(status.job) ?? "";
    const render = await renders.find(name);
    if (status.state === "pending") return render ? { ...status, progress: render.progress } : status;
    if (render?.result && !reported.has(name)) {
      reported.add(name);
      for (const notice of render.result.notices) log.info(notice);
      for (const warning of render.result.warnings) log.warning(warning);
    }
    return status.state === "completed" ? { ...status, video: withAllFiles(status.video) } : status;
  };
}

// HeyGen has no WebVTT, and its animated previews are not used yet.
function withAllFiles(video: RemoteVideo): RemoteVideo {
  const linkTo = (extension: string) => video.url.replace(/\.mp4(?=\?)/, extension);
  return { ...video, webSubtitlesUrl: linkTo(".vtt"), previewUrl: linkTo(".gif") };
}

// Fails at once instead of in the middle of a run.
function requireNew({ revises }: VideoRequest): void {
  if (revises === undefined) return;
  throw invalidInputError("`video_id` is not supported together with `prompt` by `provider: sandbox`.", {
    hint: "Remove one of the two.",
    settings: ["video_id", "prompt"],
  });
}

/** Returns the request as the simulated provider accepts it: without what only the sandbox can do. */
function toSimulatedRequest(request: VideoRequest): VideoRequest {
  return {
    ...request,
    // Users of the sandbox have no account to take an avatar id from.
    avatarId: request.avatarId ?? (request.kind === "script" ? "sandbox_avatar" : undefined),
    orientation: undefined,
    aspectRatio: undefined,
    resolution: undefined,
    files: [],
    messages: [],
    options: {},
  };
}
