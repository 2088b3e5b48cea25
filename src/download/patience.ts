/** Counts the attempts that brought nothing worth speaking of. */
export interface Patience {
  /**
   * Notes an attempt that ended with `size` bytes here. Returns how many have failed in a row, or undefined when that
   * is enough.
   */
  failedAt(size: number, total: number | undefined): number | undefined;
}

// 1 + 2 + 4 + 8 + 16 + 30 + 30 s: a file is sometimes announced before it can be fetched.
const usualAttempts = 8;
const worthwhileBytes = 1024 ** 2;

/** `size` bytes are here already. An attempt that got further than any before it, by a hundredth or 1 MiB, is none. */
export function createPatience(size: number, maxAttempts = usualAttempts): Patience {
  let furthest = size;
  let inARow = 0;
  return {
    failedAt(reached, total) {
      const step = Math.min(worthwhileBytes, (total ?? Number.POSITIVE_INFINITY) / 100);
      if (reached >= furthest + step && reached > furthest) {
        furthest = reached;
        inARow = 0;
      }
      inARow += 1;
      return inARow < maxAttempts ? inARow : undefined;
    },
  };
}
