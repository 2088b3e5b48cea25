import { formatBytes, formatDuration } from "../base/format-units.ts";
import type { Runtime } from "../base/runtime.ts";
import { downloadVideo } from "../download/download-video.ts";
import { containerFromLink } from "../download/media/container.ts";
import { downloadPoster, downloadSubtitles } from "../download/sidecars.ts";
import type { LocalVideo, VideoName } from "../download/video-cache.ts";
import type { RemoteVideo, VideoJob } from "../jobs/provider.ts";
import type { RenderRecord } from "../jobs/record.ts";
import type { Plan } from "./plan.ts";

/** Brings a finished video here, and what belongs to it beside it. What is here is added to the record at once. */
export async function downloadOutputs(
  runtime: Runtime,
  plan: Plan,
  job: VideoJob,
  remote: RemoteVideo,
  record: RenderRecord,
): Promise<void> {
  const local = await record.phase("download", () => downloadToTarget(runtime, plan, job, remote));
  record.update({ local });
  record.recordMilestone("downloaded");
  const beside = (link: (video: RemoteVideo) => string | undefined) => ({
    link: link(remote),
    policy: plan.urlPolicy,
    path: local.path,
    videoName: videoNameOf(job),
    seal: plan.seal,
    refreshLink: async () => {
      const video = await fetchFreshVideo(plan, job);
      return video && link(video);
    },
  });
  if (plan.captions) {
    const order = beside(({ subtitlesUrl }) => subtitlesUrl);
    record.update({ subtitlesPath: await downloadSubtitles(runtime, order) });
  }
  if (plan.poster) {
    const order = beside(({ thumbnailUrl }) => thumbnailUrl);
    record.update({ posterPath: await downloadPoster(runtime, order) });
  }
  const size = `${formatDuration(local.durationSeconds * 1_000)}, ${formatBytes(local.sizeBytes)}`;
  runtime.log.info(`Done: ${local.path} (${size}).`);
}

function downloadToTarget(
  runtime: Runtime,
  plan: Plan,
  job: VideoJob,
  remote: RemoteVideo,
): Promise<LocalVideo> {
  const name = videoNameOf(job);
  const container = plan.format ?? plan.target.container ?? containerFromLink(remote.url);
  return downloadVideo(runtime, {
    link: remote.url,
    policy: plan.urlPolicy,
    path: plan.target.pathFor(name.id, container),
    videoName: name,
    seal: plan.seal,
    container,
    videoCache: plan.videoCache,
    maxBytes: plan.maxBytes,
    refreshLink: async () => (await fetchFreshVideo(plan, job))?.url,
  });
}

// Links expire while the video stays: asking for the status signs new ones.
async function fetchFreshVideo(plan: Plan, job: VideoJob): Promise<RemoteVideo | undefined> {
  const status = await plan.provider.status(job);
  return status.state === "completed" ? status.video : undefined;
}

function videoNameOf(job: VideoJob): VideoName {
  return { provider: job.provider, id: job.ids.video_id ?? job.ids.session_id ?? "video" };
}
