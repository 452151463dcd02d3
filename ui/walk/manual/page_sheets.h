#pragma once

#include "ui/walk/manual/manual.h"
#include "ui/walk/manual/paper_flow.h"

namespace chinhchu::ui {

/// A chapter on sheets of its own: its heading, then two pages of the kiosk on each sheet, with pictures as large as
/// that allows. @p number is that of the last page before it, and of its last page afterwards.
void addChapter(paper::Flow& flow, const Manual::Chapter& chapter, int& number);

/// On which sheet something stands, counted from 1.
class SheetNumbers
{
public:
    /// @p before: sheets that come before these.
    SheetNumbers(const std::vector<paper::Sheet>& sheets, std::size_t before)
        : m_sheets(sheets)
        , m_before(before)
    {
    }

    /// 0 for what stands nowhere.
    [[nodiscard]] int of(const QString& id) const;

private:
    const std::vector<paper::Sheet>& m_sheets;
    std::size_t m_before;
};

} // namespace chinhchu::ui
