import { ShowreelError } from "../base/errors.ts";
import { readMaterial } from "../inputs/materials.ts";
import type { Given } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { type ChosenSource, chooseSource, type SourceKind, type Sources } from "../inputs/source.ts";
import { linesOf, type VideoRequest } from "../inputs/video-request.ts";
import { type ComposedText, composeText } from "./compose.ts";
import type { EventText } from "./event-text.ts";
import { readSourceText, shortenedInWords } from "./source-text.ts";
import { readLength } from "./video-length.ts";

/** What the user wants: a new video, or one that already exists at the provider, by its id. */
export type Wanted =
  | {
      readonly request: VideoRequest;
      /** The request as every attempt of the same run knows it, whatever GitHub answers meanwhile. */
      readonly known: VideoRequest;
      /** What was left out of the event's words, in a sentence. */
      readonly shortened?: string | undefined;
    }
  | { readonly videoId: string; readonly title: string };

export const titleOf = (wanted: Wanted): string =>
  "request" in wanted ? wanted.request.title : wanted.title;

/** What a request is made with, beside what the user said. */
export interface WantedPlace {
  readonly workspace: string;
  /** The title when the user gives none. */
  readonly title: string;
  readonly words: EventText;
  /** Ends the reading of large files. */
  readonly signal?: AbortSignal | undefined;
}

/** What is to be made, with all texts read and filled; nothing, where an event has nothing to say. Fails with `invalid_input`. */
export async function toWanted(
  given: Given<Settings>,
  place: WantedPlace,
  possible: Sources,
): Promise<Wanted | { readonly skipped: string }> {
  const { settings } = given;
  const source = chooseSource(settings, place.words.announcesRelease, possible);
  requireTemplate(source, settings);
  if (settings.template === "docs" && (await place.words.read("changed_pages")) === undefined) {
    return { skipped: "No video was made: no page of the documentation has changed." };
  }
  const title = await readTitle(settings, place);
  if (source.kind === undefined) {
    if (settings.length !== undefined) readLength(settings, source, possible);
    return { videoId: checkedId(settings.video_id ?? ""), title: title.text || place.title };
  }
  const lengthSeconds = readLength(settings, source, possible);
  const text = await readSourceText(given, source, place.words, possible, lengthSeconds);
  const request = {
    ...(await toRequest(settings, place, source, source.kind)),
    ...(lengthSeconds !== undefined && { lengthSeconds }),
    ...(text.own !== text.text && { ownText: text.own }),
  };
  return {
    request: { ...request, text: text.text, title: title.text || place.title },
    known: { ...request, text: text.known, title: title.known || place.title },
    shortened: text.shortened && shortenedInWords(text.shortened, settings.provider),
  };
}

// A title that comes from the event is nobody's template.
async function readTitle(
  { title, variables }: Settings,
  place: WantedPlace,
): Promise<Pick<ComposedText, "text" | "known">> {
  if (title === undefined) return { text: place.title, known: place.title };
  return composeText(title, { kind: "title", origin: { setting: "title" }, variables, words: place.words });
}

async function toRequest(
  settings: Settings,
  { workspace, signal }: WantedPlace,
  { revises }: ChosenSource,
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
      linesOf(settings.files).map((line) => readMaterial(workspace, "files", line, signal)),
    ),
    messages: linesOf(settings.messages),
    revises: revises ? checkedId(settings.video_id ?? "") : undefined,
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
function checkedId(id: string): string {
  if (/^[A-Za-z0-9][\w.~-]{0,127}$/.test(id)) return id;
  throw new ShowreelError("invalid_input", "`video_id` must be 1 to 128 letters, digits and _ . ~ -", {
    hint: "Copy it from the `video_id` or `session_id` output of the run that submitted the video.",
  });
}
