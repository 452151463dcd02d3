// carrier-face-comparer MODELS: the distance that a photograph and frames give, by the product's own face engine. The one
// file of the sandbox that knows biometrics/.
//
// Reads one line of JSON for each person and answers with one:
//
//     {"photograph": "base64", "frames": ["base64", ...]}
//     {"recipe": "...", "modelSha256": "...", "distance": 0.21}
//     {"unreadable": "photograph" or "frame", "why": "FACE_NOT_FOUND"}

#include "biometrics/face_engine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <iostream>
#include <string>

using namespace chinhchu;
using biometrics::FaceEngine;
using biometrics::FaceTemplate;

namespace {

QString nameOf(const Failure& failure)
{
    const std::string_view name = codeName(failure.code);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

Result<FaceTemplate> templateOf(const QJsonValue& picture, FaceEngine& engine)
{
    const QByteArray bytes = QByteArray::fromBase64(picture.toString().toLatin1());
    const auto image = biometrics::decodeImage(
        {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())});
    if (!image)
        return tl::unexpected(image.error());
    const auto face = engine.singleFace(*image);
    if (!face)
        return tl::unexpected(face.error());
    return engine.embed(*image, *face);
}

QJsonObject unreadable(const char* which, const Failure& why)
{
    return {{"unreadable", which}, {"why", nameOf(why)}};
}

QJsonObject compared(const QJsonObject& request, FaceEngine& engine)
{
    const auto photograph = templateOf(request.value("photograph"), engine);
    if (!photograph)
        return unreadable("photograph", photograph.error());
    std::vector<FaceTemplate> live;
    for (const QJsonValue frame : request.value("frames").toArray()) {
        auto one = templateOf(frame, engine);
        if (!one)
            return unreadable("frame", one.error());
        live.push_back(*std::move(one));
    }
    if (live.empty())
        return unreadable("frame", {FailureCode::FaceNotFound, {}});
    const biometrics::MatchResult result = engine.match(*photograph, live);
    return {{"recipe", QString::fromStdString(result.recipe)},
            {"modelSha256", QString::fromStdString(result.modelSha256)},
            {"distance", result.distance}};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: carrier-face-comparer MODELS\n");
        return 2;
    }
    const auto engine = FaceEngine::load(argv[1]);
    if (!engine) {
        std::fprintf(stderr, "carrier-face-comparer: %s %s\n", qPrintable(nameOf(engine.error())),
                     engine.error().detail.c_str());
        return 3;
    }
    std::string line;
    while (std::getline(std::cin, line)) {
        const QJsonObject request = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        std::printf("%s\n", QJsonDocument(compared(request, **engine)).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
