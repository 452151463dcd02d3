#include "ui/walk/manual/manual.h"

#include "ui/walk/manual/manual_html.h"
#include "ui/walk/manual/manual_paper.h"

#include <QDir>
#include <QSaveFile>

namespace chinhchu::ui {

namespace {

/// Small pictures of a table: half of the page is enough, and a hundred of them weigh little.
constexpr int jpegQuality = 86;

tl::unexpected<Failure> notWritten(const QString& file)
{
    return fail(FailureCode::StorageFailed, file.toStdString());
}

bool save(const QString& file, const QString& content)
{
    QSaveFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(content.toUtf8()) >= 0 && out.commit();
}

Result<void> writePictures(const Manual& manual, const QString& folder)
{
    const auto written = [&folder](const QImage& picture, const QString& file, int quality) {
        return picture.isNull() || picture.save(folder + u'/' + file, nullptr, quality);
    };
    for (const auto& chapter : manual.chapters)
        for (const auto& section : chapter.sections)
            for (const auto& page : section.pages)
                if (!written(page.picture, page.file(), -1))
                    return notWritten(folder + u'/' + page.file());
    for (const auto& problem : manual.problems)
        if (!written(problem.picture, problem.file(), jpegQuality))
            return notWritten(folder + u'/' + problem.file());
    return {};
}

} // namespace

Result<void> writeManual(const Manual& manual, const QString& folder)
{
    if (!QDir().mkpath(folder + QStringLiteral("/pictures")))
        return notWritten(folder);
    if (auto pictures = writePictures(manual, folder); !pictures)
        return pictures;
    const QString page = folder + QStringLiteral("/index.html");
    if (!save(page, manualHtml(manual)))
        return notWritten(page);
    return ManualPaper(manual).write(folder + QStringLiteral("/chinhchu-%1.pdf").arg(manual.language));
}

Result<void> writeManualDoor(const QString& folder)
{
    const QString page = folder + QStringLiteral("/index.html");
    if (!QDir().mkpath(folder) || !save(page, manualDoorHtml()))
        return notWritten(page);
    return {};
}

} // namespace chinhchu::ui
