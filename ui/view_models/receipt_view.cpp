#include "ui/view_models/receipt_view.h"

#include "ui/view_models/display_text.h"

#include <QVariantMap>

namespace chinhchu::ui {

namespace {

QVariantMap row(const QString& label, const QString& value)
{
    return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
}

using Answer = app::SessionFacts::HeldNumber::Answer;

QString listed(const std::vector<app::SessionFacts::HeldNumber>& numbers, Answer answer)
{
    QStringList shown;
    for (const auto& each : numbers)
        if (each.answer == answer)
            shown += maskedPhone(each.subscription.msisdn);
    return shown.join(QStringLiteral(", "));
}

} // namespace

ReceiptView::ReceiptView(const app::Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

bool ReceiptView::delivered() const
{
    return m_session.facts().receipt.has_value();
}

QString ReceiptView::headline() const
{
    const auto& receipt = m_session.facts().receipt;
    if (!receipt)
        return m_session.facts().provisional ? tr("Kept safely, not yet confirmed.")
                                             : tr("Kept safely. It will be sent.");
    return receipt->state == app::BindingReceipt::State::Verified ? tr("Done. Your number is confirmed.")
                                                                  : tr("Done. The carrier has received it.");
}

QString ReceiptView::next() const
{
    const auto& receipt = m_session.facts().receipt;
    if (!receipt)
        return tr("No network now: it is sent by itself later. You can go home.");
    return receipt->state == app::BindingReceipt::State::Verified
               ? tr("Nothing else to do. The carrier sends you a text message.")
               : tr("The carrier checks it and sends you a text message. You can go home.");
}

QString ReceiptView::plainText() const
{
    // Fewer bytes are larger modules: the mask has one byte for each star.
    QStringList lines{headline()};
    for (const QVariant& each : rows()) {
        const QVariantMap line = each.toMap();
        lines << line.value(QStringLiteral("label")).toString() + QStringLiteral(": ") +
                     line.value(QStringLiteral("value")).toString().replace(QChar::Nbsp, u' ').replace(u'•', u'*');
    }
    lines << next();
    return lines.join(u'\n');
}

QVariantList ReceiptView::rows() const
{
    const app::SessionFacts& facts = m_session.facts();
    QVariantList lines;
    if (const QString mine = listed(facts.numbers, Answer::Mine); !mine.isEmpty())
        lines << row(tr("Your numbers"), mine);
    if (const QString others = listed(facts.numbers, Answer::NotMine); !others.isEmpty())
        lines << row(tr("Not yours"), others);
    const QDateTime at = facts.receipt ? facts.receipt->receivedAt : QDateTime::currentDateTime();
    lines << row(tr("Time"), momentForDisplay(at));
    if (facts.receipt)
        lines << row(tr("Receipt number"), facts.receipt->receiptNumber);
    if (const QString place = m_session.parts().enrolment.place; !place.isEmpty())
        lines << row(tr("Place"), place);
    lines << row(tr("Confirmation id"), facts.bindingId);
    return lines;
}

} // namespace chinhchu::ui
