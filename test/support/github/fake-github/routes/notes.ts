import type { FakeNotes } from "../objects/objects.ts";
import { readText } from "../read-field.ts";
import { failure, type Handler, ok } from "../replies.ts";
import type { GithubState } from "../state.ts";

/** The notes of a release that need not exist yet. */
export const generateNotes: Handler = (state, { body }) => {
  const tag = readText(body, "tag_name");
  if (tag === undefined) return failure(422, 'Invalid request.\n\n"tag_name" wasn\'t supplied.');
  const previous = readText(body, "previous_tag_name");
  if (previous !== undefined && !state.tags.some(({ name }) => name === previous)) {
    return failure(422, "Invalid previous_tag parameter");
  }
  return ok(makeNotes(state, tag, previous));
};

/** The test's notes, or those of a release without pull requests: a link to a comparison. */
export function makeNotes(state: GithubState, tag: string, previous?: string): FakeNotes {
  const names = state.tags.map(({ name }) => name);
  const before = previous ?? names[names.indexOf(tag) + 1];
  const range = before === undefined ? `commits/${tag}` : `compare/${before}...${tag}`;
  const body = `**Full Changelog**: https://github.com/${state.repository}/${range}`;
  return state.generatedNotes ?? { name: tag, body };
}
