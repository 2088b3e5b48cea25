// The functions of OpenH264 that this folder replaces. Its patch calls the first of these (see openh264.patch).

#ifndef STUDIO_FUNCTIONS_H
#define STUDIO_FUNCTIONS_H

#include "wels_func_ptr_def.h"

using namespace WelsEnc;

void useVectors(SWelsFuncPtrList &functions);
void useVectorsForDifferences(SSampleDealingFunc &functions);
void useVectorsForTransforms(SWelsFuncPtrList &functions);
void useVectorsForPredictions(SWelsFuncPtrList &functions);
void useVectorsForEdges(DeblockingFunc &functions);

#endif
