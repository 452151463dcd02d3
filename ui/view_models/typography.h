#pragma once

#include <QFont>
#include <QObject>
#include <QQmlEngine>
#include <QString>

namespace chinhchu::ui {

/// The same words with no-break spaces where a line must not end: inside Vietnamese words of several syllables ("quý
/// khách"), between a count and what it counts ("6 số"), and before a short last word, which would stand alone.
QString keptTogether(const QString& words);

/// A heading: kept together, and without the full stop of its only sentence.
QString asHeading(const QString& words);

/// The least width at which `text` takes no more lines than at `room`: its lines are then of about the same length.
/// Never less than half of `room`; `room` itself for a single line.
double evenWidth(const QString& text, const QFont& font, double room);

/// The same for the pages.
class Typography : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;

    Q_INVOKABLE QString together(const QString& words) const { return keptTogether(words); }
    Q_INVOKABLE QString heading(const QString& words) const { return asHeading(words); }
    Q_INVOKABLE double even(const QString& text, const QFont& font, double room) const
    {
        return evenWidth(text, font, room);
    }
};

} // namespace chinhchu::ui
