#pragma once

#include "resources/base/failure.h"

#include <opencv2/dnn.hpp>

#include <string>

namespace chinhchu::biometrics {

/// Builds an OpenCV network out of a graph model as published for the browser (a JSON graph of TensorFlow operations
/// and one file of 16-bit weights). No converted copy has to be kept, so the two published files and their hashes are
/// all there is to trust. MODEL_HASH_MISMATCH when the graph has an operation this does not know.
///
/// Knows convolutions (plain, depthwise, with fused bias and PReLU), sums, maximum pooling, channel padding, sigmoid,
/// reshape to a row; layers keep the names of their operations.
Result<cv::dnn::Net> buildGraphNet(const std::string& graphJson, const std::string& weights);

} // namespace chinhchu::biometrics
