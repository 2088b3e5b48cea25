import { expect, test } from "vitest";
import { fontFolders } from "../../../../src/studio/cards/fonts/font-folders.ts";

test("Linux has fonts in its share folders and in those of the user", () => {
  expect(fontFolders({ platform: "linux", env: {}, home: "/home/ada" })).toEqual([
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/home/ada/.fonts",
    "/home/ada/.local/share/fonts",
  ]);
});

test("XDG_DATA_HOME moves the fonts of a user of Linux", () => {
  expect(fontFolders({ platform: "linux", env: { XDG_DATA_HOME: "/data" }, home: "/home/ada" })).toContain(
    "/data/fonts",
  );
});

test("macOS has fonts of the system, of all users and of the user", () => {
  expect(fontFolders({ platform: "darwin", env: {}, home: "/Users/ada" })).toEqual([
    "/System/Library/Fonts",
    "/Library/Fonts",
    "/Users/ada/Library/Fonts",
  ]);
});

test("Windows has fonts of the system and of the user", () => {
  const env = { WINDIR: "C:\\WINDOWS", LOCALAPPDATA: "C:\\Users\\ada\\AppData\\Local" };
  expect(fontFolders({ platform: "win32", env, home: "C:\\Users\\ada" })).toEqual([
    "C:\\WINDOWS\\Fonts",
    "C:\\Users\\ada\\AppData\\Local\\Microsoft\\Windows\\Fonts",
  ]);
});
