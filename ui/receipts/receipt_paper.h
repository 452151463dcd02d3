#pragma once

#include "ui/view_models/receipt_view.h"

#include <QByteArray>

namespace chinhchu::ui {

enum class Paper
{
    A5,
    Roll80 ///< a thermal printer's roll of 80 mm, 72 mm of it printable, as long as the receipt
};

/// The receipt as a PDF of one page: what the screen says, the same rows with masked numbers, and the QR code.
QByteArray receiptPdf(const ReceiptView& receipt, Paper paper);

} // namespace chinhchu::ui
