#include "tests/simulators/chip/profile/profile_reader.h"
#include "tests/simulators/chip/wire/bytes.h"

#include <QtTest>

using namespace chinhchu::chip;

namespace {

const char* const smallest = "[identity]\n"
                             "number = \"099199000017\"\n"
                             "latin_name = \"VI<<DU\"\n"
                             "birth = 1999-01-15\n";

} // namespace

class ProfileReader : public QObject
{
    Q_OBJECT

private slots:
    void profile_withTheLeast_hasDefaults();
    void profile_withMistake_isRefusedAtItsLine_data();
    void profile_withMistake_isRefusedAtItsLine();
    void everyShippedProfile_read_isRight_data();
    void everyShippedProfile_read_isRight();
};

void ProfileReader::profile_withTheLeast_hasDefaults()
{
    const Profile profile = parseProfile(smallest, "card.toml");

    QCOMPARE(profile.identity.documentNumber, "199000017");
    QCOMPARE(profile.access.can, "000017");
    QVERIFY(!profile.identity.expiry);
    QVERIFY(profile.access.bac);
}

void ProfileReader::profile_withMistake_isRefusedAtItsLine_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* more, const char* message) {
        QTest::newRow(name) << QString(more) << QString(message);
    };
    row("misspelt key", "\n[access]\nbacc = true\n",
        "card.toml:7: unknown key 'access.bacc'; did you mean 'access.bac'?");
    row("misspelt section", "\n[limit]\nmax_read = 3\n", "card.toml:6: unknown key 'limit'; did you mean 'limits'?");
    row("wrong kind", "\n[access]\nbac = \"yes\"\n", "card.toml:7: access.bac: true or false is needed");
    row("too large", "\n[limits]\nmax_read = 65537\n",
        "card.toml:7: limits.max_read: a number from 1 to 65536 is needed");
    row("too short", "\n[access]\ncan = \"12345\"\n", "card.toml:7: access.can: 6 digits are needed");
    row("unknown word", "\n[sod]\ndigest = \"MD5\"\n", "card.toml:7: sod.digest: 'MD5' is none of: SHA1");
    row("unknown curve", "\n[access]\npace = [\"ECDH-GM-AES-CBC-CMAC-128 brainpoolP257r1\"]\n",
        "card.toml:7: access.pace: 'brainpoolP257r1' is no curve");
    row("curve for integers", "\n[access]\npace = [\"DH-GM-AES-CBC-CMAC-128 secp384r1\"]\n",
        "card.toml:7: access.pace: 'secp384r1' is no DH group");
    row("text for a day", "expiry = \"2039-01-15\"\n", "card.toml:5: identity.expiry: a day like 1999-01-15");
    row("no TOML", "\n[access\n", "card.toml:6: ");
}

void ProfileReader::profile_withMistake_isRefusedAtItsLine()
{
    QFETCH(QString, more);
    QFETCH(QString, message);
    QString said;

    try {
        parseProfile(smallest + more.toStdString(), "card.toml");
    } catch (const LabError& error) {
        said = error.what();
    }

    QVERIFY2(said.startsWith(message), qPrintable(said));
}

void ProfileReader::everyShippedProfile_read_isRight_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(CHINHCHU_SOURCE_DIR "/tests/simulators/chip/profiles");
    for (const QFileInfo& file : folder.entryInfoList({"*.toml"}))
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void ProfileReader::everyShippedProfile_read_isRight()
{
    QFETCH(QString, file);

    const Profile profile = readProfile(file.toStdString());

    QVERIFY(!profile.title.empty());
}

QTEST_APPLESS_MAIN(ProfileReader)
#include "tst_profile_reader.moc"
