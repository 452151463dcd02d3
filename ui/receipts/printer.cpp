#include "ui/receipts/printer.h"

#include <QRegularExpression>
#include <QStandardPaths>

namespace chinhchu::ui {

Printer::Printer(QString folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    m_question.setProcessEnvironment(environment);
    connect(&m_question, &QProcess::finished, this, [this] {
        // "system default destination: NAME", or "no system default destination"
        static const QRegularExpression line(QStringLiteral("^system default destination: (\\S+)"));
        const auto found = line.match(QString::fromUtf8(m_question.readAllStandardOutput()));
        const QString name = found.hasMatch() ? found.captured(1) : QString();
        if (name == m_name)
            return;
        m_name = name;
        emit availableChanged();
    });
    connect(&m_job, &QProcess::finished, this, [this](int status, QProcess::ExitStatus end) {
        emit printed(end == QProcess::NormalExit && status == 0);
    });
    connect(&m_job, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit printed(false);
    });
}

Printer::~Printer()
{
    for (QProcess* each : {&m_question, &m_job}) {
        each->disconnect(this);
        each->kill();
        each->waitForFinished(1000);
    }
}

QString Printer::program(const QString& name) const
{
    return QStandardPaths::findExecutable(name, m_folder.isEmpty() ? QStringList() : QStringList{m_folder});
}

bool Printer::hasRoll() const
{
    static const QRegularExpression roll(QStringLiteral("thermal|receipt|pos|80 ?mm|tm-|roll"),
                                         QRegularExpression::CaseInsensitiveOption);
    return m_name.contains(roll);
}

void Printer::look()
{
    const QString lpstat = program(QStringLiteral("lpstat"));
    if (!lpstat.isEmpty() && m_question.state() == QProcess::NotRunning)
        m_question.start(lpstat, {QStringLiteral("-d")});
}

void Printer::print(const QByteArray& pdf)
{
    const QString lp = program(QStringLiteral("lp"));
    if (lp.isEmpty() || !available() || m_job.state() != QProcess::NotRunning) {
        emit printed(false);
        return;
    }
    m_job.start(lp, {QStringLiteral("-d"), m_name, QStringLiteral("-t"), QStringLiteral("ChinhChu")});
    m_job.write(pdf);
    m_job.closeWriteChannel();
}

} // namespace chinhchu::ui
