#include "biometrics/detection/graph_net.h"

#include "biometrics/detection/graph_weights.h"

#include <map>
#include <stdexcept>

namespace chinhchu::biometrics {

namespace {

using rapidjson::Value;

// The attribute strings of the format are base64.
constexpr char same[] = "U0FNRQ==";
constexpr char fusedBias[] = "Qmlhc0FkZA==";
constexpr char fusedPrelu[] = "UHJlbHU=";

class GraphBuilder
{
public:
    GraphBuilder(const Value& nodes, const GraphWeights& weights)
        : m_weights(weights)
    {
        for (const Value& node : nodes.GetArray())
            m_nodes[node["name"].GetString()] = &node;
    }

    cv::dnn::Net build(const Value& nodes)
    {
        for (const Value& node : nodes.GetArray())
            place(node["name"].GetString());
        return m_net;
    }

private:
    /// Adds an operation after those it takes its input from; the file does not promise an order.
    int place(const std::string& name, int depth = 0)
    {
        if (const auto done = m_layers.find(name); done != m_layers.end())
            return done->second;
        const auto found = m_nodes.find(name);
        constexpr int deepest = 500;
        if (found == m_nodes.end() || depth > deepest)
            throw std::runtime_error("the graph does not hold together at " + name);
        const Value& node = *found->second;
        std::vector<int> inputs;
        if (node.HasMember("input")) {
            for (const Value& input : node["input"].GetArray()) {
                if (!m_weights.has(input.GetString()))
                    inputs.push_back(place(input.GetString(), depth + 1));
            }
        }
        const int layer = add(node, inputs);
        m_layers[name] = layer;
        return layer;
    }

    int add(const Value& node, const std::vector<int>& inputs)
    {
        const std::string operation = node["op"].GetString();
        if (operation == "Placeholder" || operation == "Const")
            return 0;
        if (operation == "Identity")
            return inputs.at(0);
        if (operation == "_FusedConv2D" || operation == "DepthwiseConv2dNative")
            return addConvolution(node, inputs, operation != "_FusedConv2D");
        if (operation == "Prelu")
            return addPrelu(node["name"].GetString(), constant(node, 1), inputs);
        cv::dnn::LayerParams parameters;
        if (operation == "AddV2") {
            parameters.set("operation", "sum");
            return addLayer(node["name"].GetString(), "Eltwise", parameters, inputs);
        }
        if (operation == "MaxPool")
            return addPooling(node, inputs);
        if (operation == "Pad")
            return addPadding(node, inputs);
        if (operation == "Sigmoid")
            return addLayer(node["name"].GetString(), "Sigmoid", parameters, inputs);
        if (operation == "Reshape")
            return addLayer(node["name"].GetString(), "Flatten", parameters, inputs);
        throw std::runtime_error("unknown operation " + operation);
    }

    int addConvolution(const Value& node, const std::vector<int>& inputs, bool depthwise)
    {
        cv::dnn::LayerParams parameters;
        const cv::Mat kernel = m_weights.kernel(constant(node, 1), depthwise);
        const Value& attributes = node["attr"];
        parameters.set("num_output", kernel.size[0]);
        parameters.set("kernel_h", kernel.size[2]);
        parameters.set("kernel_w", kernel.size[3]);
        setStride(parameters, attributes);
        parameters.set("pad_mode", attributes["padding"]["s"].GetString() == std::string(same) ? "SAME" : "VALID");
        parameters.set("group", depthwise ? kernel.size[0] : 1);
        parameters.blobs.push_back(kernel);
        std::vector<std::string> fused;
        if (attributes.HasMember("fused_ops")) {
            for (const Value& operation : attributes["fused_ops"]["list"]["s"].GetArray())
                fused.emplace_back(operation.GetString());
        }
        parameters.set("bias_term", !fused.empty());
        if (!fused.empty() && fused[0] == fusedBias)
            parameters.blobs.push_back(m_weights.row(constant(node, 2)));
        const std::string name = node["name"].GetString();
        if (fused.empty() || fused == std::vector<std::string>{fusedBias})
            return addLayer(name, "Convolution", parameters, inputs);
        if (fused != std::vector<std::string>{fusedBias, fusedPrelu})
            throw std::runtime_error("unknown fusion in " + name);
        return addPrelu(name, constant(node, 3), {addLayer(name + "/linear", "Convolution", parameters, inputs)});
    }

    int addPrelu(const std::string& name, const std::string& slopes, const std::vector<int>& inputs)
    {
        cv::dnn::LayerParams parameters;
        parameters.blobs.push_back(m_weights.row(slopes));
        return addLayer(name, "PReLU", parameters, inputs);
    }

    int addPooling(const Value& node, const std::vector<int>& inputs)
    {
        cv::dnn::LayerParams parameters;
        const Value& size = node["attr"]["ksize"]["list"]["i"];
        parameters.set("pool", "max");
        parameters.set("kernel_h", number(size[1]));
        parameters.set("kernel_w", number(size[2]));
        setStride(parameters, node["attr"]);
        parameters.set("pad_mode", node["attr"]["padding"]["s"].GetString() == std::string(same) ? "SAME" : "VALID");
        return addLayer(node["name"].GetString(), "Pooling", parameters, inputs);
    }

    int addPadding(const Value& node, const std::vector<int>& inputs)
    {
        const std::vector<float>& pads = m_weights.values(constant(node, 1));
        if (pads.size() != 8)
            throw std::runtime_error("padding of other than four dimensions");
        cv::dnn::LayerParams parameters;
        // Batch, height, width, channels there; batch, channels, height, width here.
        std::vector<int> ordered;
        for (const std::size_t dimension : {0, 3, 1, 2}) {
            ordered.push_back(static_cast<int>(pads[2 * dimension]));
            ordered.push_back(static_cast<int>(pads[2 * dimension + 1]));
        }
        parameters.set("paddings", cv::dnn::DictValue::arrayInt(ordered.data(), static_cast<int>(ordered.size())));
        return addLayer(node["name"].GetString(), "Padding", parameters, inputs);
    }

    int addLayer(const std::string& name, const char* type, cv::dnn::LayerParams& parameters,
                 const std::vector<int>& inputs)
    {
        parameters.name = name;
        parameters.type = type;
        const int layer = m_net.addLayer(name, type, parameters);
        for (std::size_t i = 0; i < inputs.size(); ++i)
            m_net.connect(inputs[i], 0, layer, static_cast<int>(i));
        return layer;
    }

    static void setStride(cv::dnn::LayerParams& parameters, const Value& attributes)
    {
        parameters.set("stride_h", number(attributes["strides"]["list"]["i"][1]));
        parameters.set("stride_w", number(attributes["strides"]["list"]["i"][2]));
    }

    static int number(const Value& text) { return std::stoi(text.GetString()); }

    static std::string constant(const Value& node, unsigned input) { return node["input"][input].GetString(); }

    const GraphWeights& m_weights;
    std::map<std::string, const Value*> m_nodes;
    std::map<std::string, int> m_layers;
    cv::dnn::Net m_net;
};

} // namespace

Result<cv::dnn::Net> buildGraphNet(const std::string& graphJson, const std::string& weights)
{
    // The file's hash was checked before: its structure is the published one, and RapidJSON's asserts are no surface.
    rapidjson::Document document;
    if (document.Parse(graphJson.data(), graphJson.size()).HasParseError())
        return fail(FailureCode::ModelHashMismatch, "the graph is no JSON");
    try {
        const GraphWeights tensors(document["weightsManifest"], weights);
        const auto& nodes = document["modelTopology"]["node"];
        return GraphBuilder(nodes, tensors).build(nodes);
    } catch (const std::exception& error) {
        return fail(FailureCode::ModelHashMismatch, error.what());
    }
}

} // namespace chinhchu::biometrics
