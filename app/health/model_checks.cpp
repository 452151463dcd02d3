// The models of the faces, and what computes with them.

#include "app/health/checks.h"
#include "app/session/folders.h"
#include "biometrics/codec/confined_decoder.h"
#include "biometrics/models/linear_algebra.h"
#include "biometrics/models/model_store.h"

#include <QCoreApplication>

namespace chinhchu::app {

namespace {

/// What resources/models.json says about a kiosk without an optional model, for the translators.
[[maybe_unused]] constexpr const char* costs[] = {
    QT_TRANSLATE_NOOP("Model", "Turning and blinking cannot be followed; a member of staff has to watch the session."),
    QT_TRANSLATE_NOOP("Model", "Only the first embedding decides: more rightful holders are sent to the counter at the "
                               "same security."),
    QT_TRANSLATE_NOOP("Model", "The slower detector is used; strongly turned faces are lost."),
    QT_TRANSLATE_NOOP("Model", "Prints and screens are recognised by the challenge and by geometry alone."),
    QT_TRANSLATE_NOOP("Model", "The same at a wider view of the face."),
};

QString costOf(const biometrics::ModelEntry& entry)
{
    return QStringLiteral("%1: %2").arg(QString::fromStdString(entry.file),
                                        QCoreApplication::translate("Model", entry.without.c_str()));
}

} // namespace

HealthCheck checkModels(const KioskOptions& options)
{
    const QString name = QStringLiteral("models");
    const QString folder = modelsFolder(options.models);
    QStringList lost;
    std::optional<Failure> failure;
    for (const biometrics::ModelState& each : biometrics::checkModels(folder.toStdString())) {
        if (each.presence == biometrics::ModelState::Presence::Present)
            continue;
        const Failure why{each.presence == biometrics::ModelState::Presence::Missing ? FailureCode::ModelMissing
                                                                                     : FailureCode::ModelHashMismatch,
                          each.entry.file};
        // A file that is there and wrong is refused wherever it is used: nothing may run with half of what was tested.
        if (each.entry.required || why.code == FailureCode::ModelHashMismatch)
            return {name, HealthCheck::State::Missing, why, folder};
        lost.append(costOf(each.entry));
        failure = why;
    }
    if (biometrics::photoDecoderProgram().empty())
        return {name,
                HealthCheck::State::Missing,
                Failure{FailureCode::SettingsInvalid, "the program that decodes photographs is not installed"},
                folder};
    if (failure)
        return {name, HealthCheck::State::Limited, failure, lost.join(QStringLiteral("; "))};
    return {name, HealthCheck::State::Ready, {}, folder};
}

HealthCheck checkLinearAlgebra()
{
    const QString name = QStringLiteral("blas");
    const biometrics::LinearAlgebra found = biometrics::linearAlgebra();
    if (found.library.empty())
        return {name,
                HealthCheck::State::Limited,
                Failure{FailureCode::SettingsInvalid, "OpenBLAS is not installed: comparing faces takes ten times as long"},
                {}};
    const std::string kernel = found.better.empty() ? found.kernel : found.better;
    return {name, HealthCheck::State::Ready, {}, QString::fromStdString(found.library + ", " + kernel)};
}

} // namespace chinhchu::app
