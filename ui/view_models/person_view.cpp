#include "ui/view_models/person_view.h"

#include "ui/view_models/display_text.h"

#include <QVariantMap>

namespace chinhchu::ui {

namespace {

QVariantMap check(const QString& text, const QString& outcome)
{
    return {{QStringLiteral("text"), text}, {QStringLiteral("outcome"), outcome}};
}

const QString passed = QStringLiteral("passed");
const QString warning = QStringLiteral("warning");
const QString failed = QStringLiteral("failed");

} // namespace

PersonView::PersonView(const app::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

const nfc::ChipIdentity* PersonView::chip() const
{
    const auto& read = m_session.facts().chip;
    return read ? &*read : nullptr;
}

bool PersonView::known() const
{
    return chip() != nullptr;
}

QString PersonView::fullName() const
{
    if (!chip())
        return {};
    const nfc::IdentityData& identity = chip()->identity;
    return toText(identity.fullName.empty() ? identity.fullNameLatin : identity.fullName);
}

QString PersonView::birthDate() const
{
    return chip() ? dateForDisplay(toText(chip()->identity.birthDate)) : QString();
}

QString PersonView::number() const
{
    return chip() ? cardNumberForDisplay(toText(chip()->identity.number)) : QString();
}

QString PersonView::residence() const
{
    return chip() ? toText(chip()->identity.residence) : QString();
}

bool PersonView::genuine() const
{
    if (!chip())
        return false;
    const nfc::AuthenticityVerdict& verdictOfChip = chip()->authenticity;
    return verdictOfChip.passive == nfc::PassiveResult::Verified && verdictOfChip.active != nfc::ChipProof::Failed &&
           verdictOfChip.chip != nfc::ChipProof::Failed && verdictOfChip.reasons.empty();
}

QString PersonView::verdictKey() const
{
    if (!chip())
        return {};
    if (genuine())
        return QStringLiteral("genuine");
    if (chip()->authenticity.passive != nfc::PassiveResult::IssuerUnknown)
        return QStringLiteral("doubtful");
    return m_session.facts().signerCheck == nfc::OnlineCheck::Confirmed ? QStringLiteral("confirmed") : QStringLiteral("intact");
}

QString PersonView::verdict() const
{
    const QString key = verdictKey();
    if (key.isEmpty())
        return {};
    if (key == u"genuine")
        return tr("This card is genuine.");
    if (key == u"confirmed")
        return tr("The carrier confirms this card.");
    if (key == u"intact")
        return tr("The card is intact. Its issuer is not known.");
    return tr("This card needs a closer look.");
}

QVariantList PersonView::checks() const
{
    if (!chip())
        return {};
    const nfc::AuthenticityVerdict& v = chip()->authenticity;
    QVariantList lines;
    switch (v.passive) {
    case nfc::PassiveResult::Verified:
        lines << check(tr("Issued by the police"), passed) << check(tr("Nothing on the chip was changed"), passed);
        break;
    case nfc::PassiveResult::IssuerUnknown:
        lines << (m_session.facts().signerCheck == nfc::OnlineCheck::Confirmed
                      ? check(tr("Issuer confirmed by the carrier"), passed)
                      : check(tr("Issuer not confirmed yet"), warning))
              << check(tr("Nothing on the chip was changed"), passed);
        break;
    default:
        lines << check(tr("The signature on the chip is not right"), failed);
    }
    const bool proven = v.active == nfc::ChipProof::Passed || v.chip == nfc::ChipProof::Passed;
    const bool refuted = v.active == nfc::ChipProof::Failed || v.chip == nfc::ChipProof::Failed;
    if (refuted)
        lines << check(tr("The chip may be a copy"), failed);
    else if (proven)
        lines << check(tr("The chip is no copy"), passed);
    else
        lines << check(tr("The chip cannot prove that it is no copy"), warning);
    return lines;
}

} // namespace chinhchu::ui
