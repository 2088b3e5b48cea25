import { toFindings } from "../render/check.ts";
import type { Render } from "../render/record.ts";
import { escapeMarkdown, table } from "./markdown.ts";
import { detailList, type Row, resultRows, sentences } from "./rows.ts";
import { toTimeline } from "./timeline.ts";
import { watchLink } from "./watch.ts";

/**
 * The job summary in GitHub's Markdown: what was made, where to see it, how long each part took; or what went wrong, and what to
 * do. No signed link. On the page of the workflow run `run` it leads to the artifact by a relative link, which no masking of names
 * can break.
 */
export function toSummary(render: Render, run?: number): string {
  const shown =
    run && render.artifact ? onRunPage(render, `./${run}/artifacts/${render.artifact.id}`) : render;
  const parts = [
    `### ${escapeMarkdown(render.title)}`,
    render.local && watchLink(shown),
    headline(render),
    render.check?.warnings.map((words) => sentences(words)).join("\n\n"),
    rowsOf(render),
    toTimeline(render),
    details(render),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const onRunPage = (render: Render, url: string): Render => ({
  ...render,
  ...(render.artifact && { artifact: { ...render.artifact, url } }),
});

function headline(render: Render): string {
  const { failure, local, check, skipped } = render;
  if (failure)
    return `**${failure.code}**: ${sentences(failure.message)}\n\n${sentences(failure.hint ?? "")}`;
  if (skipped) return escapeMarkdown(skipped);
  if (check) return "Nothing was submitted: this was a dry run.";
  if (!local) return `The video goes on rendering at the provider. ${sentences(render.wayBack ?? "")}`.trim();
  return render.resumed ? "An existing video was taken up." : "A new video was made.";
}

function rowsOf(render: Render): string {
  const found = (render.check ? toFindings(render.check) : []).map(
    ([name, value]): Row => [name, escapeMarkdown(value)],
  );
  const rows = [...resultRows(render), ...found];
  // Who did not make a video is no table.
  return rows.length > 1 ? table(rows) : "";
}

// Ids are looked up when something is wrong: then they are what matters.
function details(render: Render): string {
  const list = detailList(render);
  if (!render.local || list === "") return list;
  return `<details><summary>Ids and checksum</summary>\n\n${list}\n\n</details>`;
}
