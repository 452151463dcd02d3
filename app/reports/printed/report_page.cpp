#include "app/reports/printed/report_page.h"

#include "app/reports/printed/report_html.h"
#include "app/reports/report_words.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace chinhchu::app {

namespace {

constexpr int dotsPerInch = 300;
constexpr double margin = 15; // mm
constexpr int letters = 10;   // pt

/// The face of the kiosk's own pages, or another that knows the marks of Vietnamese.
Result<QFont> vietnameseFont()
{
    const QStringList families = QFontDatabase::families(QFontDatabase::Vietnamese);
    if (families.isEmpty())
        return fail(FailureCode::SettingsInvalid, "no font with Vietnamese letters, as in fonts-noto-core");
    const QString noto = QStringLiteral("Noto Sans");
    return QFont(families.contains(noto) ? noto : families.first(), letters);
}

/// Sheet after sheet, each with its number below.
void paint(QTextDocument& document, QPdfWriter& writer, double footer)
{
    QPainter painter(&writer);
    painter.setFont(document.defaultFont());
    const QSizeF sheet = document.pageSize();
    const int sheets = document.pageCount();
    for (int number = 1; number <= sheets; ++number) {
        if (number > 1)
            writer.newPage();
        painter.save();
        painter.translate(0, -(number - 1) * sheet.height());
        document.drawContents(&painter, QRectF(QPointF(0, (number - 1) * sheet.height()), sheet));
        painter.restore();
        painter.drawText(QRectF(0, sheet.height(), sheet.width(), footer), Qt::AlignRight | Qt::AlignBottom,
                         report_words::pageOf(number, sheets));
    }
}

} // namespace

Result<QByteArray> reportPage(const Report& report)
{
    const Result<QFont> font = vietnameseFont();
    if (!font)
        return tl::unexpected(font.error());
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setTitle(report_words::title(report));
    writer.setCreator(QStringLiteral("ChinhChu"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);

    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDefaultFont(*font);
    document.setDocumentMargin(0);
    document.setHtml(reportHtml(report));
    const double footer = 2.0 * letters / 72 * dotsPerInch;
    document.setPageSize(QSizeF(writer.width(), writer.height() - footer));
    paint(document, writer, footer);
    return pdf;
}

} // namespace chinhchu::app
