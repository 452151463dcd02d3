// chinhchu-photo-decoder: a photograph on standard input, its pixels on standard output. Started by
// confined_decoder.cpp. Everything that needs the system (libraries, the picture itself) is fetched first; then the
// door is closed, and only then is the first byte of the picture looked at.

#include "biometrics/codec/decoder_protocol.h"
#include "biometrics/decoder_process/confinement.h"
#include "biometrics/face_engine.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <unistd.h>
#include <vector>

using namespace chinhchu;
using namespace chinhchu::biometrics;

namespace {

Bytes readAll()
{
    Bytes data(largestPhotoFile + 1);
    std::size_t size = 0;
    while (size < data.size()) {
        const ssize_t count = ::read(STDIN_FILENO, data.data() + size, data.size() - size);
        if (count <= 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    data.resize(size);
    return data;
}

bool writeAll(const void* data, std::size_t size)
{
    const auto* position = static_cast<const std::uint8_t*>(data);
    while (size > 0) {
        const ssize_t count = ::write(STDOUT_FILENO, position, size);
        if (count <= 0)
            return false;
        position += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

/// What OpenCV and the libraries below it look up in the system on first use (processors, settings, GDAL's drivers),
/// they look up now, with pictures of our own.
void warmUp()
{
    cv::setNumThreads(1);
    const cv::Mat own(64, 64, CV_8UC3, cv::Scalar(1, 2, 3));
    for (const char* format : {".jpg", ".png", ".jp2"}) {
        std::vector<std::uint8_t> buffer;
        cv::imencode(format, own, buffer);
        static_cast<void>(decodeImage(buffer));
    }
}

} // namespace

int main()
{
    const Bytes encoded = readAll();
    warmUp();
    if (!confineThisProcess())
        return 1;
    DecodedHeader header{DecodedHeader::expectedMagic, 0, 0};
    const auto image = decodeImage(encoded);
    if (image) {
        header.width = static_cast<std::uint32_t>(image->width);
        header.height = static_cast<std::uint32_t>(image->height);
    }
    const bool written =
        writeAll(&header, sizeof header) && (!image || writeAll(image->pixels.data(), image->pixels.size()));
    ::_exit(written ? 0 : 1);
}
