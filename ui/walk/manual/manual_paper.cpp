#include "ui/walk/manual/manual_paper.h"

#include "ui/walk/manual/manual_sheets.h"
#include "ui/walk/manual/manual_words.h"

#include <QFileInfo>
#include <QPdfWriter>

namespace chinhchu::ui {

namespace {

using namespace paper;

/// The codes on a sheet, "CARD_REMOVED – CARD_TOO_SLOW", as in a dictionary; none: the name of the chapter.
QString headOf(const Sheet& sheet)
{
    QString first, last;
    for (const auto& placed : sheet.blocks)
        if (placed.id == placed.id.toUpper() && !placed.id.isEmpty())
            (first.isEmpty() ? first : last) = placed.id;
    if (first.isEmpty())
        return {};
    return last.isEmpty() ? first : first + QStringLiteral(" – ") + last;
}

void paintLine(QPainter& painter, const QString& words, double y, Qt::AlignmentFlag align)
{
    if (const Block line = text(words, {.points = 8, .colour = quiet, .align = align}, width); !line.empty())
        line.paint(painter, {left, y});
}

} // namespace

ManualPaper::ManualPaper(const Manual& manual)
    : m_title(QStringLiteral("ChinhChu · ") + manualLabel(ManualLabel::Title))
    , m_sheets(sheetsOf(manual))
{
}

void ManualPaper::paintMargins(QPainter& painter, std::size_t sheet) const
{
    constexpr double headAt = mm(11);
    constexpr double footAt = mm(284);
    if (sheet == 0)
        return;
    paintLine(painter, m_sheets[sheet].head, headAt, Qt::AlignLeft);
    paintLine(painter, headOf(m_sheets[sheet]), headAt, Qt::AlignRight);
    const Block line = rule(width);
    line.paint(painter, {left, headAt + mm(5.4)});
    paintLine(painter, m_title, footAt, Qt::AlignLeft);
    paintLine(painter, QString::number(sheet + 1), footAt, Qt::AlignRight);
}

Result<void> ManualPaper::write(const QString& file) const
{
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setResolution(dotsPerInch);
    writer.setTitle(m_title);
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(FailureCode::StorageFailed, file.toStdString());
    for (std::size_t i = 0; i < m_sheets.size(); ++i) {
        if (i > 0)
            writer.newPage();
        paintMargins(painter, i);
        for (const auto& placed : m_sheets[i].blocks)
            placed.block.paint(painter, {left, placed.y});
    }
    return painter.end() && QFileInfo(file).size() > 0 ? Result<void>()
                                                       : fail(FailureCode::StorageFailed, file.toStdString());
}

} // namespace chinhchu::ui
