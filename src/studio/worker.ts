import { homedir } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { fontFolders } from "./cards/fonts/font-folders.ts";
import { openData } from "./data.ts";
import { film } from "./film.ts";
import type { RenderMessage, RenderTask } from "./render-task.ts";

const task: RenderTask = workerData;
const report = (message: RenderMessage) => parentPort?.postMessage(message);
const { platform, env } = process;
const result = await film(task, {
  data: openData(task.dataFolder),
  fontFolders: fontFolders({ platform, env, home: homedir() }),
  report,
});
report({ kind: "finished", result });
