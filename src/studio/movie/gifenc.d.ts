declare module "gifenc" {
  interface FrameOptions {
    /** Colors as red, green and blue; needed in the first frame. */
    readonly palette?: readonly (readonly number[])[];
    /** In milliseconds. */
    readonly delay?: number;
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    readonly dispose?: number;
  }
  const gifenc: {
    GIFEncoder(): {
      writeFrame(indexed: Uint8Array, width: number, height: number, options: FrameOptions): void;
      finish(): void;
      bytes(): Uint8Array;
    };
  };
  export default gifenc;
}
