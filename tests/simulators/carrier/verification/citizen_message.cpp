#include "verification/citizen_message.h"

#include "store/population.h"

#include <cstdio>

namespace chinhchu::sandbox {

namespace {

QString message(const Binding& binding)
{
    const QString receipt = binding.receiptNumber();
    if (binding.state == QLatin1String("verified"))
        return QStringLiteral("Số thuê bao của bạn đã được xác thực chính chủ. Mã biên nhận %1.").arg(receipt);
    if (binding.state == QLatin1String("refused"))
        return QStringLiteral("Hồ sơ %1 không được chấp nhận, số thuê bao của bạn chưa được xác thực. "
                              "Mời bạn đến điểm giao dịch của nhà mạng.")
            .arg(receipt);
    return QStringLiteral("Nhà mạng đã nhận hồ sơ %1 và đang kiểm tra, kết quả sẽ được nhắn cho bạn.").arg(receipt);
}

bool isHeldBy(const Person& person, const HeldNumber& number)
{
    return number.document == person.number || (!person.oldNumber.isEmpty() && number.document == person.oldNumber);
}

} // namespace

void tellCitizen(Connection& connection, const Verification& verification)
{
    if (!verification.evidence)
        return;
    Population population(connection);
    const auto person = population.person(verification.evidence->subject.number);
    if (!person)
        return;
    for (const EvidenceDocument::Number& each : verification.evidence->numbers) {
        const auto number = population.number(each.msisdn);
        if (!each.mine || !number || !isHeldBy(*person, *number))
            continue;
        std::printf("text message %s: %s\n", qPrintable(each.msisdn),
                    message(verification.binding).toUtf8().constData());
        std::fflush(stdout);
    }
}

} // namespace chinhchu::sandbox
