#pragma once

#include "app/session/session.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace chinhchu::ui {

/// The numbers held under the citizen's identity, each with its answer: mine, not mine, or none.
class HeldNumbers : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to Kiosk")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL)
    Q_PROPERTY(bool open READ anyOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool any READ anyInBinding NOTIFY changed FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL)

public:
    enum Role
    {
        NumberRole = Qt::UserRole + 1,
        MaskedRole,
        LockRole,
        UrgentRole,
        EnteredRole,
        AnswerRole,
        FreshRole ///< the carrier does not name it as this person's: it would be registered now
    };

    enum Answer
    {
        Open,
        Mine,
        NotMine,
        Left
    };
    Q_ENUM(Answer)

    explicit HeldNumbers(const app::Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] int count() const { return m_rows; }
    /// The carrier has answered, or cannot be asked.
    [[nodiscard]] bool complete() const;
    /// Some number still wants its answer.
    [[nodiscard]] bool anyOpen() const;
    /// Some number has been confirmed or disowned.
    [[nodiscard]] bool anyInBinding() const;
    /// Why the list may be short; empty when it is not.
    [[nodiscard]] QString notice() const;
    /// E.164 of one row, for the session's answer.
    [[nodiscard]] QString msisdn(int row) const;

public slots:
    /// Takes over what the session knows now.
    void refresh();

signals:
    void changed();

private:
    const app::Session& m_session;
    int m_rows = 0;
};

} // namespace chinhchu::ui
