import { posix, win32 } from "node:path";
import { describe, expect, test } from "vitest";
import { relativeInside } from "../../../src/base/files/relative-inside.ts";

describe("on Linux and macOS", () => {
  test.each([
    ["/w", "/w/videos/a.mp4", "videos/a.mp4"],
    ["/w", "/w", ""],
    ["/w", "/w/..a/b", "..a/b"],
    ["/w", "/", undefined],
    ["/w", "/w2/a", undefined],
    ["/w", "/etc/passwd", undefined],
    ["/w/a", "/w", undefined],
  ])("from %s to %s is %j", (folder, target, expected) => {
    expect(relativeInside(folder, target, posix)).toBe(expected);
  });
});

describe("on Windows", () => {
  test.each([
    ["D:\\a\\repo", "D:\\a\\repo\\videos\\a.mp4", "videos\\a.mp4"],
    ["D:\\a\\repo", "d:\\A\\Repo\\videos", "videos"],
    ["D:\\a\\repo", "D:/a/repo/docs/b.md", "docs\\b.md"],
    ["D:\\a\\repo", "D:\\a\\repo", ""],
    ["D:\\a\\repo", "C:\\Windows\\win.ini", undefined],
    ["D:\\a\\repo", "D:\\a\\repo2\\x", undefined],
    ["D:\\a\\repo", "D:\\a", undefined],
    ["D:\\a\\repo", "\\\\server\\share\\x", undefined],
  ])("from %s to %s is %j", (folder, target, expected) => {
    expect(relativeInside(folder, target, win32)).toBe(expected);
  });
});
