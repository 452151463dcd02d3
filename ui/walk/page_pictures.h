#pragma once

#include <QImage>
#include <QQuickWindow>
#include <QSet>

namespace chinhchu::ui {

/// Writes a picture of each page: 01-greeting.png, 02-consent.png, ... Of a page that lives by itself the last look
/// before it went is kept.
class PagePictures
{
public:
    PagePictures(QQuickWindow& window, const QString& folder);

    /// Looks at the page as it is now.
    void look(const QString& page);
    /// Writes the last look. Not more than once for the same look.
    void keep();

    /// "03-number-entry.png" for "NumberEntry".
    static QString fileName(const QString& page);

private:
    QQuickWindow& m_window;
    QString m_folder;
    QString m_page;
    QImage m_last;
};

} // namespace chinhchu::ui
