#include "checks/check.h"

#include <QCryptographicHash>
#include <QSize>

#include <cstdio>

namespace chinhchu::sandbox {

namespace {

/// The size in a JPEG's frame header (ITU-T T.81, B.2.2); empty when there is none.
QSize jpegSize(const QByteArray& jpeg)
{
    const auto byte = [&](qsizetype at) { return at < jpeg.size() ? static_cast<quint8>(jpeg[at]) : 0; };
    const auto word = [&](qsizetype at) { return byte(at) << 8 | byte(at + 1); };
    if (word(0) != 0xFFD8)
        return {};
    for (qsizetype at = 2; at + 9 < jpeg.size() && byte(at) == 0xFF; at += 2 + word(at + 2)) {
        const int marker = byte(at + 1);
        const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame)
            return {word(at + 7), word(at + 5)};
    }
    return {};
}

} // namespace

/// The pictures of the card: there where they are asked for, the ones that were measured, and large and sharp enough by the
/// device's word. Whether somebody can read them a person sees.
void checkDocuments(const CheckContext& context, Findings& findings)
{
    const auto& pictures = context.evidence.documentPictures;
    const Policy& policy = context.carrier.policy;
    if (pictures.empty()) {
        if (policy.documentPictures)
            findings.doubt(QStringLiteral("DOCUMENT_PICTURES_MISSING"));
        return;
    }
    for (const EvidenceDocument::DocumentPicture& each : pictures) {
        const QByteArray hash = QCryptographicHash::hash(each.jpeg, QCryptographicHash::Sha256).toHex();
        if (hash != each.sha256 || jpegSize(each.jpeg) != QSize(each.width, each.height))
            findings.refuse(QStringLiteral("DOCUMENT_PICTURE_CHANGED"));
        else if (each.cardWidth < policy.leastDocumentWidth || each.cardWidth > 1.5 * std::max(each.width, each.height) ||
                 each.blur > policy.largestDocumentBlur)
            findings.refuse(QStringLiteral("DOCUMENT_PICTURE_ILLEGIBLE"));
    }
    std::printf("card pictures of %s: %zu\n", qPrintable(context.evidence.bindingId), pictures.size());
    std::fflush(stdout);
}

} // namespace chinhchu::sandbox
