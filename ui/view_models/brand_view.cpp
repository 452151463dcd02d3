#include "ui/view_models/brand_view.h"

namespace chinhchu::ui {

namespace {

QColor onScreen(const app::Colour& colour)
{
    return {colour.red, colour.green, colour.blue};
}

} // namespace

BrandView::BrandView(const app::Brand& brand, QObject* parent)
    : QObject(parent)
    , m_name(brand.name)
{
    // The second colour never comes without the first: it would stand beside ours.
    if (!brand.primary || !brand.checkColours())
        return;
    m_primary = onScreen(*brand.primary);
    m_accent = brand.accent ? onScreen(*brand.accent) : m_primary;
}

double BrandView::logoShape() const
{
    return hasLogo() ? static_cast<double>(m_logo.width) / m_logo.height : 1;
}

void BrandView::setLogo(biometrics::Image logo)
{
    m_logo = std::move(logo);
    emit logoChanged();
}

} // namespace chinhchu::ui
