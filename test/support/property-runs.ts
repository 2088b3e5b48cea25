/**
 * Returns how many cases of a property to try: all of them in CI (`.ci/run` sets the variable `CI`), a fifth on
 * the machine of someone who waits for the result. Each run draws other cases.
 */
export const propertyRuns = (inCi: number) => ({ numRuns: process.env.CI ? inCi : Math.ceil(inCi / 5) });
