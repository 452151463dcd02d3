#include "biometrics/detection/graph_weights.h"

#include <cstring>
#include <stdexcept>

namespace chinhchu::biometrics {

namespace {

/// Reads @p count numbers of @p type from @p data at @p position.
std::vector<float> readNumbers(const std::string& data, std::size_t& position, std::size_t count, bool half)
{
    const std::size_t width = half ? 2 : 4;
    if (count > (data.size() - position) / width)
        throw std::runtime_error("the weights break off");
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (half) {
            cv::float16_t value;
            std::memcpy(&value, data.data() + position + i * width, width);
            values[i] = static_cast<float>(value);
        } else {
            std::int32_t value = 0;
            std::memcpy(&value, data.data() + position + i * width, width);
            values[i] = static_cast<float>(value);
        }
    }
    position += count * width;
    return values;
}

} // namespace

GraphWeights::GraphWeights(const rapidjson::Value& manifest, const std::string& data)
{
    std::size_t position = 0;
    for (const auto& weight : manifest[0]["weights"].GetArray()) {
        Tensor tensor;
        std::size_t count = 1;
        for (const auto& side : weight["shape"].GetArray()) {
            tensor.shape.push_back(side.GetInt());
            count *= side.GetUint();
        }
        const bool half = weight.HasMember("quantization");
        if (half && std::string("float16") != weight["quantization"]["dtype"].GetString())
            throw std::runtime_error("only 16-bit floats are known");
        if (!half && std::string("int32") != weight["dtype"].GetString())
            throw std::runtime_error("only 32-bit whole numbers are known");
        tensor.values = readNumbers(data, position, count, half);
        m_tensors[weight["name"].GetString()] = std::move(tensor);
    }
}

const GraphWeights::Tensor& GraphWeights::at(const std::string& name) const
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end())
        throw std::runtime_error("no weights for " + name);
    return found->second;
}

cv::Mat GraphWeights::row(const std::string& name) const
{
    return cv::Mat(at(name).values, true).reshape(1, 1);
}

cv::Mat GraphWeights::kernel(const std::string& name, bool depthwise) const
{
    const Tensor& tensor = at(name);
    if (tensor.shape.size() != 4 || (depthwise && tensor.shape[3] != 1))
        throw std::runtime_error(name + " is no kernel");
    const int height = tensor.shape[0], width = tensor.shape[1];
    const int in = depthwise ? 1 : tensor.shape[2];
    const int out = depthwise ? tensor.shape[2] : tensor.shape[3];
    const int sizes[] = {out, in, height, width};
    cv::Mat kernel(4, sizes, CV_32F);
    auto* target = kernel.ptr<float>();
    for (int o = 0; o < out; ++o) {
        for (int i = 0; i < in; ++i) {
            for (int place = 0; place < height * width; ++place)
                *target++ = tensor.values[static_cast<std::size_t>((place * in + i) * out + o)];
        }
    }
    return kernel;
}

} // namespace chinhchu::biometrics
