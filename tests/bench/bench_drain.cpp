// How many bindings a second leave a kiosk: the real outbox, courier and client, against the real sandbox on loopback,
// once with every check before the answer and once with the checks after it.

#include "app/audit/audit_trail.h"
#include "app/carrier/signed_document.h"
#include "app/outbox/outbox.h"
#include "kit/quick_sealer.h"
#include "tests/bench/processor_time.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

QByteArray fileContent(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

struct Kiosk
{
    explicit Kiosk(const kit::Device& device)
        : home(device.folder + "-home")
    {
        QDir().mkpath(home.folder());
        QFile::link(device.folder, home.enrolmentFolder());
    }
    Home home;
};

QJsonArray batch(kit::SandboxProcess& carrier, const kit::Device& device, int count)
{
    const auto reply = carrier.post(device, "nonce-batches", QJsonObject{{"count", count}});
    const auto content = openSignedDocument(reply.body, fileContent(device.file("carrier-ca.crt")));
    if (!content)
        qFatal("%s", content.error().detail.c_str());
    return QJsonDocument::fromJson(*content).object()["nonces"].toArray();
}

struct Wish
{
    int bindings = 2000;
    qsizetype bytes = 20 * 1024; ///< about, of each piece of sealed evidence
};

void fill(Outbox& outbox, kit::SandboxProcess& carrier, const kit::Device& device, const kit::SyntheticChip& chip,
          const Wish& wish)
{
    const int amount = wish.bindings;
    const kit::QuickSealer sealer(device, carrier.folder() + "/chip/chip.key");
    // Base64 makes four of three; the rest of a session is some 5 KB.
    const QByteArray frame = QByteArray::fromHex("FFD8FFE0") + QByteArray((wish.bytes - 5000) * 3 / 4, 'x');
    kit::Session model = kit::honestSession(carrier, device, chip);
    model.set("face.frames", QJsonArray{QJsonObject{{"jpeg", QString::fromLatin1(frame.toBase64())},
                                                    {"capturedAt", model.get("createdAt")}}});
    QJsonArray nonces;
    for (int i = 0; i < amount; ++i) {
        if (nonces.isEmpty())
            nonces = batch(carrier, device, std::min(200, amount - i));
        const kit::Session session = sealer.another(model, nonces.takeAt(nonces.size() - 1).toObject(), chip.sod());
        if (!outbox.enqueue(session.bindingId, sealer.seal(session)))
            qFatal("cannot enqueue");
    }
}

Courier::Outcome deliverAll(Courier& courier)
{
    std::optional<Result<Courier::Outcome>> outcome;
    QEventLoop loop;
    courier.deliverAll([&](Result<Courier::Outcome> found) {
        outcome = std::move(found);
        loop.quit();
    });
    if (!outcome)
        loop.exec();
    if (!*outcome)
        qFatal("%s", (*outcome).error().detail.c_str());
    return **outcome;
}

/// What each side has used so far.
struct Used
{
    explicit Used(const kit::SandboxProcess& carrier)
        : kiosk(bench::ownProcessorTime())
        , sandbox(bench::processorTimeOf(carrier.processId()))
    {
        if (carrier.database().startsWith("postgres:"))
            database = bench::postgresProcessorTime(carrier.database().section(':', 1));
    }
    double kiosk = 0;
    double sandbox = 0;
    double database = 0;

    /// Milliseconds of a processor for one binding.
    [[nodiscard]] QJsonObject since(const Used& before, int bindings) const
    {
        return {{"kiosk", (kiosk - before.kiosk) * 1000 / bindings},
                {"sandbox", (sandbox - before.sandbox) * 1000 / bindings},
                {"database", (database - before.database) * 1000 / bindings}};
    }
};

int verifiedIn(Outbox& outbox)
{
    const std::vector<Outbox::Entry> entries = outbox.list().value();
    return int(std::count_if(entries.begin(), entries.end(), [](const Outbox::Entry& each) {
        return each.state == Outbox::State::Delivered && each.verdict == BindingReceipt::State::Verified;
    }));
}

QJsonObject drain(const QString& when, const Wish& wish)
{
    const int amount = wish.bindings;
    kit::SandboxProcess carrier({"--verify", when});
    const kit::Device device = carrier.enrol("kiosk-1");
    const kit::SyntheticState state(carrier.folder() + "/state", "Synthetic");
    QFile::copy(state.csca(), carrier.trustFolder() + "/csca.crt");
    const kit::SyntheticChip chip(state, carrier.folder() + "/chip", kit::SyntheticChip::Proof::EcdsaPlain, {});
    const Kiosk kiosk(device);
    const auto outbox = *Outbox::open(kiosk.home.outboxFile());
    fill(*outbox, carrier, device, chip, wish);
    const qint64 bytes = outbox->list().value().front().size;

    CarrierClient client(Enrolment::load(kiosk.home).value(), carrier.url());
    Courier courier(*outbox, client);
    if (!qEnvironmentVariableIsSet("CHINHCHU_BENCH_WITHOUT_TRAIL"))
        courier.setTrail(AuditTrail::open(kiosk.home.auditFile()).value());
    const Used before(carrier);
    QElapsedTimer clock;
    clock.start();
    const Courier::Outcome first = deliverAll(courier);
    const double delivered = double(clock.nsecsElapsed()) / 1e9;
    const Used untilDelivered(carrier);
    // Then it is asked, as a kiosk asks, until everything is decided.
    Courier::Outcome rest = first;
    while (rest.undecided > 0) {
        QThread::msleep(200); // the carrier works on the same cores
        rest = deliverAll(courier);
    }
    const double decided = double(clock.nsecsElapsed()) / 1e9;
    const Used untilDecided(carrier);
    return {{"verify", when},
            {"bindings", amount},
            {"bytes", bytes},
            {"delivered", first.delivered},
            {"verified", verifiedIn(*outbox)},
            {"seconds", delivered},
            {"bindingsPerSecond", amount / delivered},
            {"processorMsPerBinding", untilDelivered.since(before, amount)},
            {"secondsUntilVerified", decided},
            {"verifiedPerSecond", amount / decided},
            {"processorMsPerBindingUntilVerified", untilDecided.since(before, amount)}};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Wish wish;
    if (argc > 1)
        wish.bindings = QByteArray(argv[1]).toInt();
    if (argc > 2)
        wish.bytes = QByteArray(argv[2]).toInt();
    const QJsonObject result{{"database", qEnvironmentVariableIsSet("CHINHCHU_TEST_POSTGRES") ? "postgres" : "sqlite"},
                             {"drains", QJsonArray{drain("later", wish), drain("inline", wish)}}};
    std::printf("%s", QJsonDocument(result).toJson().constData());
    return 0;
}
