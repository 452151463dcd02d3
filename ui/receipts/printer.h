#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>

namespace chinhchu::ui {

/// The default printer of CUPS, asked through its own programs lpstat and lp. Nothing is written to a file; nothing waits.
class Printer : public QObject
{
    Q_OBJECT

public:
    /// @p folder: where lpstat and lp are; empty: as the PATH says.
    explicit Printer(QString folder = {}, QObject* parent = nullptr);
    ~Printer() override;

    /// Asks once whether there is a default printer; availableChanged() tells.
    void look();
    [[nodiscard]] bool available() const { return !m_name.isEmpty(); }
    /// The printer's own name says that it has a roll: "thermal", "pos", "receipt", "80mm".
    [[nodiscard]] bool hasRoll() const;
    void print(const QByteArray& pdf);

signals:
    void availableChanged();
    /// CUPS took the job, or did not.
    void printed(bool taken);

private:
    [[nodiscard]] QString program(const QString& name) const;

    QString m_folder;
    QString m_name;
    QProcess m_question;
    QProcess m_job;
};

} // namespace chinhchu::ui
