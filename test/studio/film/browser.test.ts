import { expect, test } from "vitest";
import { openTab } from "../../../scripts/pictures/chromium.ts";
import { startLocalServer } from "../../support/network/local-server.ts";
import { renderMarkdown } from "../../support/studio/render.ts";
import { hasTool } from "../../support/studio/tools.ts";

/** Serves a page with a video, and the video with ranges, as hosts of videos do. */
function servePage(video: Buffer) {
  return startLocalServer((request, response) => {
    if (!request.url?.endsWith(".mp4")) {
      response.setHeader("content-type", "text/html");
      response.end('<!doctype html><video src="/video.mp4" preload="auto"></video>');
      return;
    }
    const [, from = "0", to = ""] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "") ?? [];
    const [start, end] = [Number(from), to === "" ? video.length - 1 : Number(to)];
    response.writeHead(206, {
      "content-type": "video/mp4",
      "accept-ranges": "bytes",
      "content-range": `bytes ${start}-${end}/${video.length}`,
      "content-length": end - start + 1,
    });
    response.end(video.subarray(start, end + 1));
  });
}

/** What a page finds out about its video: it plays for a moment, and then shows the middle. */
const watch = `(async () => {
  const video = document.querySelector("video");
  const happens = (name) => new Promise((resolve) => video.addEventListener(name, resolve, { once: true }));
  if (video.readyState < 4) await happens("canplaythrough");
  await video.play();
  while (video.currentTime < 1.5) await happens("timeupdate");
  video.pause();
  const sound = video.webkitAudioDecodedByteCount;
  const seeked = happens("seeked");
  video.currentTime = video.duration / 2;
  await seeked;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  const context = canvas.getContext("2d");
  context.drawImage(video, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const colors = new Set();
  for (let at = 0; at < data.length; at += 4) colors.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
  return {
    duration: video.duration, width: canvas.width, height: canvas.height, error: video.error,
    middle: video.currentTime, hasSound: sound > 0, hasPicture: colors.size > 20,
  };
})()`;

test.runIf(hasTool("chromium"))("a browser plays a video with its sound, and seeks in it", async () => {
  const video = await renderMarkdown(
    "Every pull request now builds its own preview, and the link is in the comment.",
  );
  await using page = await servePage(video.read("video"));
  const loaded = Promise.withResolvers<void>();
  await using tab = await openTab((method) => {
    if (method === "Page.loadEventFired") loaded.resolve();
  });
  await tab.call("Page.enable");
  await tab.call("Page.navigate", { url: page.url.href });
  await loaded.promise;
  const evaluation = { expression: watch, awaitPromise: true, returnByValue: true, userGesture: true };
  const { result } = await tab.call<{ result: { value: unknown } }>("Runtime.evaluate", evaluation);
  expect(result.value).toEqual({
    duration: expect.closeTo(video.seconds, 1),
    width: 1280,
    height: 720,
    error: null,
    middle: expect.closeTo(video.seconds / 2, 1),
    hasSound: true,
    hasPicture: true,
  });
});
