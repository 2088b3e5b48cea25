import {
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  FilePathTarget,
  Mp4OutputFormat,
  Output,
} from "mediabunny";

/** What is known about the tracks of an MP4 before its first packet. */
export interface Mp4Tracks {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** How many frames will be written. */
  readonly frameCount: number;
  /** Undefined for a video without sound. */
  readonly audio: AudioTrack | undefined;
  readonly title: string;
}

export interface AudioTrack {
  readonly sampleRate: number;
  readonly channels: number;
  /** The AudioSpecificConfig of the AAC stream. */
  readonly configuration: Uint8Array;
  /** The language of the speech, as an ISO 639-2 code. */
  readonly language: string;
  readonly packetCount: number;
}

/** A packet of one track. Times are seconds. */
export interface MediaPacket {
  readonly data: Uint8Array;
  readonly start: number;
  readonly seconds: number;
}

/** Writes an MP4 to a file, packet by packet, in the order of time. */
export interface Mp4Writer {
  /** `configuration` is the `avcC` box's content; needed with the first packet only. */
  addVideo(packet: MediaPacket, isKey: boolean, configuration: Uint8Array): Promise<void>;
  addAudio(packet: MediaPacket): Promise<void>;
  /** Writes the index in front of the media, where players expect it, and closes the file. */
  finish(): Promise<void>;
}

/**
 * Creates an MP4 file with H.264 and AAC that starts to play before it is completely loaded. The space for its
 * index is reserved at the start of the file, so nothing has to be kept in memory or copied.
 */
export async function createMp4(path: string, tracks: Mp4Tracks): Promise<Mp4Writer> {
  const output = createOutput(path);
  const video = new EncodedVideoPacketSource("avc");
  output.addVideoTrack(video, {
    frameRate: tracks.framesPerSecond,
    maximumPacketCount: tracks.frameCount,
  });
  const sound = tracks.audio && addAudioTrack(output, tracks.audio);
  output.setMetadataTags({ title: tracks.title, comment: "A storyboard, made by Showreel" });
  await output.start();
  return {
    addVideo: (packet, isKey, configuration) =>
      video.add(toEncodedPacket(packet, isKey), {
        decoderConfig: {
          codec: codecName(configuration),
          codedWidth: tracks.width,
          codedHeight: tracks.height,
          description: configuration,
          colorSpace: { primaries: "bt709", transfer: "bt709", matrix: "bt709", fullRange: false },
        },
      }),
    addAudio: async (packet) => sound?.(packet),
    finish: () => output.finalize(),
  };
}

// How much is collected before it is written; by default 16 MiB.
const chunkSize = 2 ** 20;

// The format writes the time of its creation into the file, but the same words have to give the same bytes.
function createOutput(path: string): Output {
  const { now } = Date;
  Date.now = () => 0;
  try {
    return new Output({
      format: new Mp4OutputFormat({ fastStart: "reserve" }),
      target: new FilePathTarget(path, { chunkSize }),
    });
  } finally {
    Date.now = now;
  }
}

function addAudioTrack(output: Output, audio: AudioTrack): (packet: MediaPacket) => Promise<void> {
  const source = new EncodedAudioPacketSource("aac");
  output.addAudioTrack(source, { languageCode: audio.language, maximumPacketCount: audio.packetCount });
  return (packet) =>
    source.add(toEncodedPacket(packet, true), {
      decoderConfig: {
        codec: "mp4a.40.2",
        numberOfChannels: audio.channels,
        sampleRate: audio.sampleRate,
        description: audio.configuration,
      },
    });
}

function toEncodedPacket({ data, start, seconds }: MediaPacket, isKey: boolean): EncodedPacket {
  return new EncodedPacket(data, isKey ? "key" : "delta", start, seconds);
}

// RFC 6381: profile, constraints and level as hexadecimal digits.
function codecName(configuration: Uint8Array): string {
  return `avc1.${Buffer.from(configuration.subarray(1, 4)).toString("hex")}`;
}
