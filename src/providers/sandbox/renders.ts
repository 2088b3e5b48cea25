import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { makeTemporaryFolder } from "../../base/files/temporary-folder.ts";
import { type RenderMessage, type RenderResult, renderFiles } from "../../studio/render-task.ts";
import type { StudioRequest } from "../../studio/request.ts";
import { studioFiles } from "./studio-files.ts";

/** A video that a worker thread renders. */
export interface Render {
  /** In percent. */
  readonly progress: number;
  /** Whether the words are spoken and the times known. */
  readonly isTimed: boolean;
  /** Set once the video is finished. */
  readonly result: RenderResult | undefined;
  /** Why the video could not be rendered. */
  readonly failure: string | undefined;
  /** Resolves with the next change; at once if there will be none. */
  nextChange(): Promise<void>;
  path(file: keyof typeof renderFiles): string;
}

/** The videos that this process renders. */
export interface Renders {
  /** Starts to render a video, unless it has been started before. */
  start(id: string, request: StudioRequest): Promise<Render>;
  /** Returns a video that has been started. */
  find(id: string): Promise<Render | undefined>;
  /** Stops all of them, and removes their files. */
  close(): Promise<void>;
}

/** Calls back after some milliseconds, unless it is canceled by the function that it returns. */
type SetTimer = (ms: number, callback: () => void) => () => void;

// Even a slow machine reports the next percent within seconds.
const stalledMs = 120_000;

/** `program` is what a worker thread runs. */
export function createRenders(setTimer: SetTimer, program = studioFiles.worker): Renders {
  const renders = new Map<string, Promise<StartedRender>>();
  return {
    start(id, request) {
      const render = renders.get(id) ?? startRender(request, setTimer, program);
      renders.set(id, render);
      return render;
    },
    find: async (id) => renders.get(id),
    async close() {
      await Promise.allSettled([...renders.values()].map(async (render) => (await render).stop()));
    },
  };
}

interface StartedRender extends Render {
  stop(): Promise<void>;
}

async function startRender(request: StudioRequest, setTimer: SetTimer, program: URL): Promise<StartedRender> {
  try {
    return await startWorker(request, setTimer, program);
  } catch (error) {
    return failedRender(error instanceof Error ? error.message : String(error));
  }
}

function failedRender(failure: string): StartedRender {
  return {
    ...{ progress: 0, isTimed: false, result: undefined, failure },
    nextChange: async () => {},
    path: (file) => renderFiles[file],
    stop: async () => {},
  };
}

async function startWorker(request: StudioRequest, setTimer: SetTimer, program: URL): Promise<StartedRender> {
  const folder = await makeTemporaryFolder(tmpdir());
  const dataFolder = fileURLToPath(studioFiles.data);
  // Its output is captured: stdout is for the results of the program.
  const worker = new Worker(program, {
    // Pictures are outside of the heap, and are freed only with the small objects that hold them: with every
    // collection of a young generation, which is rare if it is large.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
    workerData: { request, folder, dataFolder },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const render = {
    progress: 0,
    isTimed: false,
    result: undefined as RenderResult | undefined,
    failure: undefined as string | undefined,
  };
  let change = Promise.withResolvers<void>();
  const announce = () => {
    change.resolve();
    change = Promise.withResolvers();
  };
  const fail = (reason: string) => {
    if (!render.result) render.failure ??= reason;
    announce();
  };
  const watch = () =>
    setTimer(stalledMs, () => {
      fail("The renderer made no progress for two minutes.");
      void worker.terminate();
    });
  let cancelWatch = watch();
  worker.on("message", (message: RenderMessage) => {
    cancelWatch();
    cancelWatch = watch();
    if (message.kind === "progress") render.progress = message.percent;
    if (message.kind === "timed") render.isTimed = true;
    if (message.kind === "finished") render.result = message.result;
    announce();
  });
  worker.on("error", (error) => fail(error instanceof Error ? error.message : String(error)));
  worker.on("exit", () => {
    cancelWatch();
    fail("The renderer stopped.");
  });
  return {
    get progress() {
      return render.progress;
    },
    get isTimed() {
      return render.isTimed;
    },
    get result() {
      return render.result;
    },
    get failure() {
      return render.failure;
    },
    async nextChange() {
      if (!render.result && render.failure === undefined) await change.promise;
    },
    path: (file) => join(folder, renderFiles[file]),
    async stop() {
      await worker.terminate();
      // Windows releases the files of a thread a moment after it has ended.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
