#pragma once

#include "biometrics/image.h"

#include <array>
#include <string>

namespace chinhchu::biometrics {

/// What to tell the person who holds a card before the camera: one at a time, the first that helps most. The texts are the
/// user interface's.
enum class DocumentHint
{
    None,
    ShowCard,   ///< no card is seen whole
    ComeCloser, ///< too small to be read
    LayFlat,    ///< seen from the side
    MoreLight,
    LessLight,
    NoGlare, ///< a lamp or the sun is mirrored
    HoldStill, ///< blurred, by movement or by bad focus
    TurnOver,  ///< the same side once more
};

/// Stable name for the session and the evidence, for example "DOCUMENT_NO_GLARE"; empty for None.
std::string hintName(DocumentHint hint);

/// Bounds by policy. The writing of an identity card (ID-1, ISO/IEC 7810: 85.60 x 53.98 mm) is some 1.5 mm high: at 600
/// pixels across the card that is 10 pixels, about the least that a reader of characters needs.
struct DocumentPolicy
{
    int leastWidth = 600;        ///< pixels along the card's long side
    double largestBlur = 0.5;    ///< 0 sharp to 1 blurred
    double largestGlare = 0.015; ///< share of the card's area
    double largestTilt = 0.2;    ///< part by which a side is foreshortened; 0.2: some 37 degrees
    double leastLuminance = 60;  ///< mean of 0-255
    double largestLuminance = 230;
};

/// How well a card can be read in one picture.
struct DocumentLegibility
{
    struct Corner
    {
        float x = 0, y = 0;
    };
    bool found = false;
    /// In the picture's pixels, around the card, the first two along a long side.
    std::array<Corner, 4> corners{};
    double width = 0; ///< mean of the long sides
    double blur = 1;  ///< the measure of Crété-Roffet et al., "The Blur Effect" (2007): what a second blurring still changes
    double glare = 0; ///< pixels that are white to the limit in all three colours
    double tilt = 0;  ///< opposite sides against each other, and the shape against ID-1's
    double luminance = 0;

    /// What keeps it from being legible; None: nothing.
    [[nodiscard]] DocumentHint hint(const DocumentPolicy& policy = {}) const;
    /// To rank pictures that are all legible; larger is better.
    [[nodiscard]] double score() const;
};

/// Looks for one card, a bright or dark rectangle of ID-1's shape seen whole, and measures what is inside. Blur, glare and
/// light are measured on the card laid straight at 10 pixels a millimetre, so they do not depend on the distance.
DocumentLegibility measureLegibility(const Image& picture);

/// The part of @p picture with the card and a small margin: what lies about on the table is nobody's business. The whole
/// picture when no card was found.
Image cropToDocument(const Image& picture, const DocumentLegibility& card);

/// How alike two pictures of cards are, upright or upside down: 1 the same, about 0 unrelated. The same side of a card once
/// more is far above 0.8.
double documentLikeness(const Image& one, const DocumentLegibility& cardOfOne, const Image& other,
                        const DocumentLegibility& cardOfOther);

/// From here on two pictures show the same side.
inline constexpr double SameSideLikeness = 0.8;

} // namespace chinhchu::biometrics
