import type { Runtime } from "../base/runtime.ts";
import { formatBytes, formatDuration } from "../base/text/format-units.ts";
import { downloadVideo } from "../download/download-video.ts";
import { containerFromLink } from "../download/media/container.ts";
import {
  downloadPoster,
  downloadPreview,
  downloadSubtitles,
  downloadWebSubtitles,
} from "../download/sidecars.ts";
import type { LocalVideo, VideoName } from "../download/video-cache.ts";
import type { RemoteVideo, VideoJob } from "../jobs/provider.ts";
import type { Plan, VideoTask } from "./plan.ts";

/**
 * Downloads a finished video, and its subtitles and poster if they are needed. Records each file once it is
 * complete.
 */
export async function downloadOutputs(task: VideoTask, job: VideoJob, remote: RemoteVideo): Promise<void> {
  const { runtime, plan, record } = task;
  const local = await record.phase("download", () => downloadToTarget(task, job, remote));
  record.update({ local });
  record.recordMilestone("downloaded");
  warnAboutDuration(runtime, local, remote);
  const sidecar = (linkOf: (video: RemoteVideo) => string | undefined) => ({
    link: linkOf(remote),
    policy: plan.urlPolicy,
    path: local.path,
    videoName: videoNameOf(job),
    seal: plan.seal,
    refreshLink: async () => {
      const video = await fetchFreshVideo(plan, job);
      return video && linkOf(video);
    },
  });
  if (plan.captions) {
    const subtitles = sidecar(({ subtitlesUrl }) => subtitlesUrl);
    record.update({ subtitlesPath: await downloadSubtitles(runtime, subtitles) });
    const webSubtitles = sidecar(({ webSubtitlesUrl }) => webSubtitlesUrl);
    record.update({ webSubtitlesPath: await downloadWebSubtitles(runtime, webSubtitles) });
  }
  if (plan.publishStages?.usesPoster) {
    const poster = sidecar(({ thumbnailUrl }) => thumbnailUrl);
    record.update({ posterPath: await downloadPoster(runtime, poster) });
  }
  const preview = sidecar(({ previewUrl }) => previewUrl);
  record.update({ previewPath: await downloadPreview(runtime, preview) });
  const size = `${formatDuration(local.durationSeconds * 1_000)}, ${formatBytes(local.sizeBytes)}`;
  runtime.log.info(`Done: ${local.path} (${size}).`);
}

// The file's own duration counts, also for the cost. Rounding and the last frame explain small differences.
function warnAboutDuration(
  { log }: Runtime,
  local: LocalVideo,
  { durationSeconds: stated }: RemoteVideo,
): void {
  if (stated === undefined || stated <= 0) return;
  const difference = Math.abs(local.durationSeconds - stated);
  if (difference <= 1 || difference <= 0.1 * stated) return;
  const [measured, expected] = [local.durationSeconds, stated].map((seconds) =>
    formatDuration(seconds * 1_000),
  );
  log.warning(
    `The downloaded video plays for ${measured}, but the provider states ${expected}. Check whether it is complete.`,
  );
}

function downloadToTarget(
  { runtime, plan, record }: VideoTask,
  job: VideoJob,
  remote: RemoteVideo,
): Promise<LocalVideo> {
  const videoName = videoNameOf(job);
  const container = plan.format ?? plan.target.container ?? containerFromLink(remote.url);
  return downloadVideo(runtime, {
    link: remote.url,
    policy: plan.urlPolicy,
    path: plan.target.pathFor(videoName.id, container),
    videoName,
    seal: plan.seal,
    container,
    videoCache: plan.videoCache,
    maxBytes: plan.maxBytes,
    refreshLink: async () => (await fetchFreshVideo(plan, job))?.url,
    onRejected: (rejected) => record.update({ rejected }),
  });
}

// Links expire while the video stays available: every status response signs new ones.
async function fetchFreshVideo({ provider }: Plan, job: VideoJob): Promise<RemoteVideo | undefined> {
  const status = await provider.status(job);
  return status.state === "completed" ? status.video : undefined;
}

function videoNameOf(job: VideoJob): VideoName {
  return { provider: job.provider, id: job.ids.video_id ?? job.ids.session_id ?? "video" };
}
