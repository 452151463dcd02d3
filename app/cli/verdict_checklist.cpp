#include "app/cli/verdict_checklist.h"

#include "app/cli/command.h"

#include <algorithm>

namespace chinhchu::app::cli {

namespace {

struct StepLabel
{
    const char* name;
    const char* label;
};

/// What each step asks, in the order in which a verdict comes to be.
constexpr StepLabel stepLabels[] = {
    {"sod-structure", QT_TRANSLATE_NOOP("CommandLine", "Signed list can be read")},
    {"sod-signature", QT_TRANSLATE_NOOP("CommandLine", "Signature of the signer")},
    {"hash-list", QT_TRANSLATE_NOOP("CommandLine", "List of hashes")},
    {"weak-digest", QT_TRANSLATE_NOOP("CommandLine", "Strength of the digest")},
    {"signer-certificate", QT_TRANSLATE_NOOP("CommandLine", "Certificate of the signer")},
    {"signer-confirmed", QT_TRANSLATE_NOOP("CommandLine", "Signer confirmed by the carrier")},
    {"signer-chain", QT_TRANSLATE_NOOP("CommandLine", "Signer was made by a trusted issuer")},
    {"link-certificate", QT_TRANSLATE_NOOP("CommandLine", "Link to the issuer's next key")},
    {"path-length", QT_TRANSLATE_NOOP("CommandLine", "Length of the chain")},
    {"issuer-certificate", QT_TRANSLATE_NOOP("CommandLine", "Certificate of the issuer")},
    {"issuer-country", QT_TRANSLATE_NOOP("CommandLine", "Country of signer and issuer")},
    {"issuer-validity", QT_TRANSLATE_NOOP("CommandLine", "Issuer valid when it made the signer")},
    {"revocation", QT_TRANSLATE_NOOP("CommandLine", "Not withdrawn by the issuer")},
    {"deviation", QT_TRANSLATE_NOOP("CommandLine", "Known deviation of the issuing state")},
    {"signer-validity-at-issue", QT_TRANSLATE_NOOP("CommandLine", "Signer valid when the document was issued")},
    {"signer-validity-now", QT_TRANSLATE_NOOP("CommandLine", "Signer valid now")},
    {"data-group-hash", QT_TRANSLATE_NOOP("CommandLine", "File unchanged since it was signed")},
    {"data-group-content", QT_TRANSLATE_NOOP("CommandLine", "Content of the file")},
    {"com-agrees", QT_TRANSLATE_NOOP("CommandLine", "List of files agrees with the signature")},
    {"issuing-state", QT_TRANSLATE_NOOP("CommandLine", "State that issued the document")},
    {"issuer-scope", QT_TRANSLATE_NOOP("CommandLine", "Issuer trusted for this kind of document")},
    {"signer-document-type", QT_TRANSLATE_NOOP("CommandLine", "Signer may sign this kind of document")},
    {"access", QT_TRANSLATE_NOOP("CommandLine", "Protection of the connection")},
    {"card-access", QT_TRANSLATE_NOOP("CommandLine", "Offered protection agrees with what is signed")},
    {"active-authentication", QT_TRANSLATE_NOOP("CommandLine", "Chip proves its own key (active)")},
    {"chip-authentication", QT_TRANSLATE_NOOP("CommandLine", "Chip proves its own key (chip)")},
    {"chip-proof", QT_TRANSLATE_NOOP("CommandLine", "Chip can prove that it is no copy")},
    {"identity", QT_TRANSLATE_NOOP("CommandLine", "Same person in all files")},
    {"expiry", QT_TRANSLATE_NOOP("CommandLine", "Document has not expired")},
};

QString labelOf(const std::string& name)
{
    const auto known = std::ranges::find_if(stepLabels, [&](const StepLabel& each) { return each.name == name; });
    return known == std::end(stepLabels) ? QString::fromStdString(name)
                                         : QCoreApplication::translate("CommandLine", known->label);
}

QString outcomeText(nfc::VerdictStep::Outcome outcome)
{
    switch (outcome) {
    case nfc::VerdictStep::Outcome::Passed:
        return QStringLiteral("✓ ") + Text::tr("right");
    case nfc::VerdictStep::Outcome::Failed:
        return QStringLiteral("✗ ") + Text::tr("wrong");
    case nfc::VerdictStep::Outcome::Warning:
        return QStringLiteral("! ") + Text::tr("note");
    case nfc::VerdictStep::Outcome::NotPerformed:
        break;
    }
    return QStringLiteral("– ") + Text::tr("not checked");
}

/// A certificate by its common name and country; JSON has the whole name.
QString shortSubject(const std::string& subject)
{
    const QString whole = QString::fromStdString(subject);
    QString name;
    QString country;
    for (const QString& part : whole.split(QStringLiteral(", "))) {
        if (part.startsWith(QLatin1String("CN="))) {
            name = part.mid(3);
        } else if (part.startsWith(QLatin1String("C="))) {
            country = part.mid(2);
        }
    }
    if (name.isEmpty()) {
        return whole;
    }
    return country.isEmpty() ? name : name + " (" + country + ")";
}

} // namespace

QString checklistText(const std::vector<nfc::VerdictStep>& steps)
{
    QString lines;
    for (const nfc::VerdictStep& step : steps) {
        lines += "  " + outcomeText(step.outcome).leftJustified(17) + labelOf(step.name);
        if (!step.subject.empty()) {
            lines += " [" + shortSubject(step.subject) + "]";
        }
        if (!step.detail.empty()) {
            lines += ": " + QString::fromStdString(step.detail);
        }
        lines += '\n';
    }
    return lines;
}

} // namespace chinhchu::app::cli
