import { describe, expect, test } from "vitest";
import { videoFileName, withSuffix } from "../../src/download/output-target.ts";

test("a file is named after the title, the id and its format", () => {
  expect(videoFileName("Release 2.0: what is new?", "v_1", "mp4")).toBe("Release-2.0-what-is-new-v_1.mp4");
  expect(videoFileName("Release 2.0: what is new?", "v_1", "webm")).toBe("Release-2.0-what-is-new-v_1.webm");
});

test.each([
  ["", "video-v_1.mp4"],
  ["   ", "video-v_1.mp4"],
  [".", "video-v_1.mp4"],
  ["..", "video-v_1.mp4"],
  ["../../etc/passwd", "etc-passwd-v_1.mp4"],
  ["..\\..\\windows\\system32", "windows-system32-v_1.mp4"],
  ["/absolute/path", "absolute-path-v_1.mp4"],
  ["C:\\video", "C-video-v_1.mp4"],
  ['a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j-v_1.mp4"],
  [".hidden", "hidden-v_1.mp4"],
  ["--rf", "rf-v_1.mp4"],
  ["CON", "CON-v_1.mp4"],
  ["trailing dot.", "trailing-dot-v_1.mp4"],
  ["null\0byte\nand line", "null-byte-and-line-v_1.mp4"],
  ["$(reboot) `reboot` ;reboot", "reboot-reboot-reboot-v_1.mp4"],
  ["%2e%2e%2fetc", "2e-2e-2fetc-v_1.mp4"],
  ["a..b...c", "a.b.c-v_1.mp4"],
  ["Grüße aus Łódź", "Gru-e-aus-odz-v_1.mp4"],
  ["🎬🎬🎬", "video-v_1.mp4"],
  ["🎬 Release 🚀 2.0", "Release-2.0-v_1.mp4"],
  ["リリース・ノート", "video-v_1.mp4"],
  ["إصدار", "video-v_1.mp4"],
  ["ﬁnal ½ Ⅳ", "final-1-2-IV-v_1.mp4"],
  ["\u202egpj.exe", "gpj.exe-v_1.mp4"],
])("the title %j gives the harmless name %j", (title, name) => {
  expect(videoFileName(title, "v_1", "mp4")).toBe(name);
});

describe("every name", () => {
  const hostile = ["x".repeat(10_000), "é".repeat(10_000), "🎬".repeat(10_000), "../".repeat(10_000)];

  test.each([...hostile, "a.".repeat(5_000), `${"x".repeat(59)}-.-rest`, "NUL", "~root"])(
    "is short, and of letters, digits, dots, underscores and dashes only (%#)",
    (title) => {
      for (const id of ["v_1", "i".repeat(500), "../../id", "", "é", "."]) {
        const name = videoFileName(title, id, "mp4");
        expect(name).toMatch(/^[A-Za-z0-9_][\w.-]*-[A-Za-z0-9_][\w.-]*\.mp4$/);
        expect(name).not.toContain("..");
        expect(name.length).toBeLessThanOrEqual(150);
      }
    },
  );

  test("differs when the id does", () => {
    const nameOf = (id: string) => videoFileName("x".repeat(500), id, "mp4");
    expect(nameOf("v_1")).not.toBe(nameOf("v_2"));
  });
});

test("a mark goes before the extension", () => {
  expect(withSuffix("videos/release.mp4", "2")).toBe("release-2.mp4");
  expect(withSuffix("release.v2.mp4", "2")).toBe("release.v2-2.mp4");
});
