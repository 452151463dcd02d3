#include "ui/receipts/receipt_paper.h"

#include "ui/receipts/qr_code.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace chinhchu::ui {

namespace {

constexpr int dotsPerInch = 203; // a thermal head has 8 dots a millimetre
constexpr double inch = 25.4;

struct Sheet
{
    QSizeF size; ///< in millimetres; no height: as long as it gets
    double margin;
    double text; ///< in points
    double code; ///< side of the QR code in millimetres
};

Sheet sheetOf(Paper paper)
{
    if (paper == Paper::Roll80)
        return {{80, 0}, 4, 9, 40};
    return {{148, 210}, 15, 11, 45};
}

double dots(double millimetres)
{
    return millimetres / inch * dotsPerInch;
}

QString html(const ReceiptView& receipt)
{
    QString text = QStringLiteral("<h3>%1</h3><p>%2</p><hr/>")
                       .arg(receipt.headline().toHtmlEscaped(), receipt.next().toHtmlEscaped());
    for (const QVariant& row : receipt.rows()) {
        const QVariantMap line = row.toMap();
        text += QStringLiteral("<p style=\"margin:0\">%1<br/><b>%2</b></p>")
                    .arg(line.value(QStringLiteral("label")).toString().toHtmlEscaped(),
                         line.value(QStringLiteral("value")).toString().toHtmlEscaped());
    }
    return text;
}

} // namespace

QByteArray receiptPdf(const ReceiptView& receipt, Paper paper)
{
    Sheet sheet = sheetOf(paper);
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setTitle(QStringLiteral("ChinhChu"));

    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDefaultFont(QFont(QStringLiteral("Noto Sans"), qRound(sheet.text)));
    document.setDocumentMargin(0);
    document.setHtml(html(receipt));
    document.setTextWidth(dots(sheet.size.width() - 2 * sheet.margin));
    const double words = document.size().height();
    if (sheet.size.height() <= 0)
        sheet.size.setHeight(words / dotsPerInch * inch + sheet.code + 4 * sheet.margin);

    writer.setPageSize(QPageSize(sheet.size, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(sheet.margin, sheet.margin, sheet.margin, sheet.margin), QPageLayout::Millimeter);
    QPainter painter(&writer);
    document.drawContents(&painter);
    const double side = dots(sheet.code);
    painter.drawImage(QRectF((document.textWidth() - side) / 2, words + dots(sheet.margin), side, side),
                      qrCode(receipt.plainText(), Correction::Medium));
    painter.end();
    return pdf;
}

} // namespace chinhchu::ui
