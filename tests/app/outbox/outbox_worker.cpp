// A kiosk that only keeps and sends: it is killed again and again by tst_power_cut.

#include "app/audit/audit_trail.h"
#include "app/carrier/carrier_client.h"
#include "app/outbox/outbox.h"

#include <QCoreApplication>
#include <QUuid>

#include <cstdio>

using namespace chinhchu;
using namespace chinhchu::app;

namespace {

void work(Outbox& outbox, Courier& courier)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!outbox.enqueue(id, id.toLatin1().repeated(600)))
        std::_Exit(3);
    std::printf("%s\n", qPrintable(id)); // from here on it must never be lost
    std::fflush(stdout);
    courier.deliverAll([&](const auto&) {
        QMetaObject::invokeMethod(
            qApp, [&] { work(outbox, courier); }, Qt::QueuedConnection);
    });
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const auto enrolment = Enrolment::load(Home(arguments.at(1)));
    const auto outbox = Outbox::open(Home(arguments.at(1)).outboxFile());
    auto trail = AuditTrail::open(Home(arguments.at(1)).auditFile());
    if (!enrolment || !outbox || !trail)
        return 2;
    CarrierClient carrier(*enrolment, QUrl(arguments.at(2)));
    Courier courier(**outbox, carrier);
    courier.setTrail(*std::move(trail));
    work(**outbox, courier);
    return QCoreApplication::exec();
}
