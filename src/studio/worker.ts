import { homedir } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { fontFolders } from "./cards/fonts/font-folders.ts";
import { openData } from "./data.ts";
import { film } from "./film.ts";
import { type EncoderTask, serveEncoder } from "./movie/encoder-thread.ts";
import type { RenderMessage, RenderTask } from "./render-task.ts";

// The program of the studio's worker threads: one renders a video, and starts another one as its encoder.

const here = import.meta.url;
const task: RenderTask | EncoderTask = workerData;

if (!parentPort) throw new Error("This program runs as a worker thread only.");
if ("role" in task) await serveEncoder(task, parentPort);
else await render(task, (message) => parentPort?.postMessage(message));

async function render(renderTask: RenderTask, report: (message: RenderMessage) => void): Promise<void> {
  const { platform, env } = process;
  const result = await film(renderTask, {
    data: openData(renderTask.dataFolder),
    fontFolders: fontFolders({ platform, env, home: homedir() }),
    program: new URL(here),
    report,
  });
  report({ kind: "finished", result });
}
