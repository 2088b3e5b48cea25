/** The arguments of a tag: named ones, with their names in lower case, and the others in order. */
export interface TagArguments {
  readonly named: Readonly<Record<string, string>>;
  readonly positional: readonly string[];
}

const argument =
  /(?:([\w:@.-]{1,80})\s*=\s*)?(?:"([^"]*)"|'([^']*)'|\{\s*["'`]([^"'`{}]*)["'`]\s*\}|([^\s"'{}<>=]{1,300}))/g;

/** Parses the arguments of a tag in HTML, JSX, Liquid or Hugo. */
export function parseArguments(text: string): TagArguments {
  const named: Record<string, string> = {};
  const positional: string[] = [];
  for (const [, name, double, single, expression, bare] of text.matchAll(argument)) {
    const value = double ?? single ?? expression ?? bare ?? "";
    if (name === undefined) positional.push(value);
    else named[name.toLowerCase()] ??= value;
  }
  return { named, positional };
}
