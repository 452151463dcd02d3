// A kiosk that only keeps and sends: it is killed again and again by tst_power_cut.

#include "app/audit/audit_trail.h"
#include "app/carrier/carrier_client.h"
#include "app/outbox/outbox_desk.h"

#include <QCoreApplication>
#include <QUuid>

#include <cstdio>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

/// A session's desk, and beside it what goes through the queue while nobody is there: both may send the same binding.
struct Kiosk
{
    OutboxDesk desk;
    Courier courier;
    CarrierClient& carrier;
    int underWay = 0;

    void work()
    {
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const auto seal = [id]() -> Result<QByteArray> { return id.toLatin1().repeated(600); };
        desk.keep(id, {}, seal, [this, id](const OutboxDesk::Kept& kept) {
            if (!kept.isSafe)
                std::_Exit(3);
            std::printf("%s\n", qPrintable(id)); // from here on it must never be lost
            std::fflush(stdout);
            underWay = 2;
            desk.deliver(id, carrier, [this](const auto&) { ended(); });
            courier.deliverAll([this](const auto&) { ended(); });
        });
    }

    void ended()
    {
        if (--underWay == 0)
            QMetaObject::invokeMethod(
                qApp, [this] { work(); }, Qt::QueuedConnection);
    }
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const auto enrolment = Enrolment::load(Home(arguments.at(1)));
    const auto outbox = Outbox::open(Home(arguments.at(1)).outboxFile());
    const Result<std::shared_ptr<AuditTrail>> trail = AuditTrail::open(Home(arguments.at(1)).auditFile());
    if (!enrolment || !outbox || !trail)
        return 2;
    CarrierClient carrier(*enrolment, QUrl(arguments.at(2)));
    const auto open = [file = Home(arguments.at(1)).outboxFile()]() -> Result<std::shared_ptr<Outbox>> {
        return Outbox::open(file);
    };
    Kiosk kiosk{{open, *trail}, {**outbox, carrier}, carrier};
    kiosk.courier.setTrail(*trail);
    kiosk.work();
    return QCoreApplication::exec();
}
