import type { StudioData } from "../data.ts";
import { type PicoHost, startPico } from "./pico-host.ts";
import { speechRate } from "./rates.ts";
import type { StudioVoice } from "./voices.ts";

/** A part of a text, with the volume at which it is spoken in percent. Pico's samples are clipped above 50. */
export interface SpokenPart {
  readonly text: string;
  readonly volume: number;
}

/** A voice that is ready to speak. */
export interface Voice {
  /**
   * Returns a text as mono speech at 16 kHz, with silence around it. Empty if there is nothing to say, or if the
   * engine fails on the text. The same text always gives the same samples.
   */
  speak(parts: readonly SpokenPart[]): Int16Array;
}

// The bytes that Pico may use for its resources and its engine; English (US) needs 2.4 MB.
const areaBytes = 4_000_000;
const bufferBytes = 4096;
// Pico accepts at most this much of a text at once.
const maxPutBytes = 4096;

/** Loads a voice. */
export async function openVoice(voice: StudioVoice, data: StudioData): Promise<Voice> {
  const files = new Map(voice.files.map((name) => [`/${name}`, data.read(name)]));
  const host = await startPico(data.read("pico.wasm"), files);
  const engine = createEngine(host, [...files.keys()]);
  // Pico goes on with its random numbers from one text to the next, even after `pico_resetEngine`. So each text
  // starts with the memory as it was at first, which also repairs an engine that failed.
  const initialMemory = host.bytes().slice(0, engine.end);
  const initialStack = host.pico.emscripten_stack_get_current();
  return {
    speak: (parts) => {
      try {
        return speak(host, engine, parts);
      } catch {
        return new Int16Array();
      } finally {
        host.bytes().set(initialMemory);
        host.pico._emscripten_stack_restore(initialStack);
      }
    },
  };
}

/** The addresses of an engine and of the buffers to talk with it. */
interface Engine {
  readonly handle: number;
  readonly text: number;
  readonly sound: number;
  readonly count: number;
  readonly type: number;
  /** The end of the memory that is in use. */
  readonly end: number;
}

function createEngine({ pico, view, store }: PicoHost, paths: readonly string[]): Engine {
  const result = pico.malloc(4);
  const created = () => view().getInt32(result, true);
  const buffers = {
    text: pico.malloc(maxPutBytes),
    sound: pico.malloc(bufferBytes),
    count: pico.malloc(4),
    type: pico.malloc(4),
  };
  const area = pico.malloc(areaBytes);
  checkStatus(pico.pico_initialize(area, areaBytes, result));
  const system = created();
  const voice = store("voice");
  const names = paths.map((path) => {
    checkStatus(pico.pico_loadResource(system, store(path), result));
    const name = pico.malloc(256);
    checkStatus(pico.pico_getResourceName(system, created(), name));
    return name;
  });
  checkStatus(pico.pico_createVoiceDefinition(system, voice));
  for (const name of names) checkStatus(pico.pico_addResourceToVoiceDefinition(system, voice, name));
  checkStatus(pico.pico_newEngine(system, voice, result));
  return { handle: created(), ...buffers, end: pico.malloc(1) };
}

function checkStatus(status: number): void {
  if (status !== 0) throw new Error(`The voice could not be loaded (Pico's status ${status}).`);
}

// A sentence of 5,000 letters takes some 40,000 steps before the first sound.
const maxSilentSteps = 200_000;

// Pico's results of a step: there is more to do, or nothing.
const busy = 201;
const idle = 200;

function speak(host: PicoHost, engine: Engine, parts: readonly SpokenPart[]): Int16Array {
  // The NUL makes Pico speak what it has read so far.
  const encoded = new TextEncoder().encode(`${parts.map(toMarkup).join(" ")}\0`);
  const limit = maxSpeechBytes(parts);
  const speech: Uint8Array[] = [];
  let length = 0;
  for (let sent = 0; sent < encoded.length && length < limit; ) {
    const accepted = put(host, engine, encoded.subarray(sent, sent + maxPutBytes));
    for (const chunk of soundSoFar(host, engine)) {
      speech.push(chunk);
      length += chunk.length;
      if (length >= limit) break;
    }
    sent += accepted;
  }
  return toSamples(speech, length);
}

function put({ pico, bytes, view }: PicoHost, { handle, text, count }: Engine, part: Uint8Array): number {
  bytes().set(part, text);
  const status = pico.pico_putTextUtf8(handle, text, part.length, count);
  const accepted = view().getInt16(count, true);
  if (status !== 0 || accepted <= 0) throw new Error(`Pico accepts no text (status ${status}).`);
  return accepted;
}

// Returns the sound of what Pico has read, until it needs more text.
function* soundSoFar({ pico, bytes, view }: PicoHost, { handle, sound, count, type }: Engine) {
  let silentSteps = 0;
  let status = busy;
  while (status === busy) {
    status = pico.pico_getData(handle, sound, bufferBytes, count, type);
    const size = view().getInt16(count, true);
    if (size > 0) yield bytes().slice(sound, sound + size);
    silentSteps = size > 0 ? 0 : silentSteps + 1;
    if (silentSteps > maxSilentSteps) throw new Error("Pico does not come to an end.");
  }
  if (status !== idle) throw new Error(`Pico failed (status ${status}).`);
}

function toMarkup({ text, volume }: SpokenPart): string {
  return `<volume level="${volume}">${text.replace(/[\p{Cc}\p{Cs}<>&]/gu, " ")}</volume>`;
}

// A limit for texts that Pico reads far too slowly, such as thousands of stops: two seconds, and for each letter
// or digit more than any word needs.
function maxSpeechBytes(parts: readonly SpokenPart[]): number {
  const characters = parts.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  return 2 * speechRate * (2 + characters);
}

function toSamples(chunks: readonly Uint8Array[], length: number): Int16Array {
  const joined = new Uint8Array(length + (length % 2));
  let position = 0;
  for (const chunk of chunks) {
    joined.set(chunk, position);
    position += chunk.length;
  }
  return new Int16Array(joined.buffer);
}
