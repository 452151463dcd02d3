#include "ui/walk/manual/manual_sheets.h"

#include "ui/walk/manual/manual_words.h"
#include "ui/walk/manual/page_sheets.h"
#include "ui/walk/manual/problem_sheets.h"

namespace chinhchu::ui {

namespace {

using namespace paper;

/// A line of the contents.
struct Line
{
    QString words;
    QString id; ///< of what it leads to
    int level = 0;
};

std::vector<Line> linesOf(const Manual& manual)
{
    std::vector<Line> lines;
    for (const auto& chapter : manual.chapters) {
        lines.push_back({chapter.title, chapter.anchor, 0});
        for (const auto& section : chapter.sections) {
            if (!section.title.isEmpty())
                lines.push_back({section.title, section.pages.front().anchor(), 1});
            for (const auto& page : section.pages)
                lines.push_back({page.heading, page.anchor(), section.title.isEmpty() ? 1 : 2});
        }
    }
    lines.push_back({manualLabel(ManualLabel::AllCodes), QStringLiteral("codes"), 0});
    return lines;
}

Block lineBlock(const Line& line, const SheetNumbers& numbers)
{
    constexpr double lineWidth = (width - mm(8)) / 2;
    constexpr double numberWidth = mm(8);
    const double indent = line.level * mm(3.5);
    const TextStyle style{
        .points = line.level == 0 ? 9.0 : 8.0, .bold = line.level == 0, .colour = line.level == 2 ? quiet : ink};
    const TextStyle numberStyle{.points = style.points, .bold = style.bold, .colour = accent, .align = Qt::AlignRight};
    return beside({text(QString::number(numbers.of(line.id)), numberStyle, numberWidth), space(indent),
                   text(line.words, style, lineWidth - numberWidth - indent - 2 * mm(1.5))},
                  mm(1.5));
}

Block titleBlock(const Manual& manual)
{
    constexpr double gap = mm(8);
    constexpr double pictureWidth = mm(80);
    constexpr double wordsWidth = width - pictureWidth - gap;
    const Block head = below({text(QStringLiteral("ChinhChu"), {.points = 13, .bold = true, .colour = accent}, width),
                              text(manualLabel(ManualLabel::Title), {.points = 25, .bold = true, .even = true}, width)},
                             mm(2));
    const auto& first = manual.chapters.front().sections.front().pages.front();
    const Block note =
        below({text(manualLabel(ManualLabel::Subtitle), {.points = 12, .colour = accent}, wordsWidth),
               text(manualLabel(ManualLabel::Lead), {.points = 10}, wordsWidth),
               text(manualLabel(ManualLabel::Invented) + u' ' + manualLabel(ManualLabel::Version).arg(manual.version),
                    {.points = 8.5, .colour = quiet}, wordsWidth)},
              mm(3));
    return below({head, beside({note, picture(first.picture, pictureWidth, manualPictureSize)}, gap)}, mm(5));
}

std::vector<Sheet> frontOf(const Manual& manual, const std::vector<Sheet>& body, std::size_t before)
{
    const SheetNumbers numbers(body, before);
    Flow flow;
    flow.begin(manualLabel(ManualLabel::Contents));
    flow.add(titleBlock(manual), 0, QStringLiteral("title"));
    flow.add(below({text(manualLabel(ManualLabel::Contents), {.points = 14, .bold = true}, width), rule(width)}, mm(1)),
             mm(8), QStringLiteral("contents"));
    const std::vector<Line> lines = linesOf(manual);
    const std::size_t half = (lines.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i) {
        std::vector<Block> row{lineBlock(lines[i], numbers)};
        row.front().width = (width - mm(8)) / 2;
        if (i + half < lines.size())
            row.push_back(lineBlock(lines[i + half], numbers));
        flow.add(beside(row, mm(8)), mm(i == 0 ? 2.5 : 0.5));
    }
    return flow.sheets();
}

} // namespace

std::vector<Sheet> sheetsOf(const Manual& manual)
{
    Flow flow;
    int number = 0;
    for (const auto& chapter : manual.chapters) {
        addChapter(flow, chapter, number);
        if (&chapter == &manual.chapters.back())
            addProblems(flow, manual.problems);
    }
    // The numbers need the length of what comes before them, and the contents the numbers.
    const std::size_t before = frontOf(manual, flow.sheets(), 1).size();
    addCodes(flow, manual.problems, SheetNumbers(flow.sheets(), before));
    std::vector<Sheet> all = frontOf(manual, flow.sheets(), before);
    all.insert(all.end(), flow.sheets().begin(), flow.sheets().end());
    return all;
}

} // namespace chinhchu::ui
