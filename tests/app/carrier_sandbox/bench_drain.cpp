#include "kit/evidence_maker.h"
#include "kit/openssl_command.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

/// How many bindings a second the sandbox takes, everything verified before the answer. CHINHCHU_BENCH_BINDINGS and
/// CHINHCHU_BENCH_FRAME_BYTES change the amount and the size.
class Drain : public QObject
{
    Q_OBJECT

private slots:
    void drain()
    {
        const int amount = qEnvironmentVariableIntValue("CHINHCHU_BENCH_BINDINGS") > 0
                               ? qEnvironmentVariableIntValue("CHINHCHU_BENCH_BINDINGS")
                               : 600;
        kit::SandboxProcess carrier;
        const kit::Device device = carrier.enrol("kiosk-1");
        const kit::SyntheticState state(carrier.folder() + "/state", "Synthetic");
        QVERIFY(QFile::copy(state.csca(), carrier.trustFolder() + "/csca.crt"));
        const kit::SyntheticChip chip(state, carrier.folder() + "/chip", kit::SyntheticChip::Proof::EcdsaPlain, {});
        const auto bindings = prepare(carrier, device, chip, amount);

        constexpr int atOnce = 6; // connections that Qt opens to one host
        QElapsedTimer clock;
        clock.start();
        QEventLoop loop;
        int next = 0;
        int verified = 0;
        int open = 0;
        std::function<void()> sendNext = [&] {
            if (next >= int(bindings.size())) {
                if (open == 0)
                    loop.quit();
                return;
            }
            const auto& [id, sealed] = bindings[size_t(next++)];
            ++open;
            QNetworkReply* pending = carrier.postLater(device, id, sealed).release();
            connect(pending, &QNetworkReply::finished, &loop, [&, pending] {
                verified +=
                    QJsonDocument::fromJson(pending->readAll()).object().value("state").toString() == "verified";
                pending->deleteLater();
                --open;
                sendNext();
            });
        };
        for (int i = 0; i < atOnce; ++i)
            sendNext();
        loop.exec();
        const double seconds = double(clock.nsecsElapsed()) / 1e9;
        qInfo("%d bindings of %lld bytes in %.2f s: %.0f bindings/s, all checks before the answer", amount,
              qlonglong(bindings.front().second.size()), seconds, amount / seconds);
        QCOMPARE(verified, amount);
    }

private:
    using Sealed = std::vector<std::pair<QString, QByteArray>>;

    static Sealed prepare(kit::SandboxProcess& carrier, const kit::Device& device, const kit::SyntheticChip& chip,
                          int amount)
    {
        const int frameBytes = qEnvironmentVariableIntValue("CHINHCHU_BENCH_FRAME_BYTES");
        const QByteArray frame = QByteArray::fromHex("FFD8FFE0") + QByteArray(frameBytes > 0 ? frameBytes : 10000, 'x');
        Sealed bindings;
        for (int i = 0; i < amount; ++i) {
            kit::Session session = kit::honestSession(carrier, device, chip);
            const QJsonObject picture{{"jpeg", QString::fromLatin1(frame.toBase64())},
                                      {"capturedAt", session.get("createdAt")}};
            session.set("face.frames", QJsonArray{picture});
            bindings.emplace_back(session.bindingId, kit::seal(session, device));
        }
        return bindings;
    }
};

QTEST_GUILESS_MAIN(Drain)
#include "bench_drain.moc"
