// After gjtorikian/html-pipeline (mention_filter.rb), where a name follows anything but a word; an underscore
// is part of the names that companies manage. Whether somebody has the name is not asked.
const mention = /(?<!\w)@[a-z\d][\w-]*(?:\/[a-z\d][\w-]*)?/gi;

// Source: docs.github.com, "Autolinked references and URLs". Whether there is such an issue or commit is not
// asked.
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
