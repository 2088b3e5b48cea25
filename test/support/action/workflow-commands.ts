/** A workflow command found in the log, unescaped. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

interface Syntax {
  readonly pattern: RegExp;
  readonly separator: string;
  readonly inProperties: Readonly<Record<string, string>>;
  readonly inData: Readonly<Record<string, string>>;
}

const lineBreaks = { "%0D": "\r", "%0A": "\n" };
const old = { "%3B": ";", ...lineBreaks, "%5D": "]", "%25": "%" };

// `::name …::data` at the start of a line, and the older `##[name …]data` anywhere in it; `%25` is undone
// last (actions/runner, `ActionCommand.cs`).
const syntaxes: readonly Syntax[] = [
  {
    pattern: /^\s*::(.*?)::(.*)$/s,
    separator: ",",
    inProperties: { ...lineBreaks, "%3A": ":", "%2C": ",", "%25": "%" },
    inData: { ...lineBreaks, "%25": "%" },
  },
  { pattern: /##\[([^\]]*)\](.*)$/s, separator: ";", inProperties: old, inData: old },
];

const registered = [
  ...["add-mask", "debug", "notice", "warning", "error", "group", "endgroup", "echo", "stop-commands"],
  ...["set-output", "save-state", "add-matcher", "remove-matcher", "set-env", "add-path"],
];

/** Returns the commands that the runner would run, in order; none between `stop-commands` and its token. */
export function readCommands(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let stopToken: string | undefined;
  for (const line of log.split(/\r\n|\n|\r/)) {
    const known = stopToken === undefined ? registered : [...registered, stopToken];
    const command = parseCommand(line, known);
    if (command === undefined) continue;
    if (stopToken !== undefined) stopToken = command.name === stopToken ? undefined : stopToken;
    else if (command.name === "stop-commands") stopToken = command.data.toLowerCase();
    else commands.push(command);
  }
  return commands;
}

function parseCommand(line: string, known: readonly string[]): WorkflowCommand | undefined {
  for (const { pattern, separator, inProperties, inData } of syntaxes) {
    const [, head = "", data = ""] = pattern.exec(line) ?? [];
    const [, name = "", list = ""] = /^(\S*) ?(.*)$/s.exec(head) ?? [];
    if (!known.includes(name.toLowerCase())) continue;
    const pairs = list.split(separator).map((pair) => /^([^=]+)=(.+)$/s.exec(pair.trim()) ?? []);
    const properties = pairs.map(([, key = "", value = ""]) => [key, unescapeAll(value, inProperties)]);
    return {
      name: name.toLowerCase(),
      properties: Object.fromEntries(properties.filter(([key]) => key !== "")),
      data: unescapeAll(data, inData),
    };
  }
  return undefined;
}

function unescapeAll(text: string, replacements: Readonly<Record<string, string>>): string {
  return Object.entries(replacements).reduce((result, [code, plain]) => result.replaceAll(code, plain), text);
}
