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

/// A file is replaced as a whole; a device or a pipe is written to, never replaced by a file of its name.
bool writePrivately(const QString& file, const QByteArray& content)
{
    if (const QFileInfo known(file); known.exists() && !known.isFile()) {
        QFile target(file);
        return target.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && target.write(content) == content.size();
    }
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly)) {
        return false;
    }
    target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
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
    if (!outcome.text.isEmpty() &&
        !print((outcome.text.endsWith('\n') ? outcome.text : outcome.text + '\n').toUtf8())) {
        return notWritten("standard output");
    }
    if (!target.isEmpty() && !writePrivately(target, json)) {
        return notWritten(target);
    }
    return outcome.exitCode;
}

} // namespace chinhchu::app::cli
