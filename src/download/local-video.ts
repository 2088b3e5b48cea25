/** A finished video on this machine: complete, verified, hashed. */
export interface LocalVideo {
  readonly path: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly durationSeconds: number;
}
