#include "ui/walk/manual/manual_html.h"

#include "app/settings/language.h"
#include "ui/walk/manual/manual_words.h"

namespace chinhchu::ui {

namespace {

constexpr auto style = R"(
body { font-family: "Noto Sans", sans-serif; color: #16211f; background: #f6f5f1; max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; line-height: 1.5; font-size: 1.1rem; }
a { color: #00635c; }
h1 { font-size: 2.6rem; line-height: 1.1; margin-bottom: .5rem; }
h2 { font-size: 2rem; margin-top: 4.5rem; border-top: 3px solid #00635c; padding-top: .8rem; }
h3 { font-size: 1.4rem; color: #00635c; margin-top: 3rem; margin-bottom: .3rem; }
.page h3, .page h4 { color: #16211f; font-size: 1.3rem; margin: 2.5rem 0 .6rem; }
.page span { color: #00635c; margin-right: .6rem; }
p { margin: 0; }
p.label { font-size: .85rem; font-weight: bold; color: #4c5956; margin-top: .8rem; }
p.staff { color: #00635c; }
img { display: block; width: 100%; border: 1px solid #c9cdc5; }
.quiet { color: #4c5956; }
.words { display: flex; flex-wrap: wrap; gap: 0 2.5rem; }
.words div { flex: 1 1 18rem; }
.contents, .contents ul { list-style: none; padding-left: 1.2rem; }
.contents { columns: 2 20rem; padding-left: 0; }
.codes { list-style: none; padding: 0; columns: 3 15rem; font-size: .85rem; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; margin-top: 2rem; }
td, th { text-align: left; vertical-align: top; padding: .7rem .9rem .7rem 0; border-top: 1px solid #c9cdc5; }
td.picture { width: 26%; }
td.code b { display: block; color: #00635c; font-size: .85rem; overflow-wrap: anywhere; }
tr:target, div:target { outline: 3px solid #00635c; outline-offset: .4rem; }
@media (max-width: 45rem) { tr, td, td.picture { display: block; width: auto; } thead { display: none; } }
@media print { body { background: #fff; font-size: 10pt; max-width: none; margin: 0; } .page, tr { break-inside: avoid; } h2 { break-before: page; } h2, h3, h4 { break-after: avoid; } .page img { width: 80%; } }
)";

QString element(const char* name, const QString& content, const QString& attributes = {})
{
    if (content.isEmpty())
        return {};
    const QString tag = QString::fromLatin1(name);
    return QStringLiteral("<%1%2>%3</%1>\n").arg(tag, attributes.isEmpty() ? QString() : u' ' + attributes, content);
}

QString words(const char* name, const QString& plain, const QString& attributes = {})
{
    return element(name, plain.toHtmlEscaped(), attributes);
}

QString attribute(const char* name, const QString& value)
{
    return QStringLiteral("%1=\"%2\"").arg(QString::fromLatin1(name), value.toHtmlEscaped());
}

QString link(const QString& to, const QString& plain, const QString& attributes = {})
{
    return QStringLiteral("<a %1%2>%3</a>")
        .arg(attribute("href", to), attributes.isEmpty() ? QString() : u' ' + attributes, plain.toHtmlEscaped());
}

QString image(const QString& file, const QString& shows)
{
    // The size of the pixels keeps the place before the picture has come.
    return QStringLiteral("<img %1 %2 width=\"%3\" height=\"%4\" style=\"height:auto\"/>\n")
        .arg(attribute("src", file), attribute("alt", manualLabel(ManualLabel::ThePage).arg(shows)))
        .arg(manualPictureSize.width())
        .arg(manualPictureSize.height());
}

QString labelled(ManualLabel label, const QString& plain)
{
    return plain.isEmpty() ? QString()
                           : words("p", manualLabel(label),
                                   attribute("class", label == ManualLabel::StaffDo ? QStringLiteral("label staff")
                                                                                    : QStringLiteral("label"))) +
                                 element("p", plain.toHtmlEscaped().replace(u'\n', QStringLiteral("<br/>")));
}

QString contents(const Manual& manual)
{
    QString all;
    for (const auto& chapter : manual.chapters) {
        QString pages;
        for (const auto& section : chapter.sections) {
            QString own;
            for (const auto& page : section.pages)
                own += element("li", link(u'#' + page.anchor(), page.heading));
            pages += section.title.isEmpty() ? own : element("li", section.title.toHtmlEscaped() + element("ul", own));
        }
        all += element("li", element("b", link(u'#' + chapter.anchor, chapter.title)) + element("ul", pages));
    }
    all += element("li", element("b", link(QStringLiteral("#codes"), manualLabel(ManualLabel::AllCodes))));
    return words("h2", manualLabel(ManualLabel::Contents), attribute("id", QStringLiteral("contents"))) +
           element("ul", all, attribute("class", QStringLiteral("contents")));
}

/// @p heading: "h3", or "h4" below a section's.
QString pageHtml(const Manual::Page& page, int number, const char* heading)
{
    const QString seen = labelled(ManualLabel::Says, page.says) +
                         labelled(ManualLabel::Buttons, page.buttons.join(QStringLiteral(" · "))) +
                         labelled(ManualLabel::SeenBy, page.seenBy);
    const QString staff = labelled(ManualLabel::StaffDo, page.staff);
    return element(
        "div",
        element(heading, element("span", QString::number(number)) + page.heading.toHtmlEscaped()) +
            image(page.file(), page.heading) +
            element("div", element("div", seen) + element("div", staff), attribute("class", QStringLiteral("words"))),
        attribute("class", QStringLiteral("page")) + u' ' + attribute("id", page.anchor()));
}

QString chapterHtml(const Manual::Chapter& chapter, int& number)
{
    QString html = words("h2", chapter.title, attribute("id", chapter.anchor)) + words("p", chapter.intro);
    for (const auto& section : chapter.sections) {
        html += words("h3", section.title) + words("p", section.intro);
        for (const auto& page : section.pages)
            html += pageHtml(page, ++number, section.title.isEmpty() ? "h3" : "h4");
    }
    return html;
}

QString problemsHtml(const std::vector<Manual::Problem>& problems)
{
    QString codes, rows;
    for (const auto& each : problems) {
        codes += element("li", link(u'#' + each.code, each.code));
        rows +=
            element("tr",
                    element("td", image(each.file(), each.happened), attribute("class", QStringLiteral("picture"))) +
                        element("td", words("b", each.code) + each.happened.toHtmlEscaped(),
                                attribute("class", QStringLiteral("code"))) +
                        words("td", each.todo) + words("td", each.help),
                    attribute("id", each.code));
    }
    QString head;
    for (const ManualLabel each :
         {ManualLabel::Picture, ManualLabel::CodeAndHappened, ManualLabel::ToDo, ManualLabel::Help})
        head += words("th", manualLabel(each));
    return words("h3", manualLabel(ManualLabel::AllCodes), attribute("id", QStringLiteral("codes"))) +
           element("ul", codes, attribute("class", QStringLiteral("codes"))) +
           element("table", element("thead", element("tr", head)) + element("tbody", rows));
}

QString languageName(const QString& language)
{
    return language == u"en" ? QStringLiteral("English") : QStringLiteral("Tiếng Việt");
}

QString document(const QString& language, const QString& title, const QString& body)
{
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" "
                          "content=\"width=device-width\"/><title>%2</title><style>%3</style></head><body>\n%4"
                          "</body></html>\n")
        .arg(language, title.toHtmlEscaped(), QString::fromLatin1(style), body);
}

} // namespace

QString manualHtml(const Manual& manual)
{
    QString ways = link(QStringLiteral("chinhchu-%1.pdf").arg(manual.language), manualLabel(ManualLabel::Paper));
    for (const QString& other : app::languages())
        if (other != manual.language)
            ways += QStringLiteral(" · ") +
                    link(QStringLiteral("../%1/index.html").arg(other), languageName(other), attribute("lang", other));
    const QString title = manualLabel(ManualLabel::Title);
    const QString quiet = attribute("class", QStringLiteral("quiet"));
    QString body =
        element("p", ways) + words("h1", title) + words("p", manualLabel(ManualLabel::Subtitle), quiet) +
        words("p", manualLabel(ManualLabel::Lead)) +
        words("p", manualLabel(ManualLabel::Invented) + u' ' + manualLabel(ManualLabel::Version).arg(manual.version),
              quiet) +
        contents(manual);
    int number = 0;
    for (const auto& chapter : manual.chapters)
        body += chapterHtml(chapter, number);
    return document(manual.language, QStringLiteral("ChinhChu · ") + title, body + problemsHtml(manual.problems));
}

QString manualDoorHtml()
{
    QString ways;
    for (const QString& each : app::languages())
        ways += element("li", link(each + QStringLiteral("/index.html"), languageName(each), attribute("lang", each)) +
                                  QStringLiteral(" · ") +
                                  link(QStringLiteral("%1/chinhchu-%1.pdf").arg(each), QStringLiteral("PDF")));
    return document(app::languages().constFirst(), QStringLiteral("ChinhChu"),
                    words("h1", QStringLiteral("ChinhChu")) + element("ul", ways));
}

} // namespace chinhchu::ui
