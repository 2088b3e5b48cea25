/** Encodes pictures as H.264. */
export interface H264Encoder {
  /** The planes of the next picture; see `I420Picture`. They must be written anew for every picture. */
  planes(): Uint8Array;
  /** Encodes the planes. A key frame can be shown without the frames before it. */
  encode(seconds: number, isKey: boolean): EncodedFrame;
  /** Returns the decoder's configuration (the `avcC` box) once a picture has been encoded. */
  configuration(): Uint8Array;
}

export interface EncodedFrame {
  /** NAL units, each after its length in four bytes. */
  readonly data: Uint8Array<ArrayBuffer>;
  readonly isKey: boolean;
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize?(): void;
  open(width: number, height: number, quantizer: number): number;
  input(): number;
  output(): number;
  encode(milliseconds: number, isKey: number): number;
}

// Text stays sharp, and a minute of cards has about 3 MB.
const quantizer = 22;

/** Opens OpenH264, compiled to WebAssembly by `scripts/studio`, for pictures of this size. */
export async function openH264Encoder(
  wasm: Uint8Array<ArrayBuffer>,
  width: number,
  height: number,
): Promise<H264Encoder> {
  const exports = await instantiate(wasm);
  const status = exports.open(width, height, quantizer);
  if (status !== 0) throw new Error(`OpenH264 can't encode ${width}x${height}: ${status}`);
  let parameterSets: ParameterSets | undefined;
  return {
    planes: () => new Uint8Array(exports.memory.buffer, exports.input(), (width * height * 3) / 2),
    encode(seconds, isKey) {
      const length = exports.encode(Math.round(seconds * 1_000), isKey ? 1 : 0);
      if (length <= 0) throw new Error(`OpenH264 failed: ${length}`);
      const units = splitUnits(new Uint8Array(exports.memory.buffer, exports.output(), length));
      parameterSets ??= findParameterSets(units);
      return {
        data: joinUnits(units.filter((unit) => !isParameterSet(unit))),
        isKey: units.some((unit) => unitType(unit) === unitTypes.keySlice),
      };
    },
    configuration() {
      if (!parameterSets) throw new Error("OpenH264 has encoded no picture yet");
      return toConfiguration(parameterSets);
    },
  };
}

/** Instantiates the module. Of the system it needs only a clock, for statistics that nobody reads. */
async function instantiate(wasm: Uint8Array<ArrayBuffer>): Promise<Exports> {
  const module = await WebAssembly.compile(wasm);
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module: name, name: field } of WebAssembly.Module.imports(module))
    imports[name] = { ...imports[name], [field]: () => 0 };
  const instance = await WebAssembly.instantiate(module, imports);
  const exports = instance.exports as unknown as Exports;
  exports._initialize?.();
  return exports;
}

interface ParameterSets {
  readonly sequence: Uint8Array;
  readonly picture: Uint8Array;
}

// Types of NAL units. Source: ITU-T H.264, table 7-1.
const unitTypes = { keySlice: 5, sequenceParameters: 7, pictureParameters: 8 };

const unitType = (unit: Uint8Array) => (unit[0] ?? 0) & 31;
const isParameterSet = (unit: Uint8Array) =>
  unitType(unit) === unitTypes.sequenceParameters || unitType(unit) === unitTypes.pictureParameters;

function findParameterSets(units: readonly Uint8Array[]): ParameterSets | undefined {
  const sequence = units.find((unit) => unitType(unit) === unitTypes.sequenceParameters)?.slice();
  const picture = units.find((unit) => unitType(unit) === unitTypes.pictureParameters)?.slice();
  return sequence && picture && { sequence, picture };
}

/** Splits an Annex B byte stream at its start codes: 00 00 01, after any number of zeros. */
function splitUnits(stream: Uint8Array): Uint8Array[] {
  const starts: number[] = [];
  for (let at = stream.indexOf(1, 2); at >= 0; at = stream.indexOf(1, at + 1))
    if (stream[at - 1] === 0 && stream[at - 2] === 0) starts.push(at + 1);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    let end = next === undefined ? stream.length : next - 3;
    while (next !== undefined && stream[end - 1] === 0) end -= 1;
    return stream.subarray(start, end);
  });
}

function joinUnits(units: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(units.reduce((sum, unit) => sum + 4 + unit.length, 0));
  const view = new DataView(data.buffer);
  let at = 0;
  for (const unit of units) {
    view.setUint32(at, unit.length);
    data.set(unit, at + 4);
    at += 4 + unit.length;
  }
  return data;
}

// Source of the layout: ISO/IEC 14496-15, AVCDecoderConfigurationRecord.
function toConfiguration({ sequence, picture }: ParameterSets): Uint8Array {
  const [, profile = 0, compatibility = 0, level = 0] = sequence;
  const lengthBytesMinusOne = 0xff;
  const oneSequence = 0xe1;
  return Uint8Array.of(
    ...[1, profile, compatibility, level, lengthBytesMinusOne, oneSequence],
    ...[sequence.length >> 8, sequence.length & 255, ...sequence],
    ...[1, picture.length >> 8, picture.length & 255, ...picture],
  );
}
