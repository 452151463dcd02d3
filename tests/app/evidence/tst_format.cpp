// FORMAT.md and the program say the same: nothing is kept that the table does not give a reason for, and nothing stands in it
// that is not kept.

#include "app/evidence/payload_writer.h"
#include "tests/app/delivery/enrolled_home.h"
#include "tests/app/delivery/sample_evidence.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

QByteArray formatDocument()
{
    QFile file(QStringLiteral(CHINHCHU_SOURCE_DIR "/app/evidence/FORMAT.md"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every member, as "chip.verdict.steps.name"; what stands in a list counts once. Scores have a table of their own.
void collect(const QJsonValue& value, const QString& path, QSet<QString>& paths)
{
    for (const QJsonValue each : value.toArray())
        collect(each, path, paths);
    if (path.endsWith("liveness.scores"))
        return;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = path.isEmpty() ? member.key() : path + '.' + member.key();
        paths.insert(name);
        collect(*member, name, paths);
    }
}

QSet<QString> pathsOf(const QByteArray& json)
{
    QSet<QString> paths;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    collect(document.object(), {}, paths);
    return paths;
}

/// Everything that evidence can hold.
Evidence everything()
{
    Evidence evidence = testing::sampleEvidence();
    evidence.chip.authenticity.reasons.push_back({FailureCode::IssuerUnknown, "DS"});
    evidence.numbers[0].possession = Possession::Verified;
    evidence.numbers[0].challengeId = "challenge-1";
    evidence.signatureWish = {true, {"Tôi muốn.", "vi", QDateTime::currentDateTime()}};
    evidence.signature.emplace();
    evidence.signature->strokes = {{{1, 2, 0}, {3, 4, 5}}};
    evidence.signature->picture = Bytes(8, 0x89);
    evidence.signature->signedAt = QDateTime::currentDateTime();
    evidence.documentPictures.resize(2);
    evidence.carrierTime = {QDateTime::currentDateTime(), std::chrono::milliseconds(117400)};
    Evidence::Guardian& guardian = evidence.guardian.emplace();
    static_cast<PersonProof&>(guardian) = testing::sampleEvidence();
    guardian.consent = evidence.consent;
    return evidence;
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const testing::EnrolledHome home;
        const Bytes payload = writePayload(everything(), home.enrolment(), QDateTime::currentDateTime());
        m_kept = pathsOf({reinterpret_cast<const char*>(payload.data()), qsizetype(payload.size())});
        const QByteArray document = formatDocument();
        const qsizetype begin = document.indexOf("```json") + 7;
        m_example = pathsOf(document.mid(begin, document.indexOf("```", begin) - begin));
        // The first table, without its head.
        for (const QByteArray& line : document.split('\n'))
            if (line.startsWith("| ") && !line.startsWith("| member"))
                m_rows.append(QString::fromUtf8(line));
            else if (!m_rows.isEmpty() && !line.startsWith('|'))
                break;
        QVERIFY(m_kept.size() > 60 && m_example.size() > 40 && m_rows.size() > 15);
    }

    void example_holdsNothingThatIsNotKept()
    {
        QCOMPARE(sorted(m_example - m_kept), QStringList());
    }

    /// At the top and inside of `device`, `chip` and so on: each member is named in backticks, in its own row.
    void everyMember_isInTheTable()
    {
        QStringList missing;
        for (const QString& path : m_kept) {
            const QStringList names = path.split('.');
            // The parent's are "each as above"; verdict, signer and times repeat what the example shows.
            const bool shown = names.size() > 1 && names.first() == "guardian" ? m_kept.contains(path.section('.', 1)) : isInTable(names);
            if (!shown && !m_example.contains(path))
                missing.append(path);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(' ')));
    }

    void everyRow_isKept_andHasItsReason()
    {
        static const QRegularExpression word("`([A-Za-z0-9.]+)`");
        for (const QString& row : m_rows) {
            const QStringList cells = row.split(" | ");
            QVERIFY2(cells.size() == 3 && cells.last().size() > 5, qPrintable(row));
            for (auto name = word.globalMatch(cells.first()); name.hasNext();) {
                const QString member = name.next().captured(1);
                QVERIFY2(m_kept.contains(member), qPrintable(member));
            }
        }
    }

private:
    static QStringList sorted(const QSet<QString>& paths)
    {
        QStringList list(paths.begin(), paths.end());
        list.sort();
        return list;
    }

    /// In the row of its first name (rows without one belong to the row above) the other names stand too.
    [[nodiscard]] bool isInTable(const QStringList& names) const
    {
        QString rows;
        bool mine = false;
        for (const QString& row : m_rows) {
            const QString head = row.section(" | ", 0, 0);
            if (head.contains('`'))
                mine = head.contains('`' + names.first() + '`') || head.contains('`' + names.first() + '.');
            if (mine)
                rows += row;
        }
        return std::all_of(names.begin(), names.end(), [&](const QString& name) {
            return QRegularExpression("[`.{ ]" + name + "[`.:,} (]").match(rows).hasMatch();
        });
    }

    QSet<QString> m_kept, m_example;
    QStringList m_rows;
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
