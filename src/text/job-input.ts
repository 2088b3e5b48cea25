import { invalidInputError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import { readMaterial } from "../inputs/materials.ts";
import type { ParsedInputs } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { type ChosenSource, chooseSource, type SourceKind, type SupportedSources } from "../inputs/source.ts";
import { nonEmptyLines, type VideoRequest } from "../inputs/video-request.ts";
import { type ComposedText, composeText } from "./compose-text.ts";
import { titleFromText } from "./default-title.ts";
import type { EventText } from "./event-text.ts";
import { describeShortening } from "./fitting/fit-text.ts";
import { unavailablePlaceholderError } from "./placeholders/placeholder-values.ts";
import { readSourceText } from "./source-text.ts";
import { readLength } from "./video-length.ts";

/** What the user asks for: a new video, or one that already exists at the provider. */
export type JobInput =
  | {
      readonly kind: "new";
      readonly request: VideoRequest;
      /** The request that is the same in every attempt of a run, even if GitHub returns different values. */
      readonly stableRequest: VideoRequest;
      /** A sentence about values of the event that were shortened. */
      readonly shorteningWarning?: string | undefined;
    }
  | { readonly kind: "existing"; readonly videoId: string; readonly title: string };

export function jobInputTitle(input: JobInput): string {
  return input.kind === "new" ? input.request.title : input.title;
}

/** The title of a video whose user sets none. */
export interface DefaultTitle {
  readonly text: string;
  /** The title that is the same in every attempt of a run. */
  readonly stableText: string;
  /** Whether every video of the branch would have it. Then the first words of a prompt or script are used. */
  readonly isGeneric: boolean;
}

/** The context of a request, besides the inputs. */
export interface RequestContext {
  readonly workspace: string;
  /** The title if the user sets none. */
  readonly title: DefaultTitle;
  readonly eventText: EventText;
  /** Aborts the reading of large files. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the files and fills the placeholders in the inputs. If the event has no content for a video, for
 * example no changed page, returns the reason for skipping it. Fails with `invalid_input`.
 */
export async function buildJobInput(
  inputs: ParsedInputs<Settings>,
  context: RequestContext,
  supported: SupportedSources,
): Promise<JobInput | { readonly skipped: string }> {
  const { settings } = inputs;
  const { eventText } = context;
  const source = chooseSource(settings, eventText.announcesRelease, supported);
  requireTemplate(source, settings);
  if (settings.template === "docs" && !(await hasChangedPages(eventText)))
    return { skipped: "No video was made: no documentation page has changed." };
  const typedTitle = await readTitle(settings, context);
  const lengthSeconds = readLength(settings, source, supported);
  if (source.kind === undefined) {
    return {
      kind: "existing",
      videoId: requireValidId(settings.video_id ?? ""),
      title: typedTitle?.text || context.title.text,
    };
  }
  const { maxCharacters, usesOutline: withOutline } = supported;
  const options = { eventText, maxCharacters, lengthSeconds, withOutline };
  const text = await readSourceText(inputs, source, options);
  const title = typedTitle ?? defaultTitle(context, source, text.typedText);
  const request = {
    ...(await toRequest(settings, context, { ...source, kind: source.kind })),
    ...(lengthSeconds !== undefined && { lengthSeconds }),
    ...(text.userText !== text.text && { userText: text.userText }),
  };
  return {
    kind: "new",
    request: { ...request, text: text.text, title: title.text, ...(await readOutline(text, eventText)) },
    stableRequest: {
      ...request,
      text: text.stableText,
      title: title.stableText,
      ...stableOutline(text),
    },
    shorteningWarning: text.shortening && describeShortening(text.shortening, settings.provider),
  };
}

// Read last, so that the subject knows what the text has requested from GitHub.
async function readOutline({ outline, isBrief = false }: ComposedText, eventText: EventText) {
  return outline === undefined ? {} : { outline, isBrief, subject: await eventText.subject() };
}

// The outline has values that GitHub may return differently in the next attempt, unless the text has none. The
// subject is always such a value.
function stableOutline({ outline, isBrief = false, text, stableText }: ComposedText) {
  return outline === undefined || text !== stableText ? {} : { outline, isBrief };
}

// Placeholders are filled in the user's title only: the event's title is untrusted text.
async function readTitle(
  { title, variables }: Settings,
  { eventText }: RequestContext,
): Promise<ComposedText | undefined> {
  if (title === undefined) return undefined;
  const composed = await composeText(title, {
    kind: "title",
    origin: { setting: "title" },
    variables,
    eventText,
  });
  return composed.text === "" ? undefined : composed;
}

// A template has the same words in every video.
function defaultTitle({ title }: RequestContext, { setting }: ChosenSource, typedText: string) {
  const fromText = title.isGeneric && setting !== "template" ? titleFromText(typedText) : "";
  return fromText === "" ? title : { text: fromText, stableText: fromText };
}

// Without the list of changed files nobody knows whether a page has changed: that is no reason to skip.
async function hasChangedPages(eventText: EventText): Promise<boolean> {
  if ((await eventText.read("changed_files")) === undefined)
    throw unavailablePlaceholderError("changed_pages", "template", eventText.eventName);
  return (await eventText.read("changed_pages")) !== undefined;
}

async function toRequest(
  settings: Settings,
  { workspace, signal }: RequestContext,
  { kind, isRevision }: ChosenSource & { readonly kind: SourceKind },
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

function requireTemplate({ setting }: ChosenSource, { template_options }: Settings): void {
  if (setting === "template" || Object.keys(template_options).length === 0) return;
  throw invalidInputError("`template_options` needs `template`.", {
    hint: "Set `template`, or remove `template_options`.",
    settings: ["template_options", "template"],
  });
}

// An id becomes part of URLs and file names.
function requireValidId(id: string): string {
  if (/^[A-Za-z0-9][\w.~-]{0,127}$/.test(id)) return id;
  const message = `\`video_id\` is "${plainText(id, 80)}": it must be 1 to 128 letters, digits and _ . ~ -`;
  throw invalidInputError(message, {
    hint: "Copy it from the `video_id` or `session_id` output of the run that submitted the video.",
    settings: ["video_id"],
  });
}
