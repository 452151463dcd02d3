#include "faces/face_comparer.h"
#include "http/https_server.h"
#include "http/json_reader.h"
#include "operations/operations.h"
#include "pki/enrolment_folder.h"
#include "store/enrolment_codes.h"
#include "store/population.h"
#include "verification/verifier.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <csignal>
#include <cstdio>

using namespace chinhchu::sandbox;

namespace {

struct Usage
{
    QString message;
};

void declareOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription("A carrier on one desk: opens evidence and repeats every check.");
    parser.addHelpOption();
    parser.addOptions({
        {"listen", "Address to listen on; port 0 picks a free one.", "HOST:PORT", "127.0.0.1:0"},
        {"db", "sqlite:FILE or postgres:KEYWORDS.", "DATABASE"},
        {"pki", "Folder of the carrier's own keys, made on first use.", "DIR"},
        {"trust", "Folder of trusted country signing certificates.", "DIR"},
        {"population", "Seed of people and numbers.", "FILE", ":/demo-population.json"},
        {"policy", "What is accepted; signed and handed to kiosks.", "FILE", ":/demo-policy.json"},
        {"make-enrolment-code", "Print a code with which a device of this name enrols once, and leave; needs --db.",
         "ID"},
        {"verify", "inline: every check before the answer; later: after it, the state is received until then.", "WHEN",
         "inline"},
        {"models",
         "Folder of the face models: faces are compared again. Without it by the kiosk's own numbers only.", "DIR"},
        {"face-program", "Compares the faces; the one beside this program when absent.", "FILE"},
        {"fault", "Failures on demand: latency=MS;error=CHANCE;timeout-after-commit=CHANCE;wrong-answer=CHANCE;...",
         "SPEC"},
        {"kind", "demo or production: one takes no device that is enrolled with the other.", "KIND", "demo"},
        {"make-enrolment", "Write an enrolment for a device and leave.", "DIR"},
        {"device-id", "Name of that device.", "ID", EnrolmentWish().deviceId},
        {"carrier-url", "Address of the carrier in that enrolment.", "URL", EnrolmentWish().carrierUrl},
        {"point",
         "authorised or carrier-own: whose point of service that device, or the device of that code, stands at.",
         "KIND", "authorised"},
        {"place", "Place of that device.", "TEXT", EnrolmentWish().place},
    });
}

QString needed(const QCommandLineParser& parser, const QString& option)
{
    if (parser.value(option).isEmpty())
        throw Usage{QStringLiteral("--%1 is needed").arg(option)};
    return parser.value(option);
}

Authority::Point pointFrom(const QCommandLineParser& parser)
{
    const QString point = parser.value("point");
    if (point != QLatin1String("authorised") && point != QLatin1String("carrier-own"))
        throw Usage{QStringLiteral("--point is authorised or carrier-own")};
    return point == QLatin1String("carrier-own") ? Authority::Point::CarrierOwn : Authority::Point::Authorised;
}

QByteArray readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Usage{QStringLiteral("cannot read ") + path};
    return file.readAll();
}

Authority authorityFrom(const QCommandLineParser& parser)
{
    const QString kind = parser.value("kind");
    if (kind != QLatin1String("demo") && kind != QLatin1String("production"))
        throw Usage{QStringLiteral("--kind is demo or production")};
    return Authority::open(needed(parser, "pki"),
                           kind == QLatin1String("demo") ? Authority::Kind::Demo : Authority::Kind::Production);
}

/// Null without models.
std::shared_ptr<FaceComparer> facesFrom(const QCommandLineParser& parser)
{
    const QString models = parser.value("models");
    if (models.isEmpty())
        return nullptr;
    const QString beside = QCoreApplication::applicationDirPath() + "/carrier-face-comparer";
    const QString program = parser.isSet("face-program") ? parser.value("face-program") : beside;
    if (!QFileInfo(models).isDir() || !QFileInfo(program).isExecutable())
        throw Usage{QStringLiteral("--models: needs the folder ") + models + QStringLiteral(" and ") + program};
    const bool later = parser.value("verify") == QLatin1String("later");
    return std::make_shared<FaceComparer>(program, models,
                                          later ? FaceComparer::Waiting::Nobody : FaceComparer::Waiting::Kiosk);
}

std::shared_ptr<Carrier> makeCarrier(const QCommandLineParser& parser)
{
    auto carrier = std::make_shared<Carrier>();
    carrier->authority = std::make_shared<const Authority>(authorityFrom(parser));
    carrier->anchors = std::make_shared<TrustAnchors>(needed(parser, "trust"));
    carrier->database = std::make_shared<Database>(needed(parser, "db"));
    Population(carrier->database->here()).seed(readFile(parser.value("population")));
    carrier->policy = Policy::read(readFile(parser.value("policy")));
    carrier->faces = facesFrom(parser);
    return carrier;
}

std::pair<QHostAddress, quint16> listenAddress(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool fine = false;
    const quint16 port = text.mid(colon + 1).toUShort(&fine);
    QString host = text.left(colon);
    host.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    const QHostAddress address(host == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : host);
    if (!fine || address.isNull())
        throw Usage{QStringLiteral("--listen wants HOST:PORT")};
    return {address, port};
}

/// Null where everything is verified before the answer.
std::unique_ptr<Verifier> verifierFrom(const QCommandLineParser& parser, const std::shared_ptr<Carrier>& carrier)
{
    const QString when = parser.value("verify");
    if (when == QLatin1String("inline"))
        return nullptr;
    if (when != QLatin1String("later"))
        throw Usage{QStringLiteral("--verify is inline or later")};
    auto verifier = std::make_unique<Verifier>(carrier);
    carrier->verifyLater = [wake = verifier.get()] { wake->wake(); };
    return verifier;
}

int serve(const QCommandLineParser& parser)
{
    const auto [address, wantedPort] = listenAddress(parser.value("listen"));
    auto faults = Faults::parse(parser.value("fault"));
    if (!faults)
        throw Usage{QStringLiteral("--fault cannot be understood")};
    Router router(std::move(*faults));
    const auto carrier = makeCarrier(parser);
    carrier->verificationMs = router.faults().verificationMs();
    addOperations(router, carrier);
    const auto verifier = verifierFrom(parser, carrier);

    HttpsServer server(carrier->authority, [&router](const Request& request) { return router.answer(request); });
    server.sslSetup(carrier->authority->serverTls(router.faults().expiredCertificate()));
    const quint16 port = server.listen(address, wantedPort);
    if (port == 0)
        throw Usage{QStringLiteral("cannot listen on ") + parser.value("listen")};
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
                             ? QLatin1Char('[') + address.toString() + QLatin1Char(']')
                             : address.toString();
    std::printf("listening: https://%s:%d\n", qPrintable(host), int(port));
    std::printf("faces: %s\n", carrier->faces ? "compared again from the enclosed frames"
                                              : "compared by the kiosk's numbers only (no --models)");
    std::fflush(stdout);
    // Not before: the address is the console's first line, and what another sandbox left is verified, and told, at
    // once.
    // Faces are compared one at a time: more threads would only wait for them.
    if (verifier)
        verifier->start(carrier->faces ? 2 : QThread::idealThreadCount());
    return QCoreApplication::exec();
}

int run(QCoreApplication& application)
{
    QCommandLineParser parser;
    declareOptions(parser);
    parser.process(application);
    if (parser.isSet("make-enrolment-code")) {
        Database database(needed(parser, "db"));
        const QString code =
            EnrolmentCodes(database.here())
                .issue(parser.value("make-enrolment-code"), QDateTime::currentDateTimeUtc(), pointFrom(parser));
        std::printf("%s\n", qPrintable(code));
        return 0;
    }
    if (!parser.isSet("make-enrolment"))
        return serve(parser);
    const Authority authority = authorityFrom(parser);
    writeEnrolmentFolder(authority, {parser.value("make-enrolment"), parser.value("device-id"),
                                     parser.value("carrier-url"), pointFrom(parser), parser.value("place")});
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN); // whoever started it may read the first line of the console and no more
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName("carrier-sandbox");
    try {
        return run(application);
    } catch (const Usage& usage) {
        std::fprintf(stderr, "carrier-sandbox: %s\n", qPrintable(usage.message));
        return 2;
    } catch (const JsonError& error) {
        std::fprintf(stderr, "carrier-sandbox: population or policy: %s\n", qPrintable(error.message));
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "carrier-sandbox: %s\n", error.what());
        return 3;
    }
}
