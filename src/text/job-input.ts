import { ShowreelError } from "../base/errors.ts";
import { readMaterial } from "../inputs/materials.ts";
import type { ParsedInputs } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { type ChosenSource, chooseSource, type SourceKind, type SupportedSources } from "../inputs/source.ts";
import { nonEmptyLines, type VideoRequest } from "../inputs/video-request.ts";
import { type ComposedText, composeText } from "./compose-text.ts";
import type { EventText } from "./event-text.ts";
import { describeShortening, readSourceText } from "./source-text.ts";
import { readLength } from "./video-length.ts";

/** What the user wants: a new video, or one that already exists at the provider, by its id. */
export type JobInput =
  | {
      readonly request: VideoRequest;
      /** The request as every attempt of the same run knows it, whatever GitHub answers meanwhile. */
      readonly stableRequest: VideoRequest;
      /** What was left out of the event's words, in a sentence. */
      readonly shorteningWarning?: string | undefined;
    }
  | { readonly videoId: string; readonly title: string };

export const jobInputTitle = (input: JobInput): string =>
  "request" in input ? input.request.title : input.title;

/** What a request is made with, beside what the user said. */
export interface RequestContext {
  readonly workspace: string;
  /** The title when the user gives none. */
  readonly title: string;
  readonly eventText: EventText;
  /** Ends the reading of large files. */
  readonly signal?: AbortSignal | undefined;
}

/** What is to be made, with all texts read and filled; nothing, where an event has nothing to say. Fails with `invalid_input`. */
export async function buildJobInput(
  inputs: ParsedInputs<Settings>,
  context: RequestContext,
  supported: SupportedSources,
): Promise<JobInput | { readonly skipped: string }> {
  const { settings } = inputs;
  const source = chooseSource(settings, context.eventText.announcesRelease, supported);
  requireTemplate(source, settings);
  if (settings.template === "docs" && (await context.eventText.read("changed_pages")) === undefined) {
    return { skipped: "No video was made: no page of the documentation has changed." };
  }
  const title = await readTitle(settings, context);
  if (source.kind === undefined) {
    if (settings.length !== undefined) readLength(settings, source, supported);
    return { videoId: requireValidId(settings.video_id ?? ""), title: title.text || context.title };
  }
  const lengthSeconds = readLength(settings, source, supported);
  const text = await readSourceText(inputs, source, context.eventText, supported, lengthSeconds);
  const request = {
    ...(await toRequest(settings, context, source, source.kind)),
    ...(lengthSeconds !== undefined && { lengthSeconds }),
    ...(text.userText !== text.text && { userText: text.userText }),
  };
  return {
    request: { ...request, text: text.text, title: title.text || context.title },
    stableRequest: { ...request, text: text.stableText, title: title.stableText || context.title },
    shorteningWarning: text.shortened && describeShortening(text.shortened, settings.provider),
  };
}

// A title that comes from the event is nobody's template.
async function readTitle(
  { title, variables }: Settings,
  place: RequestContext,
): Promise<Pick<ComposedText, "text" | "stableText">> {
  if (title === undefined) return { text: place.title, stableText: place.title };
  return composeText(title, {
    kind: "title",
    origin: { setting: "title" },
    variables,
    eventText: place.eventText,
  });
}

async function toRequest(
  settings: Settings,
  { workspace, signal }: RequestContext,
  { isRevision }: ChosenSource,
  kind: SourceKind,
): Promise<Omit<VideoRequest, "text" | "title">> {
  const read = (setting: "audio" | "composition") => {
    const typed = settings[setting];
    return typed === undefined ? undefined : readMaterial(workspace, setting, typed, signal);
  };
  return {
    provider: settings.provider,
    kind,
    avatarId: settings.avatar_id,
    voiceId: settings.voice_id,
    styleId: settings.style_id,
    orientation: settings.orientation,
    aspectRatio: settings.aspect_ratio,
    resolution: settings.resolution,
    captions: settings.captions,
    templateId: settings.template_id,
    audio: await read("audio"),
    composition: await read("composition"),
    files: await Promise.all(
      nonEmptyLines(settings.files).map((line) => readMaterial(workspace, "files", line, signal)),
    ),
    messages: nonEmptyLines(settings.messages),
    revises: isRevision ? requireValidId(settings.video_id ?? "") : undefined,
    options: settings.provider_options,
  };
}

// An option that is silently ignored would surprise.
function requireTemplate({ setting }: ChosenSource, { template_options }: Settings): void {
  if (setting === "template" || Object.keys(template_options).length === 0) return;
  throw new ShowreelError("invalid_input", "`template_options` needs `template`.", {
    hint: "Give `template`, or leave them out. Nothing was submitted.",
  });
}

// Ids go into URLs and file names.
function requireValidId(id: string): string {
  if (/^[A-Za-z0-9][\w.~-]{0,127}$/.test(id)) return id;
  throw new ShowreelError("invalid_input", "`video_id` must be 1 to 128 letters, digits and _ . ~ -", {
    hint: "Copy it from the `video_id` or `session_id` output of the run that submitted the video.",
  });
}
