// How many bindings a second leave a kiosk: the real outbox, courier and client, against the real sandbox on loopback,
// once with every check before the answer and once with the checks after it.

#include "app/outbox/outbox.h"
#include "kit/evidence_maker.h"
#include "tests/bench/percentiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

#include <cstdio>

#include <openssl/cms.h>
#include <openssl/pem.h>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

template <auto Free>
struct Deleter
{
    template <class T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Cms = std::unique_ptr<CMS_ContentInfo, Deleter<CMS_ContentInfo_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;

Bio reader(const QByteArray& data)
{
    return Bio(BIO_new_mem_buf(data.constData(), int(data.size())));
}

QByteArray fileContent(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

QByteArray der(CMS_ContentInfo* cms)
{
    unsigned char* bytes = nullptr;
    const int length = i2d_CMS_ContentInfo(cms, &bytes);
    if (length <= 0)
        qFatal("cannot seal");
    const QByteArray copy(reinterpret_cast<const char*>(bytes), length);
    OPENSSL_free(bytes);
    return copy;
}

/// Signs and seals inside this process: the openssl command would take longer than everything that is measured.
class Sealer
{
public:
    explicit Sealer(const kit::Device& device)
        : m_signer(PEM_read_bio_X509(reader(fileContent(device.file("device.crt"))).get(), nullptr, nullptr, nullptr))
        , m_key(
              PEM_read_bio_PrivateKey(reader(fileContent(device.file("device.key"))).get(), nullptr, nullptr, nullptr))
        , m_seal(
              PEM_read_bio_X509(reader(fileContent(device.file("carrier-seal.crt"))).get(), nullptr, nullptr, nullptr))
    {
    }

    QByteArray seal(const kit::Session& session) const
    {
        const QByteArray payload = QJsonDocument(session.document).toJson(QJsonDocument::Compact);
        const Cms signedData(
            CMS_sign(m_signer.get(), m_key.get(), nullptr, reader(payload).get(), CMS_BINARY | CMS_CADES));
        STACK_OF(X509)* recipients = sk_X509_new_null();
        sk_X509_push(recipients, m_seal.get());
        const Cms sealed(CMS_encrypt(recipients, reader(der(signedData.get())).get(), EVP_aes_256_gcm(), CMS_BINARY));
        sk_X509_free(recipients);
        return der(sealed.get());
    }

private:
    Certificate m_signer;
    Key m_key;
    Certificate m_seal;
};

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

void fill(Outbox& outbox, kit::SandboxProcess& carrier, const kit::Device& device, const kit::SyntheticChip& chip,
          int amount)
{
    const Sealer sealer(device);
    const QByteArray frame = QByteArray::fromHex("FFD8FFE0") + QByteArray(10000, 'x');
    for (int i = 0; i < amount; ++i) {
        kit::Session session = kit::honestSession(carrier, device, chip);
        session.set("face.frames", QJsonArray{QJsonObject{{"jpeg", QString::fromLatin1(frame.toBase64())},
                                                          {"capturedAt", session.get("createdAt")}}});
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

QJsonObject drain(const QString& when, int amount)
{
    kit::SandboxProcess carrier({"--verify", when});
    const kit::Device device = carrier.enrol("kiosk-1");
    const kit::SyntheticState state(carrier.folder() + "/state", "Synthetic");
    QFile::copy(state.csca(), carrier.trustFolder() + "/csca.crt");
    const kit::SyntheticChip chip(state, carrier.folder() + "/chip", kit::SyntheticChip::Proof::EcdsaPlain, {});
    const Kiosk kiosk(device);
    const auto outbox = *Outbox::open(kiosk.home.outboxFile());
    fill(*outbox, carrier, device, chip, amount);
    const qint64 bytes = outbox->list().value().front().size;

    CarrierClient client(Enrolment::load(kiosk.home).value(), carrier.url());
    Courier courier(*outbox, client);
    QElapsedTimer clock;
    clock.start();
    const Courier::Outcome first = deliverAll(courier);
    const double delivered = double(clock.nsecsElapsed()) / 1e9;
    // Then it is asked, as a kiosk asks, until everything is decided.
    Courier::Outcome rest = first;
    while (rest.undecided > 0) {
        QThread::msleep(200); // the carrier works on the same cores
        rest = deliverAll(courier);
    }
    const double decided = double(clock.nsecsElapsed()) / 1e9;
    int verified = 0;
    const std::vector<Outbox::Entry> entries = outbox->list().value();
    for (const Outbox::Entry& each : entries)
        verified += each.state == Outbox::State::Delivered && each.verdict == BindingReceipt::State::Verified;
    return {{"verify", when},
            {"bindings", amount},
            {"bytes", bytes},
            {"delivered", first.delivered},
            {"verified", verified},
            {"seconds", delivered},
            {"bindingsPerSecond", amount / delivered},
            {"secondsUntilVerified", decided},
            {"verifiedPerSecond", amount / decided}};
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int amount = argc > 1 ? QByteArray(argv[1]).toInt() : 2000;
    const QJsonObject result{{"database", qEnvironmentVariableIsSet("CHINHCHU_TEST_POSTGRES") ? "postgres" : "sqlite"},
                             {"drains", QJsonArray{drain("inline", amount), drain("later", amount)}}};
    std::printf("%s", QJsonDocument(result).toJson().constData());
    return 0;
}
