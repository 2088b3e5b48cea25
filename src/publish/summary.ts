import { byteSize, duration } from "../base/plain-text.ts";
import { costInWords, costOfLength, lengthInWords, toFindings, waitInWords } from "../render/check.ts";
import type { Render } from "../render/record.ts";
import { escapeMarkdown, link, table } from "./markdown.ts";

/** The job summary in GitHub's Markdown: what was made, how long each phase took, where to see it. No signed link. */
export function toSummary(render: Render): string {
  const warnings = render.check?.warnings.map((words) => sentences(words)).join("\n\n");
  const title = `### ${escapeMarkdown(render.title)}`;
  const parts = [title, headline(render), facts(render), warnings, phases(render)];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function headline(render: Render): string {
  const { failure } = render;
  if (failure)
    return `**${failure.code}**: ${sentences(failure.message)}\n\n${sentences(failure.hint ?? "")}`;
  if (render.skipped) return escapeMarkdown(render.skipped);
  if (render.check) return "Nothing was submitted: this was a dry run.";
  if (render.status === "processing") return "The video goes on rendering at the provider.";
  return render.resumed ? "An existing video was taken up." : "A new video was made.";
}

function sentences(words: string): string {
  return words
    .split("\n")
    .map((line) => escapeMarkdown(line, 2_000))
    .join("<br>");
}

function facts(render: Render) {
  const { provider, check, job, remote, local, artifact } = render;
  const rows: (readonly [string, string | undefined])[] = [
    ["Video", artifact && `${link("Play", artifact.url)} (artifact)`],
    ["Provider", escapeMarkdown(provider)],
    ...(check ? toFindings(check) : []).map(([name, value]) => [name, escapeMarkdown(value)] as const),
    ["Video id", job?.ids.video_id && `<code>${escapeMarkdown(job.ids.video_id)}</code>`],
    ["Session id", job?.ids.session_id && `<code>${escapeMarkdown(job.ids.session_id)}</code>`],
    ...expectations(render),
    ["Size", local && byteSize(local.sizeBytes)],
    ["SHA-256", local && `<code>${local.sha256}</code>`],
    ["Page", remote?.pageUrl && link("at the provider", remote.pageUrl)],
  ];
  const known = rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return known.length > 0 ? table(known) : "";
}

// What was measured, and what was thought of it before.
function expectations({ estimate, local, phases }: Render): (readonly [string, string | undefined])[] {
  const length = local && duration(local.durationSeconds * 1_000);
  if (!estimate) return [["Length", length]];
  const { waitMinutes } = estimate;
  return [
    ["Length", beside(length, lengthInWords(estimate))],
    ["Cost", beside(local && costOfLength(estimate, local.durationSeconds), costInWords(estimate))],
    [
      "Wait",
      waitMinutes && beside(phases.render ? duration(phases.render) : undefined, waitInWords(waitMinutes)),
    ],
  ];
}

const beside = (measured: string | undefined, expected: string) =>
  measured === undefined ? `expected ${expected}` : `${measured} (expected ${expected})`;

function phases(render: Render): string {
  const names = Object.keys(render.phases) as (keyof Render["phases"])[];
  const times = names.map((name) => `${name} ${duration(render.phases[name] ?? 0)}`);
  return times.length > 0 ? `Time: ${times.join(" · ")}` : "";
}
