const patterns = [
  /^[\w*]+ ?\(deps(?:-dev)?\b[^()]{0,40}\)!?: /i,
  /^(?:\(?deps(?:-dev)?\)?|dependencies):? (?=bump|update|upgrade|pin|replace)/i,
  /^(?:[\w()]{1,20}!?: )?bumps? (?!the version|version)(?:the )?[\w@./ -]{1,100} (?:from \S+ |group |across |with )?(?:to|with|across) /i,
  /^(?:[\w()]{1,20}!?: )?(?:update|upgrade|pin|lock|replace) (?:dev)?dependenc(?:y|ies)\b/i,
  /^(?:[\w()]{1,20}!?: )?update [\w@./-]{1,100} (?:action|digest|docker tag|monorepo|orb|image)\b/i,
  /^(?:[\w()]{1,20}!?: )?lock file maintenance\b/i,
];

/** Does this say that a dependency has a new version, as dependency bots and changesets put it? */
export function isDependencyNote(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text)) || isDependencyList(text);
}

/** Does this announce such notes, which follow one level deeper? */
export function isDependencyList(text: string): boolean {
  return /^updated dependencies\b/i.test(text);
}

/** How many updates one note stands for: "with 3 updates" are three. */
export function updatesIn(text: string): number {
  return Number(/\bwith (\d{1,4}) updates?\b/i.exec(text)?.[1] ?? 1);
}
