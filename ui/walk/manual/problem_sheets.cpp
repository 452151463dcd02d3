#include "ui/walk/manual/problem_sheets.h"

#include "ui/walk/manual/manual_words.h"

namespace chinhchu::ui {

namespace {

using namespace paper;

constexpr double pictureWidth = mm(47);
constexpr double pictureGap = mm(4);
constexpr double cellGap = mm(3);
constexpr double wordsWidth = width - pictureWidth - pictureGap;
constexpr double helpWidth = mm(30);
constexpr double cellWidth = (wordsWidth - helpWidth - 2 * cellGap) / 2;

Block cells(const QString& happened, const QString& todo, const QString& help, const TextStyle& style)
{
    TextStyle strong = style;
    strong.bold = true;
    return beside({text(happened, strong, cellWidth), text(todo, style, cellWidth), text(help, style, helpWidth)},
                  cellGap);
}

Block header()
{
    const TextStyle style{.points = 8, .bold = true, .colour = quiet};
    return below({beside({text(manualLabel(ManualLabel::Picture), style, pictureWidth),
                          cells(manualLabel(ManualLabel::CodeAndHappened), manualLabel(ManualLabel::ToDo),
                                manualLabel(ManualLabel::Help), style)},
                         pictureGap),
                  rule(width, quiet)},
                 mm(1));
}

Block problemBlock(const Manual::Problem& problem)
{
    const Block words = below({text(problem.code, {.points = 9, .bold = true, .colour = accent}, wordsWidth),
                               cells(problem.happened, problem.todo, problem.help, {.points = 9})},
                              mm(0.6));
    return below({beside({picture(problem.picture, pictureWidth, manualPictureSize), words}, pictureGap), rule(width)},
                 mm(2));
}

constexpr double leastOnTheLast = (bottom - top) * 0.4;

} // namespace

void addProblems(Flow& flow, const std::vector<Manual::Problem>& problems)
{
    constexpr double rowGap = mm(2);
    std::vector<Block> rows;
    double rest = 0;
    for (const auto& each : problems) {
        rows.push_back(problemBlock(each));
        rest += rows.back().height + rowGap;
    }
    flow.repeat(header());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // A row or two alone on the last sheet look lost: it gets some of those before it.
        if (i > 0 && rest > flow.room() && rest <= leastOnTheLast)
            flow.nextSheet();
        flow.add(rows[i], i == 0 ? mm(8) : rowGap, problems[i].code);
        rest -= rows[i].height + rowGap;
    }
    flow.repeat(std::nullopt);
}

void addCodes(Flow& flow, const std::vector<Manual::Problem>& problems, const SheetNumbers& numbers)
{
    constexpr std::size_t columns = 3;
    constexpr double gap = mm(5);
    constexpr double rowGap = mm(1.8);
    constexpr double oneWidth = (width - (columns - 1) * gap) / columns;
    constexpr double numberWidth = mm(7);
    const auto line = [&](const Manual::Problem& problem) {
        const TextStyle style{.points = 7};
        return beside({text(QString::number(numbers.of(problem.code)),
                            {.points = 7, .bold = true, .colour = accent, .align = Qt::AlignRight}, numberWidth),
                       text(problem.code, style, oneWidth - numberWidth - mm(1.5))},
                      mm(1.5));
    };
    const QString title = manualLabel(ManualLabel::AllCodes);
    flow.begin(title);
    flow.add(below({text(title, {.points = 22, .bold = true}, width), rule(width)}, mm(2)), 0, QStringLiteral("codes"));
    for (std::size_t first = 0; first < problems.size();) {
        const double height = line(problems[first]).height + rowGap;
        const auto fitting = static_cast<std::size_t>((flow.room() - mm(3)) / height);
        const std::size_t rows = std::min(fitting, (problems.size() - first + columns - 1) / columns);
        for (std::size_t row = 0; row < rows; ++row) {
            std::vector<Block> blocks;
            for (std::size_t i = first + row; i < std::min(first + rows * columns, problems.size()); i += rows)
                blocks.push_back(line(problems[i]));
            flow.add(beside(blocks, gap), row == 0 ? mm(3) : rowGap);
        }
        first += rows * columns;
        if (first < problems.size())
            flow.nextSheet();
    }
}

} // namespace chinhchu::ui
