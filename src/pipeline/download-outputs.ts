import { byteSize, duration } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { downloadVideo } from "../download/download.ts";
import { containerBehind } from "../download/media/container.ts";
import { downloadPoster, downloadSubtitles } from "../download/sidecars.ts";
import type { LocalVideo, VideoName } from "../download/video-cache.ts";
import type { RemoteVideo, VideoJob } from "../jobs/provider.ts";
import type { RenderRecord } from "../jobs/record.ts";
import type { Plan } from "./plan.ts";

/** Brings a finished video here, and what belongs to it beside it. What is here is added to the record at once. */
export async function bringFiles(
  runtime: Runtime,
  plan: Plan,
  job: VideoJob,
  remote: RemoteVideo,
  record: RenderRecord,
): Promise<void> {
  const local = await record.phase("download", () => download(runtime, plan, job, remote));
  record.add({ local });
  record.mark("downloaded");
  const beside = (link: (video: RemoteVideo) => string | undefined) => ({
    link: link(remote),
    policy: plan.policy,
    path: local.path,
    name: nameOf(job),
    seal: plan.seal,
    freshLink: async () => {
      const video = await renewed(plan, job);
      return video && link(video);
    },
  });
  if (plan.captions) {
    const order = beside(({ subtitlesUrl }) => subtitlesUrl);
    record.add({ subtitlesPath: await downloadSubtitles(runtime, order) });
  }
  if (plan.poster) {
    const order = beside(({ thumbnailUrl }) => thumbnailUrl);
    record.add({ posterPath: await downloadPoster(runtime, order) });
  }
  const size = `${duration(local.durationSeconds * 1_000)}, ${byteSize(local.sizeBytes)}`;
  runtime.log.info(`Done: ${local.path} (${size}).`);
}

function download(runtime: Runtime, plan: Plan, job: VideoJob, remote: RemoteVideo): Promise<LocalVideo> {
  const name = nameOf(job);
  const container = plan.format ?? plan.target.container ?? containerBehind(remote.url);
  return downloadVideo(runtime, {
    link: remote.url,
    policy: plan.policy,
    path: plan.target.pathFor(name.id, container),
    name,
    seal: plan.seal,
    container,
    kept: plan.kept,
    maxBytes: plan.maxBytes,
    freshLink: async () => (await renewed(plan, job))?.url,
  });
}

// Links expire while the video stays: asking for the status signs new ones.
async function renewed(plan: Plan, job: VideoJob): Promise<RemoteVideo | undefined> {
  const status = await plan.provider.status(job);
  return status.state === "completed" ? status.video : undefined;
}

function nameOf(job: VideoJob): VideoName {
  return { provider: job.provider, id: job.ids.video_id ?? job.ids.session_id ?? "video" };
}
