#include "app/session/document_capture.h"

#include <QCryptographicHash>

namespace chinhchu::app {

namespace {

using biometrics::DocumentHint;
using biometrics::DocumentLegibility;
using Clock = std::chrono::steady_clock;

/// Legible pictures of one side to choose from: a hand is never quite still.
constexpr int wanted = 3;

struct Seen
{
    biometrics::Image picture; ///< the card and its margin
    DocumentLegibility card;
};

/// Compresses first and measures what comes out, so that the carrier measures the same.
Result<Evidence::DocumentPicture> keep(const Seen& seen)
{
    constexpr int jpegQuality = 85;
    Result<Bytes> jpeg = biometrics::encodeJpeg(seen.picture, jpegQuality);
    if (!jpeg) {
        return tl::unexpected(jpeg.error());
    }
    const Result<biometrics::Image> decoded = biometrics::decodeImage(*jpeg);
    if (!decoded) {
        return tl::unexpected(decoded.error());
    }
    Evidence::DocumentPicture kept;
    kept.legibility = biometrics::measureLegibility(*decoded);
    kept.width = decoded->width;
    kept.height = decoded->height;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::fromRawData(reinterpret_cast<const char*>(jpeg->data()),
                                         static_cast<qsizetype>(jpeg->size())));
    kept.sha256 = hash.result().toHex();
    kept.jpeg = std::move(*jpeg);
    kept.capturedAt = QDateTime::currentDateTime();
    return kept;
}

class Desk
{
public:
    explicit Desk(const DocumentCapture& capture)
        : m_capture(capture)
        , m_camera(*capture.camera->camera)
    {
    }

    Result<Evidence::DocumentPicture> takeSide(const std::stop_token& stop)
    {
        const auto deadline = Clock::now() + m_capture.policy.documentPatience;
        int legible = 0;
        std::optional<Seen> best;
        DocumentHint trouble = DocumentHint::ShowCard;
        while (!stop.stop_requested()) {
            Result<biometrics::Frame> next = m_camera.next(std::chrono::seconds(3));
            if (!next) {
                return tl::unexpected(next.error());
            }
            const auto frame = std::make_shared<const biometrics::Frame>(std::move(*next));
            m_capture.frame(frame);
            Seen seen;
            const DocumentHint hint = look(*frame, seen);
            tell(hint, legible);
            if (hint != DocumentHint::None) {
                trouble = hint;
            } else {
                ++legible;
                if (!best || seen.card.score() > best->card.score()) {
                    best = std::move(seen);
                }
            }
            // A still picture gets no better by looking at it again.
            const bool over = Clock::now() >= deadline || m_camera.info().isStill;
            if (best && (legible >= wanted || over)) {
                return taken(std::move(*best));
            }
            if (over) {
                return fail(FailureCode::DocumentPicturePoor, biometrics::hintName(trouble));
            }
        }
        return fail(FailureCode::Cancelled, "card");
    }

    /// The front is taken: from here on the other side is wanted.
    void turn()
    {
        m_capture.turned();
        m_camera.told(biometrics::hintName(DocumentHint::TurnOver));
        m_capture.hint(biometrics::hintName(DocumentHint::TurnOver), 0.5);
    }

private:
    /// What would make it better; None: `seen` is a picture to keep. Judged is what would be kept.
    DocumentHint look(const biometrics::Frame& frame, Seen& seen)
    {
        const DocumentLegibility whole = biometrics::measureLegibility(frame.image);
        if (const DocumentHint hint = whole.hint(m_capture.policy.legibility); hint != DocumentHint::None) {
            return hint;
        }
        seen.picture = biometrics::cropToDocument(frame.image, whole);
        seen.card = biometrics::measureLegibility(seen.picture);
        if (const DocumentHint hint = seen.card.hint(m_capture.policy.legibility); hint != DocumentHint::None) {
            return hint;
        }
        const bool same = m_front && biometrics::documentLikeness(m_front->picture, m_front->card, seen.picture,
                                                                  seen.card) >= biometrics::SameSideLikeness;
        return same ? DocumentHint::TurnOver : DocumentHint::None;
    }

    void tell(DocumentHint hint, int legible)
    {
        const std::string code = biometrics::hintName(hint);
        m_camera.told(code);
        const double ofThisSide = 0.5 * std::min(legible, wanted) / wanted;
        m_capture.hint(code, ofThisSide + (m_front ? 0.5 : 0));
    }

    Result<Evidence::DocumentPicture> taken(Seen best)
    {
        Result<Evidence::DocumentPicture> kept = keep(best);
        if (kept && !m_front) {
            m_front = std::move(best);
        }
        return kept;
    }

    const DocumentCapture& m_capture;
    biometrics::CameraSource& m_camera;
    std::optional<Seen> m_front;
};

class TwoPictures final : public biometrics::CameraSource
{
public:
    TwoPictures(std::unique_ptr<biometrics::CameraSource> front, std::unique_ptr<biometrics::CameraSource> back)
        : m_front(std::move(front))
        , m_back(std::move(back))
    {
    }

    Result<biometrics::Frame> next(std::chrono::milliseconds patience) override { return shown().next(patience); }
    void told(const std::string& hint) override
    {
        m_turned = m_turned || hint == biometrics::hintName(DocumentHint::TurnOver);
    }
    [[nodiscard]] const biometrics::CameraInfo& info() const override { return (m_turned ? m_back : m_front)->info(); }

private:
    biometrics::CameraSource& shown() { return m_turned ? *m_back : *m_front; }

    std::unique_ptr<biometrics::CameraSource> m_front;
    std::unique_ptr<biometrics::CameraSource> m_back;
    bool m_turned = false;
};

} // namespace

Result<std::vector<Evidence::DocumentPicture>> captureDocument(const DocumentCapture& capture, const std::stop_token& stop)
{
    const std::lock_guard cameraTurn(capture.camera->turn);
    if (!capture.camera->camera) {
        return fail(FailureCode::CameraUnavailable, "card");
    }
    Desk desk(capture);
    std::vector<Evidence::DocumentPicture> sides;
    for (int side = 0; side < 2; ++side) {
        if (side > 0) {
            desk.turn();
        }
        Result<Evidence::DocumentPicture> picture = desk.takeSide(stop);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        sides.push_back(std::move(*picture));
    }
    return sides;
}

Result<std::unique_ptr<biometrics::CameraSource>> openDocumentFiles(const QString& front, const QString& back)
{
    std::unique_ptr<biometrics::CameraSource> sides[2];
    for (int side = 0; side < 2; ++side) {
        Result<std::unique_ptr<biometrics::CameraSource>> opened =
            biometrics::openCamera((side == 0 ? front : back).toStdString());
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        sides[side] = std::move(*opened);
    }
    return std::make_unique<TwoPictures>(std::move(sides[0]), std::move(sides[1]));
}

} // namespace chinhchu::app
