#include "ui/walk/manual/paper_flow.h"

namespace chinhchu::ui::paper {

namespace {

constexpr double headerGap = mm(2);
const QString headerId = QStringLiteral("header");

} // namespace

double Sheet::end() const
{
    return blocks.empty() ? top : blocks.back().y + blocks.back().block.height;
}

void Flow::begin(const QString& head)
{
    m_sheets.push_back({head, {}});
    m_header.reset();
    m_headerStands = false;
}

void Flow::repeat(std::optional<Block> header)
{
    m_header = std::move(header);
    m_headerStands = false;
}

bool Flow::fresh() const
{
    return m_sheets.back().blocks.empty();
}

double Flow::room() const
{
    return bottom - m_sheets.back().end();
}

void Flow::nextSheet()
{
    m_sheets.push_back({m_sheets.back().head, {}});
    m_headerStands = false;
}

void Flow::add(const Block& block, double gap, const QString& id)
{
    const double header = m_header && !m_headerStands ? m_header->height + headerGap : 0;
    if (!fresh() && room() < gap + header + block.height)
        nextSheet();
    if (m_header && !m_headerStands) {
        const double y = m_sheets.back().end() + (fresh() ? 0 : gap);
        m_sheets.back().blocks.push_back({*m_header, y, headerId});
        m_headerStands = true;
        gap = headerGap;
    }
    const double y = m_sheets.back().end() + (fresh() ? 0 : gap);
    m_sheets.back().blocks.push_back({block, y, id});
}

} // namespace chinhchu::ui::paper
