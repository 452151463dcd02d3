#include "app/cli/output.h"

#include "app/session/failure_text.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>

namespace chinhchu::app::cli {

namespace {

QJsonObject errorObject(const Failure& failure)
{
    const FailureText text = failureText(failure.code);
    const std::string_view name = codeName(failure.code);
    return {{"code", QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))},
            {"message", text.happened},
            {"action", text.todo},
            {"help", text.help},
            {"detail", QString::fromStdString(failure.detail)}};
}

void tellFailure(const Failure& failure)
{
    const FailureText text = failureText(failure.code);
    const std::string_view name = codeName(failure.code);
    std::fprintf(stderr, "%s (%.*s%s%s)\n%s\n%s %s\n", qUtf8Printable(text.happened), static_cast<int>(name.size()),
                 name.data(), failure.detail.empty() ? "" : ": ", failure.detail.c_str(), qUtf8Printable(text.todo),
                 qUtf8Printable(Text::tr("Who can help:")), qUtf8Printable(text.help));
}

enum class Readers
{
    OwnerOnly,
    AsUsual ///< as the user's umask has it
};

bool replaceFile(const QString& file, const QByteArray& content, Readers readers)
{
    if (const QFileInfo known(file); known.exists() && !known.isFile()) {
        QFile target(file);
        return target.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && target.write(content) == content.size();
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly)) {
        return false;
    }
    if (readers == Readers::OwnerOnly) {
        target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }
    return target.write(content) == content.size() && target.commit();
}

/// False when standard output takes it no more: a full disk behind it, for example.
bool print(const QByteArray& utf8)
{
    const auto size = static_cast<std::size_t>(utf8.size());
    return std::fwrite(utf8.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
}

int notWritten(const QString& target)
{
    tellFailure({FailureCode::StorageFailed, target.toStdString()});
    return exitStatus(FailureCode::StorageFailed);
}

} // namespace

bool writeWhole(const QString& file, const QByteArray& content)
{
    return replaceFile(file, content, Readers::AsUsual);
}

int deliverText(const QString& text)
{
    return print(text.toUtf8()) ? 0 : notWritten("standard output");
}

int deliverOutcome(Outcome outcome, const QString& target)
{
    outcome.json.insert("exitCode", outcome.exitCode);
    if (outcome.error) {
        outcome.json.insert("error", errorObject(*outcome.error));
        tellFailure(*outcome.error);
    }
    const QByteArray json = QJsonDocument(outcome.json).toJson(QJsonDocument::Indented);
    if (target == QLatin1String("-")) {
        return print(json) ? outcome.exitCode : notWritten("standard output");
    }
    if (!outcome.document.isEmpty() && !print(outcome.document)) {
        return notWritten("standard output");
    }
    if (!outcome.text.isEmpty() &&
        !print((outcome.text.endsWith('\n') ? outcome.text : outcome.text + '\n').toUtf8())) {
        return notWritten("standard output");
    }
    if (!target.isEmpty() && !replaceFile(target, json, Readers::OwnerOnly)) {
        return notWritten(target);
    }
    return outcome.exitCode;
}

} // namespace chinhchu::app::cli
