#include "biometrics/codec/confined_decoder.h"
#include "tests/simulators/chip/tests/reading_desk.h"

#include <QtTest>

using namespace chinhchu;
using namespace chinhchu::chip;

/// Signed pictures that are none: whoever decodes them must come to no harm. The chip is authentic, so it is the
/// confined decoder that has to refuse them.
class PhotoAttacks : public QObject
{
    Q_OBJECT

private slots:
    void picture_ofAttack_isRefusedByTheConfinedDecoder_data();
    void picture_ofAttack_isRefusedByTheConfinedDecoder();
    void picture_ofHonestCard_isDecoded();

private:
    Bytes pictureOf(const QString& profile);
    QTemporaryDir m_pki;
};

Bytes PhotoAttacks::pictureOf(const QString& profile)
{
    const QString file = QString(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles/%1.toml").arg(profile);
    Card card(personalise(file.toStdString(), {m_pki.path().toStdString(), ""}).value());
    FaultyCard faulty(card, {});
    InProcessChannel channel(faulty);
    nfc::ReadRequest request;
    request.keys = keysOf(card.image());
    const auto identity = nfc::readChip(channel, request);
    if (!identity || !identity->photo)
        qFatal("no picture on %s", qPrintable(profile));
    return identity->photo->image;
}

void PhotoAttacks::picture_ofAttack_isRefusedByTheConfinedDecoder_data()
{
    QTest::addColumn<QString>("profile");
    for (const char* profile : {"attack-photo-huge", "attack-photo-huge-jp2", "attack-photo-truncated"})
        QTest::newRow(profile) << profile;
}

void PhotoAttacks::picture_ofAttack_isRefusedByTheConfinedDecoder()
{
    QFETCH(QString, profile);
    const Bytes picture = pictureOf(profile);

    const auto image = biometrics::decodeConfined(picture);

    QVERIFY2(!image, "decoded");
    QCOMPARE(std::string(codeName(image.error().code)), "PHOTO_UNDECODABLE");
}

void PhotoAttacks::picture_ofHonestCard_isDecoded()
{
    const auto image = biometrics::decodeConfined(pictureOf("cccd-2021"));

    QVERIFY2(image, image ? "" : describe(image.error()));
}

QTEST_GUILESS_MAIN(PhotoAttacks)
#include "tst_photo_attacks.moc"
