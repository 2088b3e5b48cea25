export interface Divisible {
  readonly width: number;
  /** The space before it, unless it is the first of its group. */
  readonly gap: number;
}

export interface Division {
  /** How much a group can hold. An element that is wider has a group of its own. */
  readonly capacity: number;
  readonly maxCount?: number | undefined;
  /** What speaks against a cut before the element at an index: 0 nothing, 1 as much as an empty group. */
  costOfCut(index: number): number;
}

/**
 * Divides elements into as few groups as they need, filled as evenly as possible: the sum of the squares of the
 * empty space is the least.
 */
export function divideEvenly<T extends Divisible>(
  elements: readonly T[],
  { capacity, maxCount = Number.POSITIVE_INFINITY, costOfCut }: Division,
): T[][] {
  // The least cost of the elements from each one on, and where its group ends.
  const costs = new Array<number>(elements.length + 1).fill(0);
  const ends = new Array<number>(elements.length).fill(0);
  for (let start = elements.length - 1; start >= 0; start -= 1) {
    costs[start] = Number.POSITIVE_INFINITY;
    let width = 0;
    for (let end = start + 1; end <= elements.length && end - start <= maxCount; end += 1) {
      const { width: added, gap } = elements[end - 1] ?? { width: 0, gap: 0 };
      width += end === start + 1 ? added : gap + added;
      if (width > capacity && end > start + 1) break;
      const cut = end < elements.length ? costOfCut(end) : 0;
      const fill = Math.max(width / capacity, (end - start) / maxCount);
      const cost = Math.max(0, 1 - fill) ** 2 + cut + costPerGroup + (costs[end] ?? 0);
      // Of two equal ways, the one with the fuller first group wins.
      if (cost > (costs[start] ?? 0) + 1e-9) continue;
      costs[start] = cost;
      ends[start] = end;
    }
  }
  const groups: T[][] = [];
  for (let start = 0; start < elements.length; ) {
    const end = ends[start] ?? elements.length;
    groups.push(elements.slice(start, end));
    start = end;
  }
  return groups;
}

const costPerGroup = 1;
