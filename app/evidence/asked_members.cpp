#include "app/evidence/asked_members.h"

#include <algorithm>
#include <cmath>

namespace chinhchu::app {

namespace {

constexpr const char* sides[] = {"front", "back"};

void writeSignatureWish(WipingJson& json, const Evidence::SignatureWish& wish)
{
    json.key("signatureRequest");
    json.beginObject();
    json.member("answer", wish.wanted ? "requested" : "declined");
    if (wish.wanted)
        writeConsentMembers(json, wish.consent);
    json.endObject();
}

void writeStroke(WipingJson& json, const Evidence::Signature::Stroke& stroke)
{
    using Point = Evidence::Signature::Point;
    constexpr std::pair<const char*, int Point::*> parts[] = {{"x", &Point::x}, {"y", &Point::y}, {"ms", &Point::ms}};
    json.beginObject();
    for (const auto& [name, part] : parts) {
        json.key(name);
        json.beginArray();
        for (const Point& point : stroke)
            json.integer(point.*part);
        json.endArray();
    }
    json.endObject();
}

void writeSignature(WipingJson& json, const Evidence::Signature& signature)
{
    json.key("citizenSignature");
    json.beginObject();
    json.member("kind", signature.isDrawn() ? "drawn" : "by-name");
    json.key("signedAt");
    json.time(signature.signedAt);
    if (signature.isDrawn()) {
        json.key("picture");
        json.binary(signature.picture);
        json.key("strokes");
        json.beginArray();
        for (const Evidence::Signature::Stroke& stroke : signature.strokes)
            writeStroke(json, stroke);
        json.endArray();
    }
    json.endObject();
}

void writeLegibility(WipingJson& json, const biometrics::DocumentLegibility& card)
{
    const std::pair<const char*, double> measures[] = {{"cardWidth", card.width},
                                                       {"blur", card.blur},
                                                       {"glare", card.glare},
                                                       {"tilt", card.tilt},
                                                       {"luminance", card.luminance}};
    json.key("legibility");
    json.beginObject();
    for (const auto& [name, value] : measures) {
        json.key(name);
        json.number(value);
    }
    json.endObject();
}

void writeDocumentPictures(WipingJson& json, const std::vector<Evidence::DocumentPicture>& pictures)
{
    json.key("documentPictures");
    json.beginArray();
    for (std::size_t side = 0; side < pictures.size(); ++side) {
        const Evidence::DocumentPicture& picture = pictures[side];
        json.beginObject();
        json.member("side", sides[std::min<std::size_t>(side, 1)]);
        json.key("jpeg");
        json.binary(picture.jpeg);
        json.member("sha256", QString::fromLatin1(picture.sha256));
        json.key("width");
        json.integer(picture.width);
        json.key("height");
        json.integer(picture.height);
        json.key("capturedAt");
        json.time(picture.capturedAt);
        writeLegibility(json, picture.legibility);
        json.endObject();
    }
    json.endArray();
}

void readSignatureWish(MemberReader wish, Evidence& claims)
{
    claims.signatureWish.emplace();
    claims.signatureWish->wanted = wish.oneOf("answer", {"declined", "requested"}) == 1;
    if (claims.signatureWish->wanted)
        readConsentMembers(wish, claims.signatureWish->consent);
    wish.finish();
}

void readSignature(MemberReader reader, Evidence& claims)
{
    using Signature = Evidence::Signature;
    Signature& kept = claims.signature.emplace();
    kept.signedAt = reader.time("signedAt");
    if (reader.oneOf("kind", {"drawn", "by-name"}) == 0) {
        kept.picture = reader.binary("picture");
        auto strokes = reader.objects("strokes", Signature::MostStrokes);
        if (strokes.empty())
            reader.refuse("strokes", "is empty, so that nothing was drawn");
        for (MemberReader& given : strokes) {
            const auto x = given.integers("x", Signature::MostPoints);
            const auto y = given.integers("y", Signature::MostPoints);
            const auto ms = given.integers("ms", Signature::MostPoints);
            if (x.empty() || x.size() != y.size() || x.size() != ms.size())
                given.refuse("", "has no points, or parts of some");
            else
                for (std::size_t i = 0; i < x.size(); ++i)
                    (i == 0 ? kept.strokes.emplace_back() : kept.strokes.back()).push_back({x[i], y[i], ms[i]});
            given.finish();
        }
    }
    reader.finish();
}

/// 0 for what is no number of pixels; the picture itself says another one then.
int pixels(MemberReader& reader, const char* name)
{
    constexpr double most = 65535; // of a JPEG (ITU-T T.81, B.2.2)
    const double value = reader.number(name);
    return value >= 0 && value <= most && value == std::floor(value) ? static_cast<int>(value) : 0;
}

void readLegibility(MemberReader reader, biometrics::DocumentLegibility& card)
{
    card.found = true;
    card.width = reader.number("cardWidth");
    card.blur = reader.number("blur");
    card.glare = reader.number("glare");
    card.tilt = reader.number("tilt");
    card.luminance = reader.number("luminance");
    reader.finish();
}

/// Both sides or none: the front alone is no copy of a card.
void readDocumentPictures(MemberReader& root, Evidence& claims)
{
    std::vector<MemberReader> given = root.objects("documentPictures", std::size(sides));
    if (given.size() != std::size(sides))
        root.refuse("documentPictures", "is not the front and the back");
    for (std::size_t side = 0; side < given.size(); ++side) {
        MemberReader& reader = given[side];
        Evidence::DocumentPicture& kept = claims.documentPictures.emplace_back();
        reader.oneOf("side", {sides[side]});
        kept.jpeg = reader.binary("jpeg");
        kept.sha256 = reader.string("sha256").toLatin1();
        kept.width = pixels(reader, "width");
        kept.height = pixels(reader, "height");
        kept.capturedAt = reader.time("capturedAt");
        readLegibility(reader.object("legibility"), kept.legibility);
        reader.finish();
    }
}

} // namespace

void writeAskedMembers(WipingJson& json, const Evidence& evidence)
{
    if (evidence.signatureWish)
        writeSignatureWish(json, *evidence.signatureWish);
    if (evidence.signature)
        writeSignature(json, *evidence.signature);
    if (!evidence.documentPictures.empty())
        writeDocumentPictures(json, evidence.documentPictures);
}

void readAskedMembers(MemberReader& root, Evidence& claims)
{
    if (root.has("signatureRequest"))
        readSignatureWish(root.object("signatureRequest"), claims);
    if (root.has("citizenSignature"))
        readSignature(root.object("citizenSignature"), claims);
    if (root.has("documentPictures"))
        readDocumentPictures(root, claims);
}

void writeConsentMembers(WipingJson& json, const Evidence::Consent& consent)
{
    json.member("text", consent.text);
    json.member("language", consent.language);
    json.key("givenAt");
    json.time(consent.givenAt);
}

void readConsentMembers(MemberReader& consent, Evidence::Consent& kept)
{
    kept.text = consent.string("text");
    kept.language = consent.string("language");
    kept.givenAt = consent.time("givenAt");
}

} // namespace chinhchu::app
