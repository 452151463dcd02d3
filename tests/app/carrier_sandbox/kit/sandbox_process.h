#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace kit {

/// The enrolment of one device, as the sandbox's program wrote it.
struct Device
{
    QString id;
    QString folder;
    [[nodiscard]] QString file(const QString& name) const { return folder + "/" + name; }
};

/// What came back.
struct Reply
{
    int status = 0; ///< 0: no answer at all
    QJsonObject json;
    QByteArray body;
    QByteArray correlator;
    QByteArray date; ///< the header
    QString error;
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

QString sandboxProgram();

/// A file in @p folder: the demo policy with these members in its `session`, in which the way of comparing faces that
/// these tests invent has a bound too.
QString policyFile(const QString& folder, const QJsonObject& session = {});

/// The real carrier-sandbox on a free port of the loopback, with a database of its own: SQLite, or PostgreSQL where the
/// environment variable CHINHCHU_TEST_POSTGRES holds libpq keywords without a database.
class SandboxProcess
{
public:
    explicit SandboxProcess(const QStringList& options = {}, SandboxProcess* sameDatabase = nullptr);
    ~SandboxProcess();

    Device enrol(const QString& deviceId, const QString& kind = QStringLiteral("demo"),
                 const QString& point = QStringLiteral("authorised"));
    /// POST to an operation; no device: no client certificate.
    Reply post(const Device* device, const QString& operation, const QByteArray& body, const Headers& headers = {});
    Reply post(const Device& device, const QString& operation, const QJsonObject& body);
    Reply get(const Device* device, const QString& path);

    /// Delivers sealed evidence without waiting; wait() gives the answer.
    std::unique_ptr<QNetworkReply> postLater(const Device& device, const QString& bindingId, const QByteArray& sealed);
    Reply wait(QNetworkReply* pending);

    QString enrolmentCode(const QString& deviceId, const QString& point = QStringLiteral("authorised"));
    /// What the first group matches in the next line of the console that fits.
    QString consoleLine(const QRegularExpression& wanted);
    /// The same of the newest line that fits and is there already; without waiting.
    QString newestConsoleLine(const QRegularExpression& wanted);

    [[nodiscard]] QString trustFolder() const { return folder() + "/trust"; }
    [[nodiscard]] QString folder() const { return m_root->path(); }
    [[nodiscard]] QUrl url() const { return m_url; }
    /// What the option --db was given: "postgres:KEYWORDS" or "sqlite:FILE".
    [[nodiscard]] QString database() const { return m_database; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    void kill();
    QByteArray log();

private:
    void start(const QStringList& options);
    std::unique_ptr<QNetworkReply> begin(const Device* device, const QByteArray& method, const QString& path,
                                         const QByteArray& body, const Headers& headers);

    std::shared_ptr<QTemporaryDir> m_root;
    QString m_database;
    QProcess m_process;
    QUrl m_url;
    std::map<QString, std::unique_ptr<QNetworkAccessManager>> m_clients; ///< one set of connections for each device
};

} // namespace kit
