#include "app/session/session.h"

#include "app/session/session_machine.h"

namespace chinhchu::app {

Session::Session(SessionParts parts, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<SessionMachine>(*this, std::move(parts)))
{
}

// The machine joins its threads while this object is still whole.
Session::~Session()
{
    d.reset();
}

Session::State Session::state() const
{
    return d->state();
}

const SessionFacts& Session::facts() const
{
    return d->facts;
}

const SessionParts& Session::parts() const
{
    return d->parts;
}

bool Session::canGoBack() const
{
    return nextState(d->state(), d->backEvent()).has_value();
}

bool Session::canRetry() const
{
    return d->possibleRetry().has_value();
}

int Session::exitStatus() const
{
    return d->exitStatus();
}

void Session::begin()
{
    d->current().begin();
}

void Session::giveConsent(const QString& text, const QString& language)
{
    d->current().giveConsent(text, language);
}

void Session::enterNumbers(const QStringList& msisdns)
{
    d->current().enterNumbers(msisdns);
}

void Session::lookForCode()
{
    d->current().lookForCode();
}

void Session::identify(const nfc::AccessKeys& keys)
{
    d->current().identify(keys);
}

void Session::reportNoChip()
{
    d->current().reportNoChip();
}

void Session::acceptVerdict()
{
    d->current().acceptVerdict();
}

void Session::acceptMatch()
{
    d->current().acceptMatch();
}

void Session::giveGuardianConsent(const QString& text, const QString& language)
{
    d->current().giveGuardianConsent(text, language);
}

void Session::answerNumber(const QString& msisdn, bool mine)
{
    d->current().answerNumber(msisdn, mine);
}

void Session::leaveNumber(const QString& msisdn)
{
    d->current().leaveNumber(msisdn);
}

void Session::confirmNumbers()
{
    d->current().confirmNumbers();
}

void Session::enterPassword(const SecretText& digits)
{
    d->current().enterPassword(digits);
}

void Session::sendPasswordAgain()
{
    d->current().sendPasswordAgain();
}

void Session::requestSignature(const QString& text, const QString& language)
{
    d->current().requestSignature(text, language);
}

void Session::declineSignature()
{
    d->current().declineSignature();
}

void Session::sign(const Evidence::Signature& drawing)
{
    d->current().sign(drawing);
}

void Session::signByName()
{
    d->current().signByName();
}

void Session::submit()
{
    d->current().submit();
}

void Session::back()
{
    d->handle(d->backEvent());
}

void Session::retry()
{
    d->retry();
}

void Session::cancel()
{
    d->handle(SessionEvent::Cancel);
}

void Session::finish()
{
    d->handle(SessionEvent::Finish);
}

void Session::stillHere()
{
    d->idle.restart();
}

void Session::awaitDisk()
{
    d->desk.wait();
}

void Session::setServing(const std::optional<StaffMember>& member)
{
    if (d->setServing(member))
        emit servingChanged();
}

} // namespace chinhchu::app
