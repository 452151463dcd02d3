// The whole manual as packaging/manual makes it: it is there, its pictures are, and it can be carried on a small stick.

#include <QDir>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

class TestManualFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pdf_ofEachEdition_isWholeAndSmall_data() { addEditions(); }
    void pdf_ofEachEdition_isWholeAndSmall();
    void html_ofEachEdition_hasItsPictures_data() { addEditions(); }
    void html_ofEachEdition_hasItsPictures();
    void html_toAnotherProgram_isValid_data() { addEditions(); }
    void html_toAnotherProgram_isValid();
    void folder_thatCannotBeWritten_isAFailure();

private:
    static void addEditions();
    [[nodiscard]] QByteArray read(const QString& file) const;

    QTemporaryDir m_folder;
};

void TestManualFiles::initTestCase()
{
    QProcess make;
    make.start(CHINHCHU_MAKE_MANUAL, {m_folder.path()});
    QVERIFY(make.waitForFinished(240000));
    QVERIFY2(make.exitStatus() == QProcess::NormalExit && make.exitCode() == 0, make.readAllStandardError());
    const QByteArray said = make.readAllStandardOutput();
    for (const char* file :
         {"vi/index.html", "vi/chinhchu-vi.pdf", "en/index.html", "en/chinhchu-en.pdf", "index.html"}) {
        QVERIFY2(said.contains(file), said);
        QVERIFY2(QFile::exists(m_folder.filePath(QString::fromLatin1(file))), file);
    }
}

void TestManualFiles::addEditions()
{
    QTest::addColumn<QString>("language");
    QTest::addRow("vi") << "vi";
    QTest::addRow("en") << "en";
}

QByteArray TestManualFiles::read(const QString& file) const
{
    QFile opened(m_folder.filePath(file));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

void TestManualFiles::pdf_ofEachEdition_isWholeAndSmall()
{
    QFETCH(QString, language);
    constexpr int most = 15'000'000;
    const QByteArray pdf = read(QStringLiteral("%1/chinhchu-%1.pdf").arg(language));
    QVERIFY(pdf.startsWith("%PDF-"));
    QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    QVERIFY2(pdf.size() < most, QByteArray::number(pdf.size()));
    QVERIFY(pdf.contains("NotoSans"));
}

void TestManualFiles::html_ofEachEdition_hasItsPictures()
{
    QFETCH(QString, language);
    const QString html = QString::fromUtf8(read(language + QStringLiteral("/index.html")));
    static const QRegularExpression source(QStringLiteral("<img src=\"([^\"]+)\""));
    int pictures = 0;
    for (auto match = source.globalMatch(html); match.hasNext(); ++pictures) {
        const QString file = match.next().captured(1);
        QVERIFY2(QImageReader(m_folder.filePath(language + u'/' + file)).canRead(), qPrintable(file));
    }
    QVERIFY(pictures > 100);
}

void TestManualFiles::html_toAnotherProgram_isValid()
{
    QFETCH(QString, language);
    if (QStandardPaths::findExecutable(QStringLiteral("xmllint")).isEmpty())
        QSKIP("xmllint (libxml2-utils) is not here");
    QProcess lint;
    lint.start(QStringLiteral("xmllint"), {QStringLiteral("--html"), QStringLiteral("--noout"),
                                           m_folder.filePath(language + QStringLiteral("/index.html"))});
    QVERIFY(lint.waitForFinished());
    QCOMPARE(lint.readAllStandardError(), QByteArray());
    QCOMPARE(lint.exitCode(), 0);
}

void TestManualFiles::folder_thatCannotBeWritten_isAFailure()
{
    const QString file = m_folder.filePath(QStringLiteral("a-file"));
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    QProcess make;
    make.start(CHINHCHU_MAKE_MANUAL, {file + QStringLiteral("/manual")});
    QVERIFY(make.waitForFinished(240000));
    QCOMPARE(make.exitCode(), 2);
    QVERIFY(make.readAllStandardError().contains("a-file"));
}

QTEST_GUILESS_MAIN(TestManualFiles)
#include "tst_manual_files.moc"
