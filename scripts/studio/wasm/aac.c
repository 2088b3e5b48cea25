// An AAC-LC encoder for the studio: vo-aacenc behind four functions, for one channel of 48,000 samples a second.
// It needs nothing from outside (see system.c).

#include <stdint.h>
#include <string.h>

#include "common/include/cmnMemory.h"
#include "common/include/voAAC.h"

#define EXPORT(name) __attribute__((export_name(name)))

enum {
  samplesPerSecond = 48000,
  samplesPerFrame = 1024,
  // The standard's limit for a frame of one channel is 6,144 bits, and vo-aacenc needs some room.
  largestFrame = 2048,
  failed = -1,
};

static VO_AUDIO_CODECAPI encoder;
static VO_HANDLE handle;
static VO_MEM_OPERATOR allocator;
static int16_t samples[samplesPerFrame];
static uint8_t frame[largestFrame];

// Opens the encoder; to be called once. The bitrate is in bits a second. Returns 0, or another number if it can't
// be opened, for example because of the bitrate.
EXPORT("open") unsigned int openEncoder(int bitrate) {
  allocator.Alloc = cmnMemAlloc;
  allocator.Copy = cmnMemCopy;
  allocator.Free = cmnMemFree;
  allocator.Set = cmnMemSet;
  allocator.Check = cmnMemCheck;
  VO_CODEC_INIT_USERDATA memory = {.memflag = VO_IMF_USERMEMOPERATOR, .memData = &allocator};
  AACENC_PARAM settings = {
    .sampleRate = samplesPerSecond,
    .bitRate = bitrate,
    .nChannels = 1,
    // MP4 has the parameters that an ADTS header would repeat before each frame.
    .adtsUsed = 0,
  };
  unsigned int result = voGetAACEncAPI(&encoder);
  if (result != VO_ERR_NONE) return result;
  result = encoder.Init(&handle, VO_AUDIO_CodingAAC, &memory);
  if (result != VO_ERR_NONE) return result;
  return encoder.SetParam(handle, VO_PID_AAC_ENCPARAM, &settings);
}

// Returns where the next 1,024 samples are to be written, as signed 16-bit numbers.
EXPORT("input") int16_t *input(void) {
  return samples;
}

// Encodes these samples. Returns the number of bytes that `output` points to, or a negative number if it failed.
EXPORT("encode") int encodeFrame(void) {
  VO_CODECBUFFER source = {.Buffer = (uint8_t *)samples, .Length = sizeof samples};
  VO_CODECBUFFER target = {.Buffer = frame, .Length = sizeof frame};
  VO_AUDIO_OUTPUTINFO details;
  if (encoder.SetInputData(handle, &source) != VO_ERR_NONE) return failed;
  if (encoder.GetOutputData(handle, &target, &details) != VO_ERR_NONE) return failed;
  return (int)target.Length;
}

// Returns where the encoded frame is, without a header, until the next call of `encode`.
EXPORT("output") uint8_t *output(void) {
  return frame;
}
