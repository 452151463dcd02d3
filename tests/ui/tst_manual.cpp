// The user manual has every page and every failure, its links lead somewhere, and nothing in it is split between two
// sheets. Without pictures; tst_manual_files makes the whole.

#include "app/settings/language.h"
#include "tests/ui/manual_office.h"
#include "tests/ui/manual_walk.h"
#include "ui/walk/manual/manual_html.h"
#include "ui/walk/manual/manual_paper.h"

#include <QDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <set>

using namespace chinhchu;
using ui::Manual;

class TestManual : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pages_ofTheKiosk_areAllInIt_data() { addLanguages(); }
    void pages_ofTheKiosk_areAllInIt();
    void pages_asTheManualShowsThem_areLaidOutWell_data() { addLanguages(); }
    void pages_asTheManualShowsThem_areLaidOutWell();
    void everyPage_inIt_hasItsWordsAndAPlaceOfItsOwn_data() { addLanguages(); }
    void everyPage_inIt_hasItsWordsAndAPlaceOfItsOwn();
    void everyFailure_isInItOnce_sortedByItsCode_data() { addLanguages(); }
    void everyFailure_isInItOnce_sortedByItsCode();
    void html_asXml_isWellFormedAndItsLinksLeadSomewhere_data() { addLanguages(); }
    void html_asXml_isWellFormedAndItsLinksLeadSomewhere();
    void sheets_ofPaper_splitNothing_data() { addLanguages(); }
    void sheets_ofPaper_splitNothing();
    void sheets_withFailures_haveTheHeader_data() { addLanguages(); }
    void sheets_withFailures_haveTheHeader();
    void office_inVietnamese_hasNoEnglishWords();

private:
    void addLanguages();
    [[nodiscard]] const Manual& manual();
    [[nodiscard]] static std::vector<Manual::Page> pagesOf(const Manual& manual);

    QMap<QString, Manual> m_manuals;
    QMap<QString, QStringList> m_faults;
};

void TestManual::initTestCase()
{
    for (const QString& language : app::languages()) {
        QVERIFY(app::installTranslation(language));
        scripted::ManualWalk walk(scripted::ManualWalk::Pictures::LeftOut);
        m_manuals.insert(language, walk.walk());
        m_faults.insert(language, walk.faults());
    }
}

void TestManual::addLanguages()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : app::languages())
        QTest::addRow("%s", qPrintable(language)) << language;
}

const Manual& TestManual::manual()
{
    QFETCH(QString, language);
    app::installTranslation(language); // its labels come when it gets its form
    return *m_manuals.constFind(language);
}

std::vector<Manual::Page> TestManual::pagesOf(const Manual& manual)
{
    std::vector<Manual::Page> all;
    for (const auto& chapter : manual.chapters)
        for (const auto& section : chapter.sections)
            all.insert(all.end(), section.pages.begin(), section.pages.end());
    return all;
}

/// Pages of staff, children and signatures were missing for months.
void TestManual::pages_ofTheKiosk_areAllInIt()
{
    std::set<QString> shown;
    for (const auto& page : pagesOf(manual()))
        shown.insert(page.shows);

    const QStringList files = QDir(CHINHCHU_SOURCE_DIR "/ui/qml/pages").entryList({QStringLiteral("*Page.qml")});

    QVERIFY(files.size() >= 20);
    for (const QString& file : files)
        QVERIFY2(shown.count(file.chopped(int(strlen("Page.qml")))) > 0, qPrintable(file));
}

/// Somebody looked at the pictures; nothing did that comes back every time.
void TestManual::pages_asTheManualShowsThem_areLaidOutWell()
{
    QFETCH(QString, language);
    QVERIFY2(m_faults[language].isEmpty(), qPrintable(m_faults[language].join(u'\n')));
}

void TestManual::everyPage_inIt_hasItsWordsAndAPlaceOfItsOwn()
{
    std::set<QString> places;
    for (const auto& page : pagesOf(manual())) {
        const char* key = qPrintable(page.key);
        QVERIFY2(!page.heading.isEmpty() && !page.staff.isEmpty(), key);
        // A button that is named and is not on the page.
        QVERIFY2(!page.staff.contains(u'{'), qPrintable(page.key + u' ' + page.staff));
        QVERIFY2(places.insert(page.anchor()).second, key);
    }
    for (const auto& chapter : manual().chapters)
        QVERIFY2(!chapter.title.isEmpty() && !chapter.intro.isEmpty() && !chapter.intro.contains(u'%'),
                 qPrintable(chapter.anchor));
}

void TestManual::everyFailure_isInItOnce_sortedByItsCode()
{
    QStringList expected;
    for (const char* name : {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) name,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
         })
        expected << QString::fromLatin1(name);
    expected.sort();

    QStringList found;
    for (const auto& problem : manual().problems) {
        found << problem.code;
        QVERIFY2(!problem.happened.isEmpty() && !problem.todo.isEmpty() && !problem.help.isEmpty(),
                 qPrintable(problem.code));
    }

    QCOMPARE(found, expected);
}

void TestManual::html_asXml_isWellFormedAndItsLinksLeadSomewhere()
{
    QXmlStreamReader xml(ui::manualHtml(manual()));
    std::set<QString> ids;
    QStringList links;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (attributes.hasAttribute(QStringLiteral("id")))
            QVERIFY2(ids.insert(attributes.value(QStringLiteral("id")).toString()).second,
                     qPrintable(attributes.value(QStringLiteral("id")).toString()));
        if (const QString to = attributes.value(QStringLiteral("href")).toString(); to.startsWith(u'#'))
            links << to.mid(1);
        if (xml.name() == u"img")
            QVERIFY(!attributes.value(QStringLiteral("alt")).isEmpty());
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const QString& link : links)
        QVERIFY2(ids.count(link) > 0, qPrintable(link));
    for (const auto& page : pagesOf(manual()))
        QVERIFY2(links.contains(page.anchor()), qPrintable(page.key));
    for (const auto& problem : manual().problems)
        QVERIFY2(links.contains(problem.code), qPrintable(problem.code));
}

/// Rows of the table ended on one sheet and began on the one before it; the first sheet was half empty.
void TestManual::sheets_ofPaper_splitNothing()
{
    namespace paper = ui::paper;
    const ui::ManualPaper printed(manual());

    QStringList ids;
    for (const auto& sheet : printed.sheets()) {
        double end = paper::top;
        for (const auto& placed : sheet.blocks) {
            const QByteArray id = placed.id.toUtf8();
            QVERIFY2(placed.y >= end - 1, id);
            end = placed.y + placed.block.height;
            QVERIFY2(end <= paper::bottom + 1, id);
            QVERIFY2(placed.block.width <= paper::width + 1, id);
            ids << placed.id;
        }
        QVERIFY2(end > paper::top + (paper::bottom - paper::top) / 4, qPrintable(sheet.head));
    }
    for (const auto& page : pagesOf(manual()))
        QVERIFY2(ids.count(page.anchor()) == 1, qPrintable(page.key));
    for (const auto& problem : manual().problems)
        QVERIFY2(ids.count(problem.code) == 1, qPrintable(problem.code));
}

void TestManual::sheets_withFailures_haveTheHeader()
{
    std::set<QString> codes;
    for (const auto& problem : manual().problems)
        codes.insert(problem.code);
    const ui::ManualPaper printed(manual());

    std::size_t withFailures = 0;
    for (const auto& sheet : printed.sheets()) {
        const auto first = std::find_if(sheet.blocks.begin(), sheet.blocks.end(),
                                        [&codes](const auto& placed) { return codes.count(placed.id) > 0; });
        if (first == sheet.blocks.end())
            continue;
        ++withFailures;
        QVERIFY(first != sheet.blocks.begin());
        QCOMPARE(std::prev(first)->id, QStringLiteral("header"));
    }
    QVERIFY(withFailures > 5);
}

/// Its words are those of the real office: whoever changes them there changes them here.
void TestManual::office_inVietnamese_hasNoEnglishWords()
{
    const auto labels = [](const QString& language) {
        app::installTranslation(language);
        scripted::ManualOffice office;
        QStringList all;
        for (const auto& list : {office.today(), office.queue(), office.health(), office.settings()})
            for (const auto& line : list)
                all << line.label << line.value << line.detail;
        return all;
    };
    const QStringList english = labels(QStringLiteral("en"));
    const QStringList vietnamese = labels(QStringLiteral("vi"));
    QCOMPARE(vietnamese.size(), english.size());
    static const QRegularExpression word(QStringLiteral("[a-z] [a-z]"));
    for (qsizetype i = 0; i < english.size(); i += 3)
        QVERIFY2(vietnamese[i] != english[i] || !english[i].contains(word), qPrintable(english[i]));
}

QTEST_MAIN(TestManual)
#include "tst_manual.moc"
