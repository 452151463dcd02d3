// The carrier's colours and logo. Expected ratios are those of the WebAIM contrast checker.

#include "app/settings/brand.h"
#include "app/settings/brand_logo.h"

#include <QFile>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

QByteArray contentOf(const char* name)
{
    QFile file(QStringLiteral(CHINHCHU_SOURCE_DIR "/tests/app/settings/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string detailOf(const auto& result)
{
    return result ? "fine" : std::string(codeName(result.error().code)) + ' ' + result.error().detail;
}

} // namespace

class TestBrand : public QObject
{
    Q_OBJECT

private slots:
    void colour_fromText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("known");
        for (const char* text : {"#00635c", "#FFFFFF"})
            QTest::addRow("%s", text) << text << true;
        for (const char* text : {"", "00635c", "#fff", "#00635g", "#00635c\n", "#00635c00", "red"})
            QTest::addRow("'%s'", text) << text << false;
    }

    void colour_fromText()
    {
        QFETCH(QString, text);
        QFETCH(bool, known);
        const auto colour = Colour::fromText(text);
        QCOMPARE(colour.has_value(), known);
        if (colour)
            QCOMPARE(colour->text(), text.toLower());
    }

    void contrastRatio_isThatOfWcag()
    {
        const Colour white{255, 255, 255};
        QCOMPARE(qRound(contrastRatio({0, 0, 0}, white) * 100), 2100);
        QCOMPARE(qRound(contrastRatio(white, white) * 100), 100);
        QCOMPARE(qRound(contrastRatio(white, {255, 0, 0}) * 100), 400);
        QCOMPARE(qRound(contrastRatio({0, 0, 255}, white) * 100), 859);
        QCOMPARE(qRound(contrastRatio({0x77, 0x77, 0x77}, white) * 100), 448);
    }

    void coloursThatCanBeRead_areFine()
    {
        Brand brand;
        QVERIFY(brand.checkColours());
        brand.primary = Colour::fromText("#00635c");
        brand.accent = Colour::fromText("#a4261d");
        QVERIFY(brand.checkColours());
    }

    void colourThatCannotBeRead_isNamed()
    {
        Brand brand;
        brand.primary = Colour::fromText("#00635c");
        brand.accent = Colour::fromText("#ff0000");
        // 4.00:1 with white, less with the page: rounded down, never up to the bar.
        QCOMPARE(detailOf(brand.checkColours()), "POLICY_INVALID brand/accent: contrast 3.6:1, 4.5:1 is needed");
        brand.primary = Colour::fromText("#ffd400");
        QVERIFY(detailOf(brand.checkColours()).starts_with("POLICY_INVALID brand/primary"));
    }

    void colourThatHoldsOnWhiteOnly_isNotEnough()
    {
        // 4.54:1 on white: as text on a page it is below the bar.
        Brand brand;
        brand.primary = Colour{0x76, 0x76, 0x76};
        QVERIFY(contrastRatio(*brand.primary, {255, 255, 255}) > 4.5);
        QVERIFY(!brand.checkColours());
    }

    void logo_isDecoded()
    {
        const auto none = decodeLogo({});
        QVERIFY(none && none->empty());
        Brand brand;
        brand.logoPng = contentOf("logo.png");
        const auto logo = decodeLogo(brand);
        QVERIFY2(logo, detailOf(logo).c_str());
        QCOMPARE(logo->width, 300);
        QCOMPARE(logo->height, 100);
    }

    void logo_thatIsNone_isRefused()
    {
        Brand brand;
        brand.logoPng = "GIF89a";
        QCOMPARE(detailOf(decodeLogo(brand)), "POLICY_INVALID brand/logoPng: not a PNG");
        brand.logoPng = contentOf("logo.png").first(200);
        QVERIFY(detailOf(decodeLogo(brand)).starts_with("POLICY_INVALID brand/logoPng"));
        brand.logoPng = contentOf("logo.png");
        brand.logoPng[16] = 1; // the first byte of the width in IHDR
        QCOMPARE(detailOf(decodeLogo(brand)), "POLICY_INVALID brand/logoPng: larger than 1024x512");
    }
};

QTEST_GUILESS_MAIN(TestBrand)
#include "tst_brand.moc"
