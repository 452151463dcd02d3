#pragma once

#include "ui/walk/manual/paper_block.h"

#include <optional>

namespace chinhchu::ui::paper {

/// A4 with its margins; what is between them.
constexpr double sheetWidth = mm(210);
constexpr double sheetHeight = mm(297);
constexpr double left = mm(18);
constexpr double top = mm(21);
constexpr double bottom = mm(279);
constexpr double width = sheetWidth - 2 * left;

/// One side of paper. What stands above and below it (`head`, the number) is painted by whoever writes the file.
struct Sheet
{
    struct Placed
    {
        Block block;
        double y = 0;
        QString id; ///< what this is, for the contents; may be empty
    };

    QString head;
    std::vector<Placed> blocks;

    [[nodiscard]] double end() const; ///< where the next block could stand
};

/// Puts blocks onto sheets, each whole.
class Flow
{
public:
    /// On a new sheet; the sheets that follow have the same head.
    void begin(const QString& head);
    /// Stands on top of every sheet from the next block on, with the id "header"; none: no
    /// longer. It never stands alone.
    void repeat(std::optional<Block> header);
    /// On this sheet, @p gap below what is there, or on top of the next.
    void add(const Block& block, double gap, const QString& id = {});
    void nextSheet();

    /// What is left of this sheet.
    [[nodiscard]] double room() const;
    [[nodiscard]] const std::vector<Sheet>& sheets() const { return m_sheets; }

private:
    [[nodiscard]] bool fresh() const; ///< nothing but a header stands here

    std::vector<Sheet> m_sheets;
    std::optional<Block> m_header;
    bool m_headerStands = false; ///< on the last sheet
};

} // namespace chinhchu::ui::paper
