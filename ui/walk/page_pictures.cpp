#include "ui/walk/page_pictures.h"

#include "app/session/session.h"

#include <QDir>
#include <QMetaEnum>

namespace chinhchu::ui {

PagePictures::PagePictures(QQuickWindow& window, const QString& folder)
    : m_window(window)
    , m_folder(folder)
{
    if (!folder.isEmpty())
        QDir().mkpath(folder);
}

void PagePictures::look(const QString& page)
{
    if (m_folder.isEmpty())
        return;
    m_page = page;
    m_last = m_window.grabWindow();
}

void PagePictures::keep()
{
    if (m_last.isNull())
        return;
    m_last.save(m_folder + u'/' + fileName(m_page));
    m_last = {};
}

QString PagePictures::fileName(const QString& page)
{
    const int number = QMetaEnum::fromType<app::Session::State>().keyToValue(page.toLatin1().constData()) + 1;
    QString dashed;
    for (const QChar c : page) {
        if (c.isUpper() && !dashed.isEmpty())
            dashed += u'-';
        dashed += c.toLower();
    }
    return QStringLiteral("%1-%2.png").arg(number, 2, 10, QChar(u'0')).arg(dashed);
}

} // namespace chinhchu::ui
