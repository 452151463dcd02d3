#include "app/settings/language.h"

#include <QCoreApplication>
#include <QTranslator>

namespace chinhchu::app {

namespace {

struct Installed
{
    QString language;
    QTranslator* translator = nullptr; // a child of the application
};

Installed& installed()
{
    static Installed current;
    return current;
}

void removeCurrent()
{
    if (auto* translator = installed().translator; translator && QCoreApplication::instance()) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
    installed() = {};
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("vi"), QStringLiteral("en")};
}

QString knownLanguage(const QString& wanted)
{
    const QString two = wanted.left(2).toLower();
    return languages().contains(two) ? two : languages().constFirst();
}

bool installTranslation(const QString& language)
{
    removeCurrent();
    installed().language = language;
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (!translator->load(QStringLiteral(":/i18n/chinhchu_%1.qm").arg(language))) {
        delete translator;
        return false;
    }
    // An application that ends takes its children along: forget the pointer with it.
    QObject::connect(translator, &QObject::destroyed, [] { installed().translator = nullptr; });
    installed().translator = translator;
    return QCoreApplication::installTranslator(translator);
}

QString installedLanguage()
{
    return installed().language;
}

} // namespace chinhchu::app
