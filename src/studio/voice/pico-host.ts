// What svoxpico.wasm (@echogarden/svoxpico-wasm) expects of its surroundings: a file system, which is read
// only and in memory here. The package's own loader is not used: it does not survive bundling.

/** The functions of Pico that the studio calls, as picoapi.h declares them; pointers are numbers. */
interface PicoFunctions {
  readonly memory: WebAssembly.Memory;
  __wasm_call_ctors(): void;
  emscripten_stack_init(): void;
  emscripten_stack_get_current(): number;
  _emscripten_stack_restore(pointer: number): void;
  malloc(size: number): number;
  pico_initialize(memory: number, size: number, system: number): number;
  pico_loadResource(system: number, path: number, resource: number): number;
  pico_getResourceName(system: number, resource: number, name: number): number;
  pico_createVoiceDefinition(system: number, voice: number): number;
  pico_addResourceToVoiceDefinition(system: number, voice: number, name: number): number;
  pico_newEngine(system: number, voice: number, engine: number): number;
  pico_putTextUtf8(engine: number, text: number, size: number, accepted: number): number;
  pico_getData(engine: number, buffer: number, size: number, received: number, type: number): number;
}

/** Pico in its memory. */
export interface PicoHost {
  readonly pico: PicoFunctions;
  bytes(): Uint8Array<ArrayBuffer>;
  view(): DataView<ArrayBuffer>;
  /** Stores a text with the NUL that ends it, and returns its address. */
  store(text: string): number;
}

interface OpenFile {
  readonly data: Uint8Array;
  position: number;
}

// Emscripten's error numbers.
const noSuchFile = -44;
const notATerminal = -59;

const pageBytes = 65_536;

/** Starts Pico. It can open the given files and nothing else. */
export async function startPico(wasm: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Promise<PicoHost> {
  let pico: PicoFunctions;
  const openFiles = new Map<number, OpenFile>();
  const bytes = () => new Uint8Array(pico.memory.buffer);
  let lastView: DataView<ArrayBuffer> | undefined;
  // Pico reads its results often. The buffer is another one after memory has grown.
  const view = () => {
    if (lastView?.buffer !== pico.memory.buffer) lastView = new DataView(pico.memory.buffer);
    return lastView;
  };

  const readText = (address: number) => {
    const memory = bytes();
    return new TextDecoder().decode(memory.subarray(address, memory.indexOf(0, address)));
  };

  // Calls back for each buffer of a list of buffers, until one is not used in full. Stores the sum.
  const eachBuffer = (list: number, count: number, use: (address: number, size: number) => number) => {
    let total = 0;
    for (let entry = list; entry < list + 8 * count; entry += 8) {
      const size = view().getUint32(entry + 4, true);
      const used = use(view().getUint32(entry, true), size);
      total += used;
      if (used < size) break;
    }
    return total;
  };

  const readInto = (file: OpenFile, address: number, size: number) => {
    const part = file.data.subarray(file.position, file.position + size);
    bytes().set(part, address);
    file.position += part.length;
    return part.length;
  };

  const env = {
    _emscripten_memcpy_js: (to: number, from: number, size: number) =>
      bytes().copyWithin(to, from, from + size),
    emscripten_resize_heap: (size: number) => {
      try {
        pico.memory.grow(Math.ceil((size - pico.memory.buffer.byteLength) / pageBytes));
        return 1;
      } catch {
        return 0;
      }
    },
    __syscall_openat: (_folder: number, path: number) => {
      const data = files.get(readText(path));
      if (!data) return noSuchFile;
      // 0, 1 and 2 are the standard streams.
      const descriptor = 3 + openFiles.size;
      openFiles.set(descriptor, { data, position: 0 });
      return descriptor;
    },
    __syscall_fcntl64: () => 0,
    __syscall_ioctl: () => notATerminal,
  };
  const wasi = {
    fd_read: (descriptor: number, list: number, count: number, sum: number) => {
      const file = openFiles.get(descriptor);
      const read = file ? eachBuffer(list, count, (address, size) => readInto(file, address, size)) : 0;
      view().setUint32(sum, read, true);
      return 0;
    },
    // What Pico prints goes nowhere.
    fd_write: (_descriptor: number, list: number, count: number, sum: number) => {
      view().setUint32(
        sum,
        eachBuffer(list, count, (_address, size) => size),
        true,
      );
      return 0;
    },
    // biome-ignore lint/complexity/useMaxParams: This is WASI's signature, with the offset as two halves.
    fd_seek: (descriptor: number, offset: number, _high: number, from: number, result: number) => {
      const file = openFiles.get(descriptor);
      if (file) file.position = offset + ([0, file.position, file.data.length][from] ?? 0);
      view().setBigUint64(result, BigInt(file?.position ?? 0), true);
      return 0;
    },
    fd_close: (descriptor: number) => {
      openFiles.delete(descriptor);
      return 0;
    },
  };

  const module = await WebAssembly.compile(wasm);
  const instance = await WebAssembly.instantiate(module, { env, wasi_snapshot_preview1: wasi });
  pico = instance.exports as unknown as PicoFunctions;
  pico.emscripten_stack_init();
  pico.__wasm_call_ctors();
  const store = (text: string) => {
    const encoded = new TextEncoder().encode(`${text}\0`);
    const address = pico.malloc(encoded.length);
    bytes().set(encoded, address);
    return address;
  };
  return { pico, bytes, view, store };
}
