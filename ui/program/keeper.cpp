#include "ui/program/keeper.h"

#include "ui/program/kept_refusals.h"
#include "ui/program/run_figures.h"
#include "ui/program/wiping_lines.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QProcess>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <sys/prctl.h>
#include <unistd.h>

namespace chinhchu::ui {

namespace {

Q_LOGGING_CATEGORY(keeping, "chinhchu.keeper", QtWarningMsg)

using namespace std::chrono_literals;

constexpr auto patience = 3s;
constexpr int softwareError = 70; // sysexits.h

/// A process with a window, and the line on which it is heard.
class Kept : public QObject
{
    Q_OBJECT

public:
    Kept(const QStringList& arguments, KeepersRefusals& refusals, QObject* parent)
        : QObject(parent)
        , m_refusals(refusals)
    {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        m_line = ends[0];
        const int theirs = ends[1];
        m_process.setProcessChannelMode(QProcess::ForwardedChannels);
        // A window never outlives its keeper, however that ends.
        m_process.setChildProcessModifier([theirs] {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::fcntl(theirs, F_SETFD, 0);
        });
        connect(&m_process, &QProcess::finished, this, &Kept::finished);
        m_process.start(QCoreApplication::applicationFilePath(),
                        arguments + QStringList{QStringLiteral("--kept-by"), QString::number(theirs)});
        ::close(theirs);
        m_notifier = std::make_unique<QSocketNotifier>(m_line, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &Kept::hear);
    }

    ~Kept() override
    {
        m_notifier.reset();
        ::close(m_line);
        m_process.disconnect(this);
        m_process.closeWriteChannel();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(1000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }

    /// Ends it: in order, or after a while without.
    void end()
    {
        m_process.closeWriteChannel();
        QTimer::singleShot(patience, &m_process, &QProcess::kill);
    }

    [[nodiscard]] qint64 id() const { return m_process.processId(); }

signals:
    void greeting();
    void next();
    void finished(int status, QProcess::ExitStatus how);

private:
    void hear()
    {
        const bool open = m_lines.read(m_line, [this](std::string_view line) {
            if (line == "greeting")
                emit greeting();
            else if (line == "next")
                emit next();
            else if (const auto answer = m_refusals.take(line))
                m_process.write(*answer);
        });
        if (!open)
            m_notifier->setEnabled(false);
    }

    int m_line = -1;
    QProcess m_process;
    std::unique_ptr<QSocketNotifier> m_notifier;
    WipingLines m_lines;
    KeepersRefusals& m_refusals;
};

class Keeper : public QObject
{
    Q_OBJECT

public:
    explicit Keeper(QStringList arguments)
        : m_arguments(std::move(arguments))
    {
    }

    void start(const QStringList& arguments)
    {
        m_since.start();
        m_now = new Kept(arguments, m_refusals, this);
        connect(m_now, &Kept::greeting, this, &Keeper::settle);
        connect(m_now, &Kept::next, this, &Keeper::change);
        connect(m_now, &Kept::finished, this, [](int status, QProcess::ExitStatus how) {
            QCoreApplication::exit(how == QProcess::NormalExit ? status : softwareError);
        });
    }

private:
    void change()
    {
        if (m_before)
            return;
        m_before = m_now;
        m_before->disconnect(this);
        connect(m_before, &Kept::finished, this, [this, gone = m_before] {
            if (m_before == gone)
                m_before = nullptr;
            gone->deleteLater();
        });
        start(argumentsOfTheNext(m_arguments));
    }

    void settle()
    {
        qCInfo(keeping, "process %lld shown after %lld ms", static_cast<long long>(m_now->id()),
               static_cast<long long>(m_since.elapsed()));
        if (m_before)
            m_before->end();
    }

    QStringList m_arguments;
    KeepersRefusals m_refusals;
    QElapsedTimer m_since;
    Kept* m_now = nullptr;
    Kept* m_before = nullptr;
};

bool isOption(const QString& argument, const char* name)
{
    const QString option = QStringLiteral("--") + QLatin1String(name);
    return argument == option || argument.startsWith(option + u'=');
}

} // namespace

bool isToKeep(const QStringList& arguments)
{
    bool walk = false;
    for (const QString& each : arguments) {
        for (const char* name : {"alone", "kept-by", "help", "version"})
            if (isOption(each, name))
                return false;
        if (each == u"-h" || each == u"-v")
            return false;
        walk = walk || each.startsWith(QStringLiteral("--walk"));
    }
    return !walk || arguments.contains(QStringLiteral("--keep"));
}

QStringList argumentsOfTheNext(const QStringList& arguments)
{
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (isOption(arguments[i], "walk-finish") || isOption(arguments[i], "walk-scan"))
            continue;
        const bool walk = arguments[i].startsWith(QStringLiteral("--walk")) || isOption(arguments[i], "screenshots");
        if (!walk)
            rest << arguments[i];
        else if (!arguments[i].contains(u'='))
            ++i; // and its value
    }
    return rest;
}

int keepKiosk(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    // Asked for by a test, which may be killed: nothing of it stays behind.
    if (arguments.contains(QStringLiteral("--keep")))
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    Keeper keeper(arguments);
    RunFigures::tellStart(true);
    keeper.start(arguments);
    RunFigures::tellStart(false);
    return QCoreApplication::exec();
}

} // namespace chinhchu::ui

#include "keeper.moc"
