#pragma once

#include <QString>
#include <QStringList>

namespace chinhchu::app {

/// The languages that people may choose, the default first: "vi", "en".
QStringList languages();

/// "vi" unless @p wanted (or, when empty, nothing) names another of languages(); "en_GB" counts as "en".
QString knownLanguage(const QString& wanted);

/// Makes every translated text of this process speak @p language from now on, in place of the one before. Needs a
/// QCoreApplication and the target chinhchu_translations; call it in the main thread. False if the texts are missing:
/// then the English source texts show.
bool installTranslation(const QString& language);

/// The language installed last; empty before the first.
QString installedLanguage();

} // namespace chinhchu::app
