#include "biometrics/codec/picture_header.h"
#include "biometrics/face_engine.h"
#include "biometrics/image_bridge.h"

#include <opencv2/imgcodecs.hpp>

#include <vector>

namespace chinhchu::biometrics {

namespace {

constexpr std::uint32_t largestSide = 4096;
constexpr std::size_t largestFile = 16U << 20;

} // namespace

Result<Image> decodeImage(ByteView encoded)
{
    if (encoded.size() > largestFile)
        return fail(FailureCode::PhotoUndecodable, "larger than 16 MiB");
    const auto header = readPictureHeader(encoded);
    if (!header)
        return fail(FailureCode::PhotoUndecodable, "not a JPEG, JPEG 2000 or PNG picture");
    if (header->width > largestSide || header->height > largestSide || header->components > 4)
        return fail(FailureCode::PhotoUndecodable, "larger than 4096 x 4096 pixels of 4 components");
    silenceOpenCv();
    try {
        const cv::Mat view(1, static_cast<int>(encoded.size()), CV_8U, const_cast<std::uint8_t*>(encoded.data()));
        // Not IMREAD_COLOR: OpenCV 4.6 returns nothing for a grey JPEG 2000 codestream then.
        Image image = imageOf(cv::imdecode(view, cv::IMREAD_UNCHANGED));
        if (image.empty())
            return fail(FailureCode::PhotoUndecodable, "the decoder gave up");
        if (static_cast<std::uint32_t>(image.width) != header->width ||
            static_cast<std::uint32_t>(image.height) != header->height)
            return fail(FailureCode::PhotoUndecodable, "size differs from the header");
        return image;
    } catch (const std::exception& error) {
        return fail(FailureCode::PhotoUndecodable, error.what());
    }
}

Result<Bytes> encodeJpeg(const Image& image, int quality)
{
    if (image.empty())
        return fail(FailureCode::PhotoUndecodable, "no picture to encode");
    try {
        std::vector<std::uint8_t> buffer;
        cv::imencode(".jpg", viewOf(image), buffer, {cv::IMWRITE_JPEG_QUALITY, quality});
        Bytes result(buffer.begin(), buffer.end());
        ::explicit_bzero(buffer.data(), buffer.size());
        return result;
    } catch (const std::exception& error) {
        return fail(FailureCode::PhotoUndecodable, error.what());
    }
}

} // namespace chinhchu::biometrics
