#pragma once

#include <opencv2/core.hpp>
#include <rapidjson/document.h>

#include <map>
#include <string>
#include <vector>

namespace chinhchu::biometrics {

/// The constants of a graph model: 16-bit floats widened to 32 bits, and whole numbers.
class GraphWeights
{
public:
    /// Throws std::runtime_error when @p manifest and @p data do not fit together.
    GraphWeights(const rapidjson::Value& manifest, const std::string& data);

    [[nodiscard]] bool has(const std::string& name) const { return m_tensors.contains(name); }
    [[nodiscard]] const std::vector<int>& shape(const std::string& name) const { return at(name).shape; }
    [[nodiscard]] const std::vector<float>& values(const std::string& name) const { return at(name).values; }

    /// A row of all values, as OpenCV wants biases and slopes.
    [[nodiscard]] cv::Mat row(const std::string& name) const;

    /// Height x width x in x out, reordered to out x in x height x width. Depthwise kernels (height x width x channels
    /// x 1) become channels x 1 x height x width.
    [[nodiscard]] cv::Mat kernel(const std::string& name, bool depthwise) const;

private:
    struct Tensor
    {
        std::vector<int> shape;
        std::vector<float> values;
    };
    [[nodiscard]] const Tensor& at(const std::string& name) const;

    std::map<std::string, Tensor> m_tensors;
};

} // namespace chinhchu::biometrics
