// An H.264 encoder for the studio: OpenH264 behind five functions. It needs nothing from outside (see system.c).

#include <cstddef>
#include <cstdint>

#include "codec_api.h"
#include "codec_app_def.h"
#include "codec_def.h"

#define EXPORT(name) extern "C" __attribute__((export_name(name)))

namespace {

// The studio never shows more frames in a second. It only decides the level that the stream declares.
const float maxFramesPerSecond = 30;

// OpenH264 wants a bitrate although it does not control one here. It only decides the level, too: at twice this,
// 1280x720 would no longer be level 3.1.
const int nominalBitrate = 5000000;

// The studio asks for key frames itself, so that a card starts with one.
const unsigned int neverByItself = 0;

const int failed = -1;

ISVCEncoder *encoder;
SSourcePicture picture;
SFrameBSInfo encoded;
unsigned char *pixels;

void describeStream(SEncParamExt &settings, int width, int height, int quantizer) {
  // With SCREEN_CONTENT_REAL_TIME, OpenH264 2.3.1 never returns from some frames.
  settings.iUsageType = CAMERA_VIDEO_REAL_TIME;
  settings.iPicWidth = width;
  settings.iPicHeight = height;
  settings.fMaxFrameRate = maxFramesPerSecond;
  settings.iTargetBitrate = nominalBitrate;
  settings.iMaxBitrate = UNSPECIFIED_BIT_RATE;
  settings.iRCMode = RC_OFF_MODE;
  settings.iMinQp = quantizer;
  settings.iMaxQp = quantizer;
  settings.uiIntraPeriod = neverByItself;
  settings.bEnableFrameSkip = false;
  settings.iTemporalLayerNum = 1;
  settings.iSpatialLayerNum = 1;
  // The parameter sets then stay the same, so that one description fits all frames of a file.
  settings.eSpsPpsIdStrategy = CONSTANT_ID;
  settings.iMultipleThreadIdc = 1;
}

// Cards have no noise, and most of a frame is what it was before: what looks for other things costs only time.
void encodeFast(SEncParamExt &settings) {
  settings.iComplexityMode = LOW_COMPLEXITY;
  settings.bEnableSceneChangeDetect = false;
  settings.bEnableBackgroundDetection = false;
  settings.bEnableAdaptiveQuant = false;
  settings.bEnableDenoise = false;
}

void describeLayer(SSpatialLayerConfig &layer, int width, int height, int quantizer) {
  layer.iVideoWidth = width;
  layer.iVideoHeight = height;
  layer.fFrameRate = maxFramesPerSecond;
  layer.iSpatialBitrate = nominalBitrate;
  layer.iMaxSpatialBitrate = UNSPECIFIED_BIT_RATE;
  layer.iDLayerQp = quantizer;
  layer.sSliceArgument.uiSliceMode = SM_SINGLE_SLICE;
  // OpenH264 writes this as Constrained Baseline, which every player can decode.
  layer.uiProfileIdc = PRO_BASELINE;
  // A player that is not told guesses, and shows other colors.
  layer.bVideoSignalTypePresent = true;
  layer.uiVideoFormat = VF_UNDEF;
  layer.bFullRange = false;
  layer.bColorDescriptionPresent = true;
  layer.uiColorPrimaries = CP_BT709;
  layer.uiTransferCharacteristics = TRC_BT709;
  layer.uiColorMatrix = CM_BT709;
}

void describePicture(int width, int height) {
  const int lumaSize = width * height;
  const int chromaSize = lumaSize / 4;
  pixels = new unsigned char[lumaSize + 2 * chromaSize];
  picture.iColorFormat = videoFormatI420;
  picture.iPicWidth = width;
  picture.iPicHeight = height;
  picture.iStride[0] = width;
  picture.iStride[1] = width / 2;
  picture.iStride[2] = width / 2;
  picture.pData[0] = pixels;
  picture.pData[1] = pixels + lumaSize;
  picture.pData[2] = pixels + lumaSize + chromaSize;
}

}  // namespace

// Opens the encoder; to be called once. Width and height are even. The quantizer (QP, 0 to 51) is the same for
// all frames. Returns 0, or another number if it can't be opened.
EXPORT("open") int openEncoder(int width, int height, int quantizer) {
  int result = WelsCreateSVCEncoder(&encoder);
  if (result != 0) return result;
  // Its warnings would have nowhere to go.
  int logLevel = WELS_LOG_QUIET;
  encoder->SetOption(ENCODER_OPTION_TRACE_LEVEL, &logLevel);
  SEncParamExt settings;
  encoder->GetDefaultParams(&settings);
  describeStream(settings, width, height, quantizer);
  encodeFast(settings);
  describeLayer(settings.sSpatialLayers[0], width, height, quantizer);
  result = encoder->InitializeExt(&settings);
  if (result != 0) return result;
  describePicture(width, height);
  return 0;
}

// Returns where the frame's pixels are to be written, as I420: all of Y, then all of U, then all of V. They stay
// there, so that the next frame needs only its changes.
EXPORT("input") unsigned char *input() {
  return pixels;
}

// Encodes the frame. Its time in milliseconds must be later than that of the frame before. Returns the number of
// bytes that `output` points to, or a negative number if it failed.
EXPORT("encode") int encodeFrame(int milliseconds, int asKeyFrame) {
  if (asKeyFrame) encoder->ForceIntraFrame(true);
  picture.uiTimeStamp = milliseconds;
  const int result = encoder->EncodeFrame(&picture, &encoded);
  if (result != cmResultSuccess || encoded.iLayerNum == 0) return failed;
  return encoded.iFrameSizeInBytes;
}

// Returns where the encoded frame is, as NAL units with start codes (Annex B), until the next call of `encode`.
// OpenH264 writes all units of a frame, parameter sets included, behind each other.
EXPORT("output") unsigned char *output() {
  return encoded.sLayerInfo[0].pBsBuf;
}

// Returns 1 if the encoded frame is a key frame (IDR), before which the parameter sets are repeated.
EXPORT("isKeyFrame") int isKeyFrame() {
  return encoded.eFrameType == videoFrameTypeIDR;
}
