#include "ui/view_models/consent_text.h"

#include <QVariantMap>

namespace chinhchu::ui {

namespace {

QVariantMap section(const char* picture, const QString& title, const QString& body)
{
    return {{QStringLiteral("picture"), QString::fromLatin1(picture)},
            {QStringLiteral("title"), title},
            {QStringLiteral("body"), body}};
}

} // namespace

ConsentText::ConsentText(QMap<QString, app::ConsentSections> carriers, QObject* parent)
    : QObject(parent)
    , m_carriers(std::move(carriers))
{
}

void ConsentText::setLanguage(const QString& language)
{
    m_language = language;
    emit changed();
}

QVariantList ConsentText::sections() const
{
    constexpr const char* pictures[] = {"card", "target", "building", "shield"};
    if (const app::ConsentSections carriers = m_carriers.value(m_language); !carriers.isEmpty()) {
        QVariantList tiles;
        for (const app::ConsentSection& each : carriers)
            tiles.append(section(pictures[tiles.size() % 4], each.title, each.body));
        return tiles;
    }
    return {
        section("card", tr("What is used"),
                tr("The card's chip and photograph, your face, your numbers.")),
        section("target", tr("What for"), tr("Only to confirm that your numbers are yours, as the law asks.")),
        section("building", tr("Who receives it"), tr("Your phone carrier. Nothing stays readable on this kiosk.")),
        section("shield", tr("Your rights"),
                tr("Stop at any time; see, correct or delete it at the carrier."))};
}

QString ConsentText::statement() const
{
    return tr("I have read this and I agree.");
}

QString ConsentText::recorded() const
{
    QString text;
    for (const QVariant& entry : sections()) {
        const QVariantMap map = entry.toMap();
        text += map.value(QStringLiteral("title")).toString() + QStringLiteral(": ") +
                map.value(QStringLiteral("body")).toString() + u'\n';
    }
    return text + statement();
}

} // namespace chinhchu::ui
