#pragma once

#include <QObject>
#include <QString>

namespace chinhchu::ui {

/// What is to be heard: the words, and the name that a recording of the same words has.
struct Utterance
{
    QString key;      ///< "Consent", "FaceHint.TURN_LEFT", "Problem.CARD_REMOVED"
    QString text;     ///< in the language
    QString language; ///< "vi" or "en"
};

/// One way to make words heard. Says one utterance at a time; a new one ends the one before.
class Voice : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Something is there to say it with.
    [[nodiscard]] virtual bool knows(const Utterance& utterance) const = 0;
    /// Some sentence of the language could be said.
    [[nodiscard]] virtual bool speaks(const QString& language) const = 0;
    /// @p volume from 0 to 1.
    virtual void say(const Utterance& utterance, double volume) = 0;
    virtual void stop() = 0;

signals:
    /// The utterance came to its end, or could not be said after all.
    void ended();
    /// What it speaks has become known, or changed.
    void changed();
};

} // namespace chinhchu::ui
