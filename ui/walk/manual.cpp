#include "ui/walk/manual.h"

#include "app/settings/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QPdfWriter>
#include <QTextDocument>

namespace chinhchu::ui {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("Manual", text);
}

/// On paper two pictures go on a sheet; a screen shows them as wide as it is.
constexpr int widthOnPaper = 600;

QString picture(const QString& file)
{
    return QStringLiteral("pictures/") + file;
}

QString section(const Manual::Page& page, bool paper, const QString& style)
{
    QString html = QStringLiteral("<h2%1>%2</h2>\n").arg(style, page.title.toHtmlEscaped());
    if (!page.instruction.isEmpty())
        html += QStringLiteral("<p>%1</p>\n").arg(page.instruction.toHtmlEscaped());
    if (!page.picture.isNull())
        html += QStringLiteral("<p><img src=\"%1\" alt=\"%2\"%3></p>\n")
                    .arg(picture(page.file), page.title.toHtmlEscaped(),
                         paper ? QStringLiteral(" width=\"%1\"").arg(widthOnPaper) : QString());
    return html;
}

constexpr auto style = R"(
body { font-family: "Noto Sans", sans-serif; color: #16211f; background: #f6f5f1; max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem; line-height: 1.5; font-size: 1.15rem; }
h1 { font-size: 2.6rem; line-height: 1.1; }
h2 { margin-top: 3.5rem; }
img { width: 100%; border: 1px solid #d9dcd5; border-radius: 12px; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; }
td, th { text-align: left; vertical-align: top; padding: .6rem .8rem .6rem 0; border-top: 1px solid #d9dcd5; }
code { color: #4c5956; font-size: .8rem; }
)";

bool save(const QString& file, const QByteArray& content)
{
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
}

} // namespace

std::vector<const Manual::Page*> Manual::all() const
{
    std::vector<const Page*> pages;
    for (const Page& each : m_pages)
        pages.push_back(&each);
    for (const Page& each : m_sheets)
        pages.push_back(&each);
    pages.push_back(&m_problemPage);
    return pages;
}

QString Manual::body(bool paper) const
{
    const QString newSheet = paper ? QStringLiteral(" style=\"page-break-before:always\"") : QString();
    QString html = QStringLiteral("<h1>%1</h1>\n<p>%2</p>\n")
                       .arg(words(QT_TRANSLATE_NOOP("Manual", "Confirm your phone number: page by page")).toHtmlEscaped(),
                            words(QT_TRANSLATE_NOOP("Manual", "You need your citizen card and some minutes. Every page "
                                                              "has one task; End and Back are always in the same place."))
                                .toHtmlEscaped());
    std::size_t shown = 0;
    for (const auto* pages : {&m_pages, &m_sheets})
        for (const Page& each : *pages)
            // The first sheet of paper has the title; each other has two pages.
            html += section(each, paper, paper && shown++ % 2 == 1 ? newSheet : QString());
    html += QStringLiteral("<h1%1>%2</h1>\n")
                .arg(newSheet, words(QT_TRANSLATE_NOOP("Manual", "When something is wrong")).toHtmlEscaped());
    html += section(m_problemPage, paper, {});
    html += QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"%1\"><tr><th align=\"left\">%2</th><th align=\"left\">%3</th><th align=\"left\">%4</th></tr>\n")
                .arg(paper ? 5 : 0)
                .arg(words(QT_TRANSLATE_NOOP("Manual", "What happened")),
                     words(QT_TRANSLATE_NOOP("Manual", "What to do")),
                     words(QT_TRANSLATE_NOOP("Manual", "Who can help")));
    for (const Problem& each : m_problems)
        html += QStringLiteral("<tr><td>%1<br><code>%2</code></td><td>%3</td><td>%4</td></tr>\n")
                    .arg(each.happened.toHtmlEscaped(), each.code, each.todo.toHtmlEscaped(), each.help.toHtmlEscaped());
    return html + QStringLiteral("</table>\n");
}

Result<void> Manual::writePictures(const QString& folder) const
{
    for (const Page* each : all()) {
        const QString file = folder + u'/' + picture(each->file);
        if (!each->picture.isNull() && !each->picture.save(file))
            return fail(FailureCode::StorageFailed, file.toStdString());
    }
    return {};
}

Result<void> Manual::writePdf(const QString& file) const
{
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setTitle(words(QT_TRANSLATE_NOOP("Manual", "Confirm your phone number: page by page")));
    writer.setResolution(300);
    QTextDocument document;
    document.setDefaultFont(QFont(QStringLiteral("Noto Sans"), 10));
    document.setDefaultStyleSheet(QStringLiteral("h1 { font-size: 22pt; } h2 { font-size: 14pt; } td, th { font-size: 8pt; } "
                                                 "code { color: #4c5956; font-size: 6.5pt; }"));
    for (const Page* each : all())
        document.addResource(QTextDocument::ImageResource, QUrl(picture(each->file)), each->picture);
    document.setHtml(body(true));
    document.print(&writer);
    return QFileInfo(file).size() > 0 ? Result<void>() : fail(FailureCode::StorageFailed, file.toStdString());
}

Result<void> Manual::write(const QString& folder) const
{
    if (!QDir().mkpath(folder + QStringLiteral("/pictures")))
        return fail(FailureCode::StorageFailed, folder.toStdString());
    if (auto pictures = writePictures(folder); !pictures)
        return pictures;
    const QString language = app::installedLanguage();
    const QString page =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                       "content=\"width=device-width\"><title>ChinhChu</title><style>%2</style></head><body>\n%3"
                       "</body></html>\n")
            .arg(language, QString::fromLatin1(style), body(false));
    if (!save(folder + QStringLiteral("/index.html"), page.toUtf8()))
        return fail(FailureCode::StorageFailed, folder.toStdString() + "/index.html");
    return writePdf(folder + QStringLiteral("/chinhchu-%1.pdf").arg(language));
}

} // namespace chinhchu::ui
