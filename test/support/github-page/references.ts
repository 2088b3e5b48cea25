// After gjtorikian/html-pipeline (mention_filter.rb): a name does not follow a letter or a digit. Names of
// managed users contain an underscore. Whether the user exists is not checked.
const mention = /(?<!\w)@[a-z\d][\w-]*(?:\/[a-z\d][\w-]*)?/gi;

// Source: docs.github.com, "Autolinked references and URLs". Whether the issue or commit exists is not
// checked.
const issue = /(?<![\w&])(?:[\w-]+(?:\/[\w.-]+)?)?#\d+(?!\w)|(?<!\w)GH-\d+(?!\w)/gi;
const commit = /(?<![\w-])(?:[\w-]+(?:\/[\w.-]+)?@)?[\da-f]{7,40}(?![\w-])/gi;

/** The mentions of users and teams that GitHub would notify. */
export function findMentions(prose: string): string[] {
  return prose.match(mention) ?? [];
}

/** The issues, pull requests and commits that GitHub would link; any seven-digit number may be one. */
export function findReferences(prose: string): string[] {
  return [...(prose.match(issue) ?? []), ...(prose.match(commit) ?? [])];
}
