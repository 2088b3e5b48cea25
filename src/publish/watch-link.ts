import { isPublicLink } from "../base/secrets/link-secrets.ts";
import type { VideoState } from "../jobs/video-record.ts";
import { escapeMarkdown, isRunArtifactPath, markdownLink } from "./markdown.ts";

export interface WatchLinkOptions {
  /** Prefers the release asset to the artifact, because it doesn't require access to the workflow run. */
  readonly preferRelease?: boolean;
}

/**
 * Returns Markdown that links to where the video can be watched: the poster, if there is one, above a text
 * link. It never contains a signed URL. Undefined if there is nothing to link to.
 */
export function watchLink(video: VideoState, options: WatchLinkOptions = {}): string | undefined {
  const url = watchUrl(video, options);
  if (url === undefined) return undefined;
  const isZip = video.artifact?.isZipped && url === video.artifact.url;
  const textLink = markdownLink(isZip ? "Download the video (ZIP)" : "▶ Watch the video", url);
  const poster = posterUrl(video);
  const isLinkable = isRunArtifactPath(url) || URL.parse(url)?.protocol === "https:";
  if (poster === undefined || !isLinkable) return textLink;
  const alt = escapeMarkdown(video.title, 120);
  const image = `<img src="${escapeAttribute(poster)}" alt="${alt}" width="480">`;
  return `<a href="${escapeAttribute(url)}">${image}</a>\n\n${textLink}`;
}

/** The provider's page of the video; undefined if its URL is signed. */
export function publicPageUrl({ remote, job }: VideoState): string | undefined {
  return publicUrl(remote?.pageUrl, job);
}

// An artifact plays in the browser, but only people who can read the repository can open it. A zipped one
// doesn't play.
function watchUrl(video: VideoState, options: WatchLinkOptions): string | undefined {
  const { releaseAssetUrl, artifact } = video;
  const preferRelease = options.preferRelease || artifact?.isZipped;
  return (
    (preferRelease ? (releaseAssetUrl ?? artifact?.url) : (artifact?.url ?? releaseAssetUrl)) ??
    publicPageUrl(video)
  );
}

// Returns the release's poster, or else the provider's thumbnail unless its URL is signed.
function posterUrl({ releasePosterUrl, remote, job }: VideoState): string | undefined {
  const url = URL.parse(releasePosterUrl ?? publicUrl(remote?.thumbnailUrl, job) ?? "");
  return url?.protocol === "https:" && url.username === "" ? url.href : undefined;
}

function publicUrl(url: string | undefined, job: VideoState["job"]): string | undefined {
  return isPublicLink(url, Object.values(job?.ids ?? {})) ? url : undefined;
}

const escapeAttribute = (text: string) =>
  text.replaceAll("&", "&amp;").replace(/["'<>\s`|]/g, (character) => encodeURIComponent(character));
