#include "ui/receipts/qr_code.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>

namespace chinhchu::ui {

QImage qrCode(const QString& text, Correction correction)
{
    constexpr int quietZone = 4; // ISO/IEC 18004, 6.3.8
    // ZXing counts from 0 to 8: two steps each for L, M, Q and H.
    const int level = correction == Correction::Low ? 1 : 3;
    if (text.isEmpty())
        return {};
    try {
        const ZXing::BitMatrix modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                             .setEncoding(ZXing::CharacterSet::UTF8)
                                             .setEccLevel(level)
                                             .setMargin(quietZone)
                                             .encode(text.toStdWString(), 0, 0);
        QImage picture(modules.width(), modules.height(), QImage::Format_RGB32);
        for (int y = 0; y < modules.height(); ++y)
            for (int x = 0; x < modules.width(); ++x)
                picture.setPixel(x, y, modules.get(x, y) ? qRgb(0, 0, 0) : qRgb(255, 255, 255));
        return picture;
    } catch (const std::exception&) {
        return {};
    }
}

} // namespace chinhchu::ui
