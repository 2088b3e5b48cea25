import type { Settings } from "../compose/settings.ts";

/** The step of a workflow that makes a video. */
export interface StepName {
  readonly workflow: string;
  readonly job: string;
  /** Tells two steps of a workflow job apart; the same in all attempts. */
  readonly step: string;
}

/**
 * What one video is found again by in a comment or in release notes, from push to push: the step, and the video's name, or all
 * that makes it another video where it has none. Only characters that can end no comment of HTML.
 */
export function videoKey({ workflow, job, step }: StepName, settings: Settings): string {
  const { title, prompt_file, script_file, template, provider, avatar_id, voice_id, style_id } = settings;
  const { orientation, aspect_ratio, resolution, template_options } = settings;
  const file = prompt_file ?? script_file ?? template;
  const looks = [avatar_id, voice_id, style_id, orientation, aspect_ratio, resolution];
  const name =
    title ?? [file, provider, ...looks, ...Object.values(template_options)].filter(Boolean).join(" ");
  return [workflow, job, step, name].map(encoded).join("/");
}

// Long names are cut: the marker stands in every comment.
function encoded(text: string): string {
  const safe = encodeURIComponent(text.toWellFormed()).slice(0, 120);
  return safe.replace(/[-!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
