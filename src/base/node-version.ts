/** The oldest Node.js that everything here runs on: what undici needs. */
export const oldestNode = "22.19";

/** Whether a version such as `v20.20.2` is new enough. */
export function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split(".").map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}
