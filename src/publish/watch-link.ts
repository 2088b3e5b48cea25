import { isPublicLink } from "../base/secrets/link-secrets.ts";
import type { Render } from "../jobs/record.ts";
import { escapeMarkdown, isRunArtifactPath, markdownLink } from "./markdown.ts";

/** Where people watch a video. Never a signed link. */
function watchUrl(render: Render, isPublic = false): string | undefined {
  const { releaseAssetUrl, artifact } = render;
  // An artifact plays in the browser, for those who may see the repository; a release's file is for everybody.
  return isPublic
    ? (releaseAssetUrl ?? artifact?.url ?? publicPageUrl(render))
    : (artifact?.url ?? releaseAssetUrl ?? publicPageUrl(render));
}

/** The provider's page of the video, unless its link is signed. */
export function publicPageUrl({ remote, job }: Render): string | undefined {
  return publicUrl(remote?.pageUrl, job);
}

function publicUrl(link: string | undefined, job: Render["job"]): string | undefined {
  return isPublicLink(link, Object.values(job?.ids ?? {})) ? link : undefined;
}

/** The poster as a link to the video, else words as one; undefined where there is nowhere to go. */
export function watchLink(render: Render, isPublic = false): string | undefined {
  const url = watchUrl(render, isPublic);
  if (url === undefined) return undefined;
  const words = markdownLink("▶ Watch the video", url);
  const poster = posterUrl(render);
  if (poster === undefined || !(isRunArtifactPath(url) || URL.parse(url)?.protocol === "https:"))
    return words;
  const image = `<img src="${escapeAttribute(poster)}" alt="${escapeMarkdown(render.title, 120)}" width="480">`;
  return `<a href="${escapeAttribute(url)}">${image}</a>\n\n${words}`;
}

// A picture that anybody may see: the one at the release, or the provider's, unless its link is signed.
function posterUrl({ releasePosterUrl, remote, job }: Render): string | undefined {
  const url = URL.parse(releasePosterUrl ?? publicUrl(remote?.thumbnailUrl, job) ?? "");
  return url?.protocol === "https:" && url.username === "" ? url.href : undefined;
}

const escapeAttribute = (text: string) =>
  text.replaceAll("&", "&amp;").replace(/["'<>\s`|]/g, (character) => encodeURIComponent(character));
