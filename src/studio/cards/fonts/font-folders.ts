import { posix, win32 } from "node:path";

export interface FontSystem {
  /** As in `process.platform`. */
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder of the user. */
  readonly home: string;
}

/** Returns the folders in which a system keeps its fonts. Not all of them need to exist. */
export function fontFolders({ platform, env, home }: FontSystem): string[] {
  if (platform === "win32") {
    const windows = env.WINDIR ?? env.SystemRoot ?? "C:\\Windows";
    const local = env.LOCALAPPDATA ?? win32.join(home, "AppData", "Local");
    return [win32.join(windows, "Fonts"), win32.join(local, "Microsoft", "Windows", "Fonts")];
  }
  if (platform === "darwin") {
    return ["/System/Library/Fonts", "/Library/Fonts", posix.join(home, "Library", "Fonts")];
  }
  const data = env.XDG_DATA_HOME || posix.join(home, ".local", "share");
  return [
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    posix.join(home, ".fonts"),
    posix.join(data, "fonts"),
  ];
}
