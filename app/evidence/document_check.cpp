#include "app/evidence/evidence_checks.h"
#include "biometrics/codec/picture_header.h"
#include "biometrics/face_engine.h"

#include <QCryptographicHash>

#include <cmath>

namespace chinhchu::app {

namespace {

/// Another decoder may round otherwise; in parts, and for the width in parts of it.
constexpr double Tolerance = 0.02;

bool isAsNamed(const Evidence::DocumentPicture& picture)
{
    const auto header = biometrics::readPictureHeader(picture.jpeg);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::fromRawData(reinterpret_cast<const char*>(picture.jpeg.data()),
                                         static_cast<qsizetype>(picture.jpeg.size())));
    return header && header->format == biometrics::PictureHeader::Format::Jpeg &&
           picture.jpeg.size() <= Evidence::DocumentPicture::LargestJpeg &&
           header->width == static_cast<std::uint32_t>(picture.width) &&
           header->height == static_cast<std::uint32_t>(picture.height) && hash.result().toHex() == picture.sha256;
}

bool readsAsWell(const Evidence::DocumentPicture& picture)
{
    const auto decoded = biometrics::decodeImage(picture.jpeg);
    if (!decoded)
        return false;
    const biometrics::DocumentLegibility found = biometrics::measureLegibility(*decoded);
    const biometrics::DocumentLegibility& claimed = picture.legibility;
    return found.found && std::abs(found.width - claimed.width) <= Tolerance * found.width &&
           std::abs(found.blur - claimed.blur) <= Tolerance && std::abs(found.glare - claimed.glare) <= Tolerance &&
           std::abs(found.tilt - claimed.tilt) <= Tolerance &&
           std::abs(found.luminance - claimed.luminance) <= Tolerance * 255;
}

} // namespace

void checkDocumentPictures(EvidenceReport& report)
{
    const auto& pictures = report.opened.claims.documentPictures;
    for (std::size_t side = 0; side < pictures.size(); ++side) {
        const std::string name = side == 0 ? "front" : "back";
        const bool named = isAsNamed(pictures[side]);
        record(report, "document-picture", name, named, FailureCode::EvidenceDisagrees, "hash and size");
        // Decoded only when it is what was signed for.
        if (named)
            record(report, "document-legibility", name, readsAsWell(pictures[side]), FailureCode::EvidenceDisagrees);
    }
}

} // namespace chinhchu::app
