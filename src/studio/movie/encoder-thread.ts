import { type MessagePort, Worker } from "node:worker_threads";
import { type EncodedFrame, openH264Encoder } from "./h264.ts";

// Pictures are drawn in one thread and encoded in another, because each takes about half of the time.

/** What an encoder's thread is started with. */
export interface EncoderTask {
  readonly role: "encoder";
  /** The WebAssembly module of the H.264 encoder. */
  readonly h264: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** An encoder in a thread of its own. */
export interface EncoderThread {
  /**
   * Returns a buffer for the planes of a picture; see `I420Picture`. It has the content of an earlier picture, and
   * resolves once one is free.
   */
  planes(): Promise<Uint8Array<ArrayBuffer>>;
  /** Encodes planes, and takes their buffer. Frames are encoded in the order of the calls. */
  encode(planes: Uint8Array<ArrayBuffer>, seconds: number, isKey: boolean): Promise<EncodedPicture>;
  close(): Promise<void>;
}

export interface EncodedPicture extends EncodedFrame {
  /** The decoder's configuration (the `avcC` box's content). */
  readonly configuration: Uint8Array;
}

interface PictureMessage {
  readonly planes: Uint8Array<ArrayBuffer>;
  readonly seconds: number;
  readonly isKey: boolean;
}

interface EncodedMessage extends EncodedPicture {
  readonly planes: Uint8Array<ArrayBuffer>;
}

// One picture is drawn while one is encoded, and one waits, so that neither thread has to.
const bufferCount = 3;

/** Starts the program of a worker thread as an encoder; see `serveEncoder`. */
export function startEncoderThread(program: URL, task: EncoderTask): EncoderThread {
  const worker = new Worker(program, {
    // As for the renderer's own thread: with a small young generation, buffers of pictures are freed soon.
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
    workerData: task,
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const free = Array.from({ length: bufferCount }, () => new Uint8Array((task.width * task.height * 3) / 2));
  const waiting: PromiseWithResolvers<Uint8Array<ArrayBuffer>>[] = [];
  const encoding: PromiseWithResolvers<EncodedPicture>[] = [];
  worker.on("message", ({ planes, ...picture }: EncodedMessage) => {
    const next = waiting.shift();
    if (next) next.resolve(planes);
    else free.push(planes);
    encoding.shift()?.resolve(picture);
  });
  const fail = (error: unknown) => {
    for (const { reject } of [...waiting, ...encoding]) reject(error);
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The encoder stopped.")));
  return {
    async planes() {
      const buffer = free.pop();
      if (buffer) return buffer;
      const next = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
      waiting.push(next);
      return next.promise;
    },
    encode(planes, seconds, isKey) {
      const picture = Promise.withResolvers<EncodedPicture>();
      encoding.push(picture);
      const message: PictureMessage = { planes, seconds, isKey };
      worker.postMessage(message, [planes.buffer]);
      return picture.promise;
    },
    close: async () => void (await worker.terminate()),
  };
}

/** Encodes the pictures that come through a port, until the thread is stopped. */
export async function serveEncoder({ h264, width, height }: EncoderTask, port: MessagePort): Promise<void> {
  const encoder = await openH264Encoder(h264, width, height);
  port.on("message", ({ planes, seconds, isKey }: PictureMessage) => {
    encoder.planes().set(planes);
    const frame = encoder.encode(seconds, isKey);
    const message: EncodedMessage = { ...frame, planes, configuration: encoder.configuration() };
    port.postMessage(message, [planes.buffer, frame.data.buffer]);
  });
}
