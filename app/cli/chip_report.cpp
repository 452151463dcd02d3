#include "app/cli/chip_report.h"

#include "app/cli/command.h"
#include "app/session/failure_text.h"

#include <QJsonArray>

namespace chinhchu::app::cli {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString outcomeName(nfc::VerdictStep::Outcome outcome)
{
    constexpr const char* names[] = {"passed", "failed", "warning", "not-performed"};
    return names[static_cast<int>(outcome)];
}

QJsonObject identityJson(const nfc::IdentityData& identity)
{
    return {
        {"number", text(identity.number.view())},           {"documentNumber", text(identity.documentNumber.view())},
        {"fullName", text(identity.fullName.view())},       {"fullNameLatin", text(identity.fullNameLatin.view())},
        {"birthDate", text(identity.birthDate.view())},     {"sex", text(identity.sex.view())},
        {"nationality", text(identity.nationality.view())}, {"issueDate", text(identity.issueDate.view())},
        {"expiryDate", text(identity.expiryDate.view())},   {"origin", text(identity.origin.view())},
        {"residence", text(identity.residence.view())},     {"oldNumber", text(identity.oldNumber.view())}};
}

} // namespace

QJsonObject authenticityJson(const nfc::AuthenticityVerdict& verdict)
{
    QJsonArray reasons;
    QJsonArray details;
    for (const nfc::VerdictReason& each : verdict.reasons) {
        reasons.append(text(codeName(each.code)));
        details.append(QJsonObject{{"code", text(codeName(each.code))}, {"subject", text(each.subject)}});
    }
    QJsonArray steps;
    for (const nfc::VerdictStep& each : verdict.steps) {
        steps.append(QJsonObject{{"name", text(each.name)},
                                 {"subject", text(each.subject)},
                                 {"outcome", outcomeName(each.outcome)},
                                 {"detail", text(each.detail)}});
    }
    return {{"passive", text(toString(verdict.passive))},
            {"active", text(toString(verdict.active))},
            {"chip", text(toString(verdict.chip))},
            {"revocation", text(toString(verdict.revocation))},
            {"reasons", reasons},
            {"reasonDetails", details},
            {"steps", steps}};
}

QJsonObject chipJson(const nfc::ChipIdentity& chip)
{
    QJsonObject files;
    for (const auto& [name, file] : chip.files) {
        files.insert(text(name),
                     QJsonObject{{"size", static_cast<qint64>(file.raw.size())}, {"sha256", text(file.sha256)}});
    }
    QJsonObject missing;
    for (const auto& [name, statusWord] : chip.missing) {
        missing.insert(text(name), text(statusWord));
    }
    QJsonArray disagreements;
    for (const nfc::cccd::Disagreement& each : chip.disagreements) {
        disagreements.append(
            QJsonObject{{"field", text(each.field)}, {"between", QJsonArray{text(each.first), text(each.second)}}});
    }
    return {{"access", text(toString(chip.access))},
            {"fallbackReason", text(chip.fallbackReason)},
            {"source", text(chip.source)},
            {"reader", text(chip.reader)},
            {"virtualReader", chip.virtualReader},
            {"files", files},
            {"missing", missing},
            {"identity", identityJson(chip.identity)},
            {"disagreements", disagreements},
            {"authenticity", authenticityJson(chip.authenticity)},
            {"timing", QJsonObject{{"totalMs", static_cast<qint64>(chip.timing.totalMs)},
                                   {"apdus", chip.timing.apdus},
                                   {"bytes", static_cast<qint64>(chip.timing.bytes)}}}};
}

namespace {

QString word(nfc::PassiveResult result)
{
    switch (result) {
    case nfc::PassiveResult::Verified:
        return Text::tr("right, by a trusted issuer");
    case nfc::PassiveResult::IssuerUnknown:
        return Text::tr("right, but the issuer is not confirmed");
    case nfc::PassiveResult::Absent:
        return Text::tr("missing");
    case nfc::PassiveResult::Failed:
        break;
    }
    return Text::tr("wrong");
}

QString word(nfc::ChipProof proof)
{
    switch (proof) {
    case nfc::ChipProof::Passed:
        return Text::tr("given");
    case nfc::ChipProof::Failed:
        return Text::tr("wrong");
    case nfc::ChipProof::Unsupported:
        return Text::tr("the chip has none");
    case nfc::ChipProof::NotPerformed:
        break;
    }
    return Text::tr("not checked");
}

} // namespace

QString authenticityText(const nfc::AuthenticityVerdict& verdict)
{
    QString lines = Text::tr("Issuer's signature: %1").arg(word(verdict.passive)) + '\n' +
                    Text::tr("Proof that the chip is no copy: %1 (active), %2 (chip)")
                        .arg(word(verdict.active), word(verdict.chip)) +
                    '\n';
    for (const nfc::VerdictReason& each : verdict.reasons) {
        lines += QStringLiteral("  %1 %2: %3\n")
                     .arg(text(codeName(each.code)), text(each.subject), failureText(each.code).happened);
    }
    return lines;
}

QString chipText(const nfc::ChipIdentity& chip)
{
    const nfc::IdentityData& who = chip.identity;
    QString lines;
    const auto line = [&lines](const QString& label, const SecretText& value) {
        if (!value.empty()) {
            lines += label.leftJustified(22) + text(value.view()) + '\n';
        }
    };
    line(Text::tr("Number"), who.number);
    line(Text::tr("Name"), who.fullName.empty() ? who.fullNameLatin : who.fullName);
    line(Text::tr("Born"), who.birthDate);
    line(Text::tr("Sex"), who.sex);
    line(Text::tr("Nationality"), who.nationality);
    line(Text::tr("Place of origin"), who.origin);
    line(Text::tr("Place of residence"), who.residence);
    line(Text::tr("Issued"), who.issueDate);
    line(Text::tr("Expires"), who.expiryDate);
    line(Text::tr("Previous number"), who.oldNumber);
    for (const nfc::cccd::Disagreement& each : chip.disagreements) {
        lines += Text::tr("%1 and %2 differ: %3").arg(text(each.first), text(each.second), text(each.field)) + '\n';
    }
    lines += Text::tr("Access").leftJustified(22) + text(toString(chip.access)) + '\n';
    lines += authenticityText(chip.authenticity);
    lines += Text::tr("%1 ms, %2 commands, %3 bytes")
                 .arg(chip.timing.totalMs)
                 .arg(chip.timing.apdus)
                 .arg(chip.timing.bytes) +
             '\n';
    return lines;
}

} // namespace chinhchu::app::cli
