#include "app/settings/carrier_policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cmath>

namespace chinhchu::app {

namespace {

constexpr qsizetype mostModels = 100;
/// What the page has room for.
constexpr qsizetype consentTiles = 4;
constexpr qsizetype longestTitle = 40;
constexpr qsizetype longestBody = 160;

/// Takes members out of one object and remembers the first that is wrong.
class Members
{
public:
    Members(QJsonObject object, QString path, QString& wrong)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_wrong(wrong)
    {
    }

    [[nodiscard]] Members inside(const char* name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isUndefined() && !value.isObject())
            refuse(name);
        return {value.toObject(), m_path + QLatin1String(name) + u'/', m_wrong};
    }

    void number(const char* name, int& value, int least, int most)
    {
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isUndefined())
            return;
        const double number = given.toDouble(std::nan(""));
        if (number >= least && number <= most && number == std::floor(number))
            value = static_cast<int>(number);
        else
            refuse(name);
    }

    void real(const char* name, double& value, double least, double most)
    {
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isUndefined())
            return;
        const double number = given.toDouble(std::nan(""));
        if (number >= least && number <= most)
            value = number;
        else
            refuse(name);
    }

    void flag(const char* name, bool& value)
    {
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isBool())
            value = given.toBool();
        else if (!given.isUndefined())
            refuse(name);
    }

    void day(const char* name, QDate& value)
    {
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isUndefined())
            return;
        value = QDate::fromString(given.toString(), Qt::ISODate);
        if (!value.isValid())
            refuse(name);
    }

    void hashes(const char* name, QStringList& values)
    {
        static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isUndefined())
            return;
        const QJsonArray list = given.toArray();
        if (!given.isArray() || list.size() > mostModels)
            refuse(name);
        for (const QJsonValue each : list) {
            if (!sha256.match(each.toString()).hasMatch())
                refuse(name);
            values.append(each.toString());
        }
    }

    void consent(const char* name, QMap<QString, ConsentSections>& values)
    {
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isUndefined())
            return;
        const QJsonObject byLanguage = given.toObject();
        if (!given.isObject())
            refuse(name);
        for (auto each = byLanguage.begin(); each != byLanguage.end(); ++each)
            values.insert(each.key(), tiles(name, each.value()));
    }

    void text(const char* name, QString& value, qsizetype longest)
    {
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isUndefined())
            return;
        value = given.toString().trimmed();
        if (value.isEmpty() || value.size() > longest)
            refuse(name);
    }

    void bytes(const char* name, QByteArray& value, qsizetype most)
    {
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isUndefined())
            return;
        const auto decoded =
            QByteArray::fromBase64Encoding(given.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (decoded && !decoded.decoded.isEmpty() && decoded.decoded.size() <= most)
            value = decoded.decoded;
        else
            refuse(name);
    }

    void colour(const char* name, std::optional<Colour>& value)
    {
        const QJsonValue given = m_object.value(QLatin1String(name));
        if (given.isUndefined())
            return;
        value = Colour::fromText(given.toString());
        if (!value)
            refuse(name);
    }

    void refuse(const char* name)
    {
        if (m_wrong.isEmpty())
            m_wrong = m_path + QLatin1String(name);
    }

private:
    ConsentSections tiles(const char* name, const QJsonValue& given)
    {
        const QJsonArray list = given.toArray();
        if (list.size() != consentTiles)
            refuse(name);
        ConsentSections sections;
        for (const QJsonValue each : list) {
            const ConsentSection section{each["title"].toString().trimmed(), each["body"].toString().trimmed()};
            const bool fits = !section.title.isEmpty() && section.title.size() <= longestTitle &&
                              !section.body.isEmpty() && section.body.size() <= longestBody;
            if (!fits)
                refuse(name);
            sections.append(section);
        }
        return sections;
    }

    QJsonObject m_object;
    QString m_path;
    QString& m_wrong;
};

void readSession(Members session, CarrierPolicy& policy)
{
    session.number("tries", policy.tries, 1, 5);
    session.number("pictures", policy.pictures, 1, 5);
    int idle = static_cast<int>(policy.idlePatience.count());
    session.number("idleSeconds", idle, 60, 600);
    policy.idlePatience = std::chrono::seconds(idle);
    session.number("guardianBelow", policy.guardianBelow, 15, 18);
    session.number("numbersAtAuthorisedPoints", policy.numbersAtAuthorisedPoints, 1, 3);
    session.number("signatureFrom", policy.signatureFrom, 14, 100);
    session.flag("citizenSignature", policy.citizenSignature);
    session.flag("documentPictures", policy.documentPictures);
    session.flag("signatureOffer", policy.signatureOffer);
    session.flag("oneTimePassword", policy.oneTimePassword);
    session.consent("consent", policy.consent);
    session.flag("provisionalWithoutNetwork", policy.verdict.provisionalWhenUnreachable);
    session.flag("acceptStaleRevocation", policy.verdict.acceptStaleRevocation);
    session.flag("acceptMissingRevocation", policy.verdict.acceptMissingRevocation);
}

void readLegibility(Members document, CarrierPolicy& policy)
{
    document.number("leastWidth", policy.legibility.leastWidth, 500, 2000);
    document.real("largestBlur", policy.legibility.largestBlur, 0.3, 0.6);
    document.real("largestGlare", policy.legibility.largestGlare, 0, 0.05);
    document.real("largestTilt", policy.legibility.largestTilt, 0.02, 0.3);
}

void readChip(Members chip, CarrierPolicy& policy)
{
    chip.flag("acceptWithoutActiveAuthentication", policy.verdict.staffMayAcceptUnprovenChip);
}

void readFace(Members face, CarrierPolicy& policy)
{
    face.real("loosestThreshold", policy.loosestThreshold, 0, 2);
    face.hashes("models", policy.models);
    face.flag("acceptWithoutLiveness", policy.acceptWithoutLiveness);
}

void readDeadlines(Members deadlines, CarrierPolicy& policy)
{
    deadlines.day("oneWayLock", policy.stages.oneWayLock);
    deadlines.number("twoWayLockAfterDays", policy.stages.twoWayLockAfterDays, 0, 3650);
    deadlines.number("endAfterDays", policy.stages.endAfterDays, 0, 3650);
    Members change = deadlines.inside("deviceChange");
    change.number("oneWayLockAfterHours", policy.stages.deviceChange.oneWayLockAfterHours, 0, 8760);
    change.number("twoWayLockAfterDays", policy.stages.deviceChange.twoWayLockAfterDays, 0, 3650);
    change.number("endAfterDays", policy.stages.deviceChange.endAfterDays, 0, 3650);
}

void readBrand(Members brand, CarrierPolicy& policy)
{
    brand.text("name", policy.brand.name, Brand::longestName);
    brand.bytes("logoPng", policy.brand.logoPng, Brand::largestLogo);
    brand.colour("primary", policy.brand.primary);
    brand.colour("accent", policy.brand.accent);
}

} // namespace

Result<CarrierPolicy> CarrierPolicy::read(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QString wrong;
    Members root(object, QString(), wrong);
    CarrierPolicy policy;
    if (object.value(QLatin1String("format")).toString() != QLatin1String("chinhchu-policy"))
        root.refuse("format");
    int version = 0;
    root.number("version", version, 1, 2'000'000'000);
    if (version == 0)
        root.refuse("version");
    policy.version = static_cast<std::uint32_t>(version);
    policy.issuedAt = QDateTime::fromString(object.value(QLatin1String("issuedAt")).toString(), Qt::ISODateWithMs);
    if (!policy.issuedAt.isValid())
        root.refuse("issuedAt");
    readSession(root.inside("session"), policy);
    readChip(root.inside("chip"), policy);
    readFace(root.inside("face"), policy);
    readDeadlines(root.inside("deadlines"), policy);
    readLegibility(root.inside("document"), policy);
    readBrand(root.inside("brand"), policy);
    if (!wrong.isEmpty())
        return fail(FailureCode::PolicyInvalid, wrong.toStdString());
    return policy;
}

} // namespace chinhchu::app
