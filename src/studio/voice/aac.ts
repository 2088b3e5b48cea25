import type { StudioData } from "../data.ts";
import { blockSamples } from "./sound.ts";

/** An encoder of AAC-LC, mono, 48 kHz. */
export interface AacEncoder {
  /** The AudioSpecificConfig that a container stores. */
  readonly config: Uint8Array;
  /** How many samples later than in the blocks the sound is heard. Give it to `soundTrack` as its lead. */
  readonly delay: number;
  /** Returns the packet for a block of 1,024 samples. Blocks are given in order. */
  encode(block: Int16Array): Uint8Array;
}

interface AacFunctions {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  open(bitRate: number): number;
  /** Returns the address of the next samples. */
  input(): number;
  /** Returns the size of the packet. */
  encode(): number;
  /** Returns the address of the packet. */
  output(): number;
}

const bitRate = 96_000;
// BLOCK_SWITCHING_OFFSET in the source of vo-aacenc: it looks ahead to choose a window, and packets overlap.
const delay = 1_600;
// ISO/IEC 14496-3: object type 2 (AAC-LC), frequency index 3 (48 kHz), one channel.
const config = Uint8Array.of((2 << 3) | (3 >> 1), ((3 & 1) << 7) | (1 << 3));

/** Starts an encoder. */
export async function openAacEncoder(data: StudioData): Promise<AacEncoder> {
  const module = await WebAssembly.compile(data.read("aac.wasm"));
  const aac = (await WebAssembly.instantiate(module, {})).exports as unknown as AacFunctions;
  aac._initialize();
  if (aac.open(bitRate) !== 0) throw new Error("The AAC encoder could not be started.");
  return {
    config,
    delay,
    encode: (block) => {
      new Int16Array(aac.memory.buffer, aac.input(), blockSamples).set(block);
      const size = aac.encode();
      if (size <= 0) throw new Error(`The AAC encoder returned ${size}.`);
      return new Uint8Array(aac.memory.buffer, aac.output(), size).slice();
    },
  };
}
