/** The oldest supported Node.js version: the oldest that undici supports. */
export const minNodeVersion = "22.19";

/** Returns whether a version such as `v20.20.2` is supported. */
export function isSupportedNodeVersion(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [minMajor = 0, minMinor = 0] = minNodeVersion.split(".").map(Number);
  return major > minMajor || (major === minMajor && minor >= minMinor);
}
