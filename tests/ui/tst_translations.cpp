// Every text a person sees exists in both languages: the files are complete, up to date with the sources, and loaded.

#include "app/session/failure_text.h"
#include "app/settings/language.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace chinhchu;

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void sources_comparedWithTheFiles_holdNothingNew();
    void vietnamese_ofEveryText_isFinished();
    void placeholders_inEveryTranslation_areTheSame();
    void everyFailure_inBothLanguages_hasThreeSentences();
    void officialWords_inTheGlossary_areUsed();
};

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool unfinished = false;
};

QList<Message> messagesOf(const QString& file)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&opened);
    QList<Message> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            all.append({context, {}, {}, false});
        else if (xml.name() == u"source")
            all.last().source = xml.readElementText();
        else if (xml.name() == u"translation") {
            all.last().unfinished = xml.attributes().value(QStringLiteral("type")) == u"unfinished";
            all.last().translations << xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return all;
}

QString translationFile(const QString& language)
{
    return QStringLiteral(CHINHCHU_SOURCE_DIR "/resources/translations/chinhchu_%1.ts").arg(language);
}

} // namespace

void TestTranslations::sources_comparedWithTheFiles_holdNothingNew()
{
    QTemporaryDir folder;
    // lupdate works in place, with paths relative to the file: give it a copy.
    const QString copy = folder.filePath(QStringLiteral("chinhchu_vi.ts"));
    QVERIFY(QFile::copy(translationFile(QStringLiteral("vi")), copy));
    const QString top = QStringLiteral(CHINHCHU_SOURCE_DIR);
    QProcess update;
    update.start(QStringLiteral(CHINHCHU_LUPDATE),
                 {"-silent", "-extensions", "cpp,h,def,qml", "-locations", "none", "-no-obsolete", "-I", top,
                  top + "/app", top + "/ui", top + "/resources/base", "-ts", copy});
    QVERIFY(update.waitForFinished(120000));
    QCOMPARE(update.exitCode(), 0);

    QStringList missing;
    for (const Message& message : messagesOf(copy))
        if (message.unfinished)
            missing << message.context + QStringLiteral(": ") + message.source;
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("run `ninja update_translations` and translate:\n") + missing.join(u'\n')));
}

void TestTranslations::vietnamese_ofEveryText_isFinished()
{
    const QList<Message> messages = messagesOf(translationFile(QStringLiteral("vi")));
    QVERIFY(messages.size() > 200);
    for (const Message& message : messages)
        QVERIFY2(!message.unfinished && !message.translations.join(QString()).trimmed().isEmpty(),
                 qPrintable(message.context + u' ' + message.source));
}

void TestTranslations::placeholders_inEveryTranslation_areTheSame()
{
    static const QRegularExpression placeholder(QStringLiteral("%(\\d|n)"));
    const auto placeholders = [](const QString& text) {
        QStringList found;
        for (auto match = placeholder.globalMatch(text); match.hasNext();)
            found << match.next().captured();
        found.sort();
        found.removeDuplicates();
        return found;
    };
    for (const QString& language : app::languages())
        for (const Message& message : messagesOf(translationFile(language)))
            for (const QString& translation : message.translations)
                if (!translation.isEmpty())
                    QVERIFY2(placeholders(message.source) == placeholders(translation), qPrintable(message.source));
}

void TestTranslations::everyFailure_inBothLanguages_hasThreeSentences()
{
    const std::vector<FailureCode> codes = {
#define CHINHCHU_FAILURE(enumerator, name, exitStatus, happened, todo, help) FailureCode::enumerator,
#include "resources/base/failure_codes.def"
#undef CHINHCHU_FAILURE
    };
    for (const FailureCode code : codes) {
        QVERIFY(app::installTranslation(QStringLiteral("en")));
        const app::FailureText english = app::failureText(code);
        QVERIFY(app::installTranslation(QStringLiteral("vi")));
        const app::FailureText vietnamese = app::failureText(code);
        const char* name = codeName(code).data();
        QVERIFY2(!english.happened.isEmpty() && !english.todo.isEmpty() && !english.help.isEmpty(), name);
        QVERIFY2(vietnamese.happened != english.happened, name);
        QVERIFY2(vietnamese.todo != english.todo, name);
        QVERIFY2(vietnamese.help != english.help, name);
        // Plain words: a sentence that can be heard once and remembered.
        QVERIFY2(vietnamese.happened.split(u' ').size() <= 25 && vietnamese.todo.split(u' ').size() <= 25, name);
    }
}

void TestTranslations::officialWords_inTheGlossary_areUsed()
{
    QFile glossary(QStringLiteral(CHINHCHU_SOURCE_DIR "/resources/translations/glossary.tsv"));
    QVERIFY(glossary.open(QIODevice::ReadOnly));
    const QList<Message> messages = messagesOf(translationFile(QStringLiteral("vi")));
    for (const QByteArray& line : glossary.readAll().split('\n')) {
        const QList<QByteArray> columns = line.split('\t');
        if (line.startsWith('#') || columns.size() < 3)
            continue;
        const QString english = QString::fromUtf8(columns[0]);
        const QStringList allowed = QString::fromUtf8(columns[1]).split(QStringLiteral(" | "));
        const QRegularExpression word(QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(english)),
                                      QRegularExpression::CaseInsensitiveOption);
        for (const Message& message : messages) {
            if (!message.source.contains(word))
                continue;
            const QString translation = message.translations.join(u' ');
            const bool used = std::any_of(allowed.begin(), allowed.end(), [&translation](const QString& term) {
                return translation.contains(term, Qt::CaseInsensitive);
            });
            QVERIFY2(used, qPrintable(english + QStringLiteral(" in: ") + message.source + QStringLiteral(" => ") +
                                      translation));
        }
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
