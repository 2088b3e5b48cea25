import { parentPort, workerData } from "node:worker_threads";
import { openData } from "./data.ts";
import { film } from "./film.ts";
import type { RenderMessage, RenderTask } from "./render-task.ts";

const task: RenderTask = workerData;
const report = (message: RenderMessage) => parentPort?.postMessage(message);
const result = await film(task, { data: openData(task.dataFolder), fontFolders: [], report });
report({ kind: "finished", result });
