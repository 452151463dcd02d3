#pragma once

#include "ui/walk/manual/manual.h"
#include "ui/walk/manual/paper_flow.h"

namespace chinhchu::ui {

/// The manual on sheets of A4: a title with the contents, two pages of the kiosk on a sheet, the table of everything
/// that can go wrong with its header on each sheet, and the list of all codes. Nothing is split between two sheets.
class ManualPaper
{
public:
    explicit ManualPaper(const Manual& manual);

    /// Ids of what stands on them: the anchors of pages and chapters, "title", "contents", the codes.
    [[nodiscard]] const std::vector<paper::Sheet>& sheets() const { return m_sheets; }

    /// As a PDF. STORAGE_FAILED.
    [[nodiscard]] Result<void> write(const QString& file) const;

private:
    void paintMargins(QPainter& painter, std::size_t sheet) const;

    QString m_title;
    std::vector<paper::Sheet> m_sheets;
};

} // namespace chinhchu::ui
