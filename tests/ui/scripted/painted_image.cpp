#include "tests/ui/scripted/painted_image.h"

#include <QImage>

#include <algorithm>

namespace chinhchu::scripted {

biometrics::Image paintedImage(const QImage& picture)
{
    const int width = picture.width();
    const int height = picture.height();
    biometrics::Image image;
    image.width = width;
    image.height = height;
    image.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int row = 0; row < height; ++row)
        std::copy_n(picture.constScanLine(row), width * 3,
                    image.pixels.begin() + static_cast<std::ptrdiff_t>(row) * width * 3);
    return image;
}

} // namespace chinhchu::scripted
