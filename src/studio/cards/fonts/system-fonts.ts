import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Face, readFaces, readFont } from "./font-file.ts";
import { familiesOf, type ScriptFamilies } from "./scripts.ts";

// A system has some hundred fonts, which are read only as long as none fits.
const mostFiles = 4000;
const mostFilesRead = 600;
const deepest = 6;
const fontFile = /\.(?:ttf|otf|ttc|otc)$/i;
const unusual = /serif|mono|condensed|narrow|italic|oblique|nastaliq|rashi|display|unjoined|ui\b/i;

interface Choice {
  readonly face: Face;
  /** How many of the characters it has. */
  readonly covered: number;
  readonly cost: number;
}

/** The fonts of the system, as a list of files: nothing is read before a font is asked for. */
export interface SystemFonts {
  /**
   * Returns the font file that has most of the characters of a script, in a weight for large type; undefined
   * if none has any. The rest of the characters may need another call.
   */
  find(script: string, codePoints: ReadonlySet<number>): Promise<Uint8Array | undefined>;
}

/** Lists the font files below these folders. Folders that can't be read are left out. */
export async function listSystemFonts(folders: readonly string[]): Promise<SystemFonts> {
  const files: string[] = [];
  for (const folder of folders) await listFiles(folder, deepest, files);
  return {
    async find(script, codePoints) {
      const choice = await choose(familiesOf(script), codePoints);
      return choice === undefined ? undefined : readFont(choice.face);
    },
  };

  async function choose(
    families: ScriptFamilies,
    codePoints: ReadonlySet<number>,
  ): Promise<Choice | undefined> {
    let best: Choice | undefined;
    const known = new Set<string>();
    for (const prefix of families.files) {
      const matching = files.filter((path) => nameOf(path).startsWith(prefix) && !known.has(path));
      for (const path of matching) known.add(path);
      best = better(best, await compare(matching, families, codePoints));
      if (best?.covered === codePoints.size) return best;
    }
    const others = files
      .filter((path) => !known.has(path))
      .sort((a, b) => Number(isUnusual(a)) - Number(isUnusual(b)));
    for (const path of others.slice(0, mostFilesRead)) {
      best = better(best, await compare([path], { ...families, face: /^/ }, codePoints));
      if (best?.covered === codePoints.size) return best;
    }
    return best;
  }

  async function compare(
    paths: readonly string[],
    { isComplex = false, face: pattern }: ScriptFamilies,
    codePoints: ReadonlySet<number>,
  ): Promise<Choice | undefined> {
    let best: Choice | undefined;
    for (const path of paths) {
      for (const face of await readFaces(path)) {
        if (isComplex && !face.hasSubstitutions) continue;
        const covered = [...codePoints].filter((codePoint) => face.has(codePoint)).length;
        const isOther = pattern !== undefined && !pattern.test(face.family);
        const cost = weightCost(face) + (isOther ? 4000 : 0) + (isUnusual(path, face) ? 2000 : 0);
        if (covered > 0) best = better(best, { face, covered, cost });
      }
    }
    return best;
  }
}

/** The first wins if both are equally good: it comes from a better known family. */
function better(first: Choice | undefined, second: Choice | undefined): Choice | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (first.covered !== second.covered) return first.covered > second.covered ? first : second;
  return second.cost < first.cost ? second : first;
}

/** The words on a card are semi-bold. A bold font looks more like it than a regular one. */
function weightCost({ weight, isItalic }: Face): number {
  const distance = Math.abs(weight - 600) * (weight < 500 || weight > 700 ? 2 : 1);
  return distance + (weight < 600 ? 1 : 0) + (isItalic ? 1000 : 0);
}

const isUnusual = (path: string, face?: Face): boolean =>
  unusual.test(`${nameOf(path)} ${face?.family ?? ""}`);

const nameOf = (path: string): string =>
  path
    .replace(/^.*[/\\]/, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ _.-]/g, "");

async function listFiles(folder: string, depth: number, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // The order of a folder differs between machines, and the choice of a font must not.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (files.length >= mostFiles) return;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth > 0) await listFiles(path, depth - 1, files);
    else if (!entry.isDirectory() && fontFile.test(entry.name)) files.push(path);
  }
}
