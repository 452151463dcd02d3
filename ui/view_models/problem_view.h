#pragma once

#include "app/session/session.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// What went wrong: a picture and three sentences.
class ProblemView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    Q_PROPERTY(QString picture READ picture NOTIFY changed FINAL)
    Q_PROPERTY(QString happened READ happened NOTIFY changed FINAL)
    Q_PROPERTY(QString todo READ todo NOTIFY changed FINAL)
    Q_PROPERTY(QString help READ help NOTIFY changed FINAL)
    /// The way back is to another answer, not to another try.
    Q_PROPERTY(bool aboutAnswers READ aboutAnswers NOTIFY changed FINAL)
    Q_PROPERTY(bool handOver READ handOver NOTIFY changed FINAL)

public:
    explicit ProblemView(const app::Session& session, QObject* parent = nullptr);

    [[nodiscard]] QString code() const;
    /// The drawing that fits: "card", "reader", "camera", "keypad", "shield-doubt", "face", "network", "tool", "person".
    [[nodiscard]] QString picture() const;
    [[nodiscard]] QString happened() const;
    [[nodiscard]] QString todo() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] bool aboutAnswers() const;
    [[nodiscard]] bool handOver() const;

public slots:
    void refresh() { emit changed(); }

signals:
    void changed();

private:
    const app::Session& m_session;
};

/// For one code, so that a page can be shown for each of them.
QString pictureOf(FailureCode code);

} // namespace chinhchu::ui
