#include "app/carrier/device_enroller.h"
#include "app/cli/command.h"
#include "app/cli/image_file.h"
#include "app/cli/secret_input.h"
#include "app/settings/carrier_url.h"
#include "app/settings/enrolment_writer.h"

#include <QEventLoop>

namespace chinhchu::app::cli {

namespace {

class EnrolDeviceCommand : public Command
{
public:
    QString name() const override { return "enrol-device"; }
    QString summary() const override { return Text::tr("Make this device known to the carrier, once."); }
    QString remarks() const override
    {
        return Text::tr("The carrier hands out a one-time code and the certificate of its authority. The key is made here and "
                        "never leaves this device.");
    }

    void addOptions(QCommandLineParser& parser, const CommandLineExtras&) const override
    {
        parser.addOption({"carrier", Text::tr("Address of the carrier."), "URL"});
        parser.addOption({"authority", Text::tr("Certificate of the carrier's authority (PEM)."), "FILE"});
        parser.addOption({"code", Text::tr("The one-time code; - reads standard input."), "CODE"});
        parser.addOption({"key", Text::tr("Make the key in a token: pkcs11:token=...;object=...?module-path=...&pin-source=file:..."),
                          "URI"});
        parser.addOption({"place", Text::tr("Where the device stands; it is part of each confirmation."), "TEXT"});
    }

    Outcome run(const CommandContext& context) const override
    {
        const Home home(context.home);
        const Result<QUrl> carrier = carrierUrl(context.options.value("carrier"));
        if (!carrier) {
            return Outcome::failed(carrier.error());
        }
        if (carrier->isEmpty() || !context.options.isSet("authority") || !context.options.isSet("code")) {
            return Outcome::failed({FailureCode::UsageInvalid, "enrol-device --carrier URL --authority FILE --code CODE"});
        }
        // Before the code is used up.
        if (const Result<void> fresh = checkNotEnrolled(home); !fresh) {
            return Outcome::failed(fresh.error());
        }
        Result<Enrolment> enrolment = ask(context, *carrier);
        if (!enrolment) {
            return Outcome::failed(enrolment.error());
        }
        enrolment->place = context.options.value("place");
        if (const Result<void> written = writeEnrolment(home, *enrolment); !written) {
            return Outcome::failed(written.error());
        }
        const QString kind = enrolment->kind == Enrolment::Kind::Demo ? "demo" : "production";
        return {{{"deviceId", enrolment->deviceId}, {"kind", kind}, {"folder", home.enrolmentFolder()}},
                Text::tr("Enrolled as %1 (%2).").arg(enrolment->deviceId, kind),
                0,
                {}};
    }

private:
    static Result<Enrolment> ask(const CommandContext& context, const QUrl& carrier)
    {
        constexpr qint64 largest = 64 * 1024;
        const Result<Bytes> authority = readFile(context.options.value("authority"), largest);
        if (!authority) {
            return tl::unexpected(authority.error());
        }
        const Result<DeviceKey> key = makeDeviceKey(context.options.value("key"));
        if (!key) {
            return tl::unexpected(key.error());
        }
        const QByteArray pem(reinterpret_cast<const char*>(authority->data()),
                             static_cast<qsizetype>(authority->size()));
        DeviceEnroller enroller(carrier, pem);
        std::optional<Result<Enrolment>> answer;
        QEventLoop loop;
        enroller.enrol(secretValue(context.options.value("code")), *key, [&](Result<Enrolment> found) {
            answer = std::move(found);
            loop.quit();
        });
        if (!answer) {
            loop.exec();
        }
        return *std::move(answer);
    }
};

} // namespace

std::unique_ptr<Command> makeEnrolDeviceCommand()
{
    return std::make_unique<EnrolDeviceCommand>();
}

} // namespace chinhchu::app::cli
