/** Samples per second of speech. */
export const speechRate = 16_000;

/** How many samples of the sound track there are for one of speech. */
export const upsampling = 3;

/** Samples per second of the sound track. */
export const soundRate = upsampling * speechRate;
