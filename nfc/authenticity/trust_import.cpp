#include "nfc/authenticity/trust_import.h"
#include "nfc/authenticity/deviation_list.h"
#include "nfc/authenticity/ldif.h"
#include "nfc/authenticity/master_list.h"
#include "nfc/authenticity/trust_bundle.h"
#include "nfc/authenticity/trust_file_format.h"
#include "nfc/authenticity/trust_files.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

namespace fs = std::filesystem;

bool isText(const Bytes& data, std::string_view& text)
{
    text = {reinterpret_cast<const char*>(data.data()), data.size()};
    return looksLikeLdif(text);
}

/// One import: what is there, what is added, who may vouch for lists.
class Import
{
public:
    Import(TrustFile& file, const TrustImportOptions& options)
        : m_file(file)
        , m_options(options)
    {
        for (const Anchor& anchor : file.content.anchors)
            addRoot(anchor);
    }

    Result<void> takeRoots()
    {
        TrustStore::Content given;
        for (const fs::path& root : m_options.roots) {
            if (const auto read = readTrustFile(root, DocumentScope::Any, given); !read)
                return read;
        }
        for (const Anchor& anchor : given.anchors) {
            addRoot(anchor);
            addCarrier(anchor.certificate.der());
        }
        for (const Bytes& carrier : m_options.carriers)
            addCarrier(carrier);
        return {};
    }

    /// Single certificates and revocation lists first: they may vouch for a list that is imported with them.
    Result<void> take(const std::vector<fs::path>& files)
    {
        std::vector<std::pair<fs::path, Bytes>> lists;
        for (const fs::path& path : files) {
            auto data = readWholeFile(path);
            if (!data)
                return tl::unexpected(data.error());
            std::string_view text;
            if (isText(*data, text) || parseSignedData(*data)) {
                lists.emplace_back(path, std::move(*data));
                continue;
            }
            TrustStore::Content single;
            if (const auto read = readTrustFile(path, m_options.scope, single); !read)
                return read;
            for (const Anchor& anchor : single.anchors)
                addRoot(anchor);
            add(single);
        }
        for (const auto& [path, data] : lists) {
            std::string_view text;
            const std::string source = path.filename().string();
            const auto taken = isText(data, text) ? takeLdif(text, source) : takeMessage(data, source);
            if (!taken)
                return taken;
        }
        return {};
    }

    [[nodiscard]] const TrustImportReport& report() const { return m_report; }
    [[nodiscard]] bool changed() const { return m_changed; }

private:
    void addRoot(const Anchor& anchor)
    {
        if (auto certificate = readCertificate(anchor.certificate.der()))
            m_roots.push_back(std::move(certificate));
    }

    void addCarrier(ByteView certificate)
    {
        if (auto read = readCertificate(certificate))
            m_carriers.push_back(std::move(read));
    }

    /// What is signed says itself what it is.
    Result<void> takeMessage(ByteView data, const std::string& source)
    {
        const auto message = parseSignedData(data);
        if (!message)
            return fail(FailureCode::TrustImportBroken, source + ": " + message.error().detail);
        if (message->contentType == TrustBundle::contentType)
            return takeBundle(*message, source);
        if (message->contentType == oidDeviationList)
            return takeDeviations(*message, source);
        return takeMasterList(data, source);
    }

    Result<void> takeDeviations(const SignedData& message, const std::string& source)
    {
        const auto deviations = readDeviationList(message, m_roots, m_options.at, source);
        if (!deviations)
            return fail(deviations.error().code, source + ": " + deviations.error().detail);
        auto& all = m_file.content.deviations;
        for (const KnownDeviation& each : *deviations) {
            const bool there = std::any_of(all.begin(), all.end(), [&](const KnownDeviation& other) {
                return other.der == each.der && other.country == each.country;
            });
            m_report.alreadyThere += there ? 1 : 0;
            if (there)
                continue;
            all.push_back(each);
            ++m_report.deviationsAdded;
            m_changed = true;
        }
        return {};
    }

    /// The whole of the carrier's last word; one that is older would bring back what was taken away since.
    Result<void> takeBundle(const SignedData& message, const std::string& source)
    {
        const auto bundle = readTrustBundle(message, m_carriers, m_options.at, source);
        if (!bundle)
            return fail(bundle.error().code, source + ": " + bundle.error().detail);
        if (bundle->version < m_file.bundleVersion)
            return fail(FailureCode::TrustImportOlder, source + ": version " + std::to_string(bundle->version) +
                                                           " after " + std::to_string(m_file.bundleVersion));
        TrustStore::Content& all = m_file.content;
        const std::size_t before = sizeOfBundle(all);
        std::erase_if(all.anchors, [](const Anchor& each) { return each.fromBundle; });
        std::erase_if(all.revocationLists, [](const RevocationList& each) { return each.fromBundle; });
        const bool again = bundle->version == m_file.bundleVersion;
        const auto confirmedBefore = std::move(all.confirmedSigners);
        all.confirmedSigners = bundle->content.confirmedSigners;
        m_report.confirmedSignersAdded += static_cast<int>(all.confirmedSigners.size());
        add(bundle->content);
        m_file.bundleVersion = bundle->version;
        m_changed = true;
        if (again && (sizeOfBundle(all) != before || !sameSigners(all.confirmedSigners, confirmedBefore)))
            return fail(FailureCode::TrustImportOlder,
                        source + ": another list of the version " + std::to_string(bundle->version) + " is in use");
        return {};
    }

    static std::size_t sizeOfBundle(const TrustStore::Content& all)
    {
        return static_cast<std::size_t>(
            std::count_if(all.anchors.begin(), all.anchors.end(), [](const Anchor& each) { return each.fromBundle; }) +
            std::count_if(all.revocationLists.begin(), all.revocationLists.end(),
                          [](const RevocationList& each) { return each.fromBundle; }));
    }

    static bool sameSigners(const std::vector<ConfirmedSigner>& a, const std::vector<ConfirmedSigner>& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
            return one.sha256 == other.sha256 && one.scope == other.scope;
        });
    }

    Result<void> takeMasterList(ByteView data, const std::string& source)
    {
        const auto list = readMasterList(data, m_roots, m_options.at);
        if (!list)
            return fail(list.error().code, source + ": " + list.error().detail);
        TrustStore::Content content;
        for (const Bytes& der : list->certificates)
            content.anchors.push_back(Anchor::of(readCertificate(der), DocumentScope::Passport, source));
        add(content);
        return {};
    }

    /// ICAO's exports: revocation lists, master lists, and document signers, which a chip carries itself.
    Result<void> takeLdif(std::string_view text, const std::string& source)
    {
        const auto values = readLdif(text);
        if (!values)
            return fail(values.error().code, source + ": " + values.error().detail);
        for (const LdifValue& value : *values) {
            if (const auto taken = takeLdifValue(value, source); !taken)
                return taken;
        }
        return {};
    }

    Result<void> takeLdifValue(const LdifValue& value, const std::string& source)
    {
        const std::string place = source + ", line " + std::to_string(value.line);
        if (value.attribute == "certificaterevocationlist") {
            const unsigned char* at = value.value.data();
            X509_CRL* list = d2i_X509_CRL(nullptr, &at, static_cast<long>(value.value.size()));
            if (!list)
                return fail(FailureCode::TrustImportBroken, place + ": no revocation list");
            TrustStore::Content content;
            content.revocationLists.push_back({std::shared_ptr<X509_CRL>(list, X509_CRL_free), source, false});
            add(content);
        } else if (value.attribute == "pkdmasterlistcontent" || value.attribute == "cscamasterlistdata") {
            const auto taken = takeMasterList(value.value, source);
            if (!taken && taken.error().code != FailureCode::TrustImportUnsigned)
                return fail(taken.error().code, place + ": " + taken.error().detail);
            if (!taken)
                m_report.leftOut.push_back(place + ": " + taken.error().detail);
        } else if (value.attribute == "usercertificate") {
            if (!readCertificate(value.value))
                return fail(FailureCode::TrustImportBroken, place + ": no certificate");
            m_report.leftOut.push_back(place + ": a document signer is no issuer");
        }
        return {};
    }

    void add(const TrustStore::Content& content)
    {
        for (const Anchor& anchor : content.anchors) {
            if (isThere(anchor)) {
                ++m_report.alreadyThere;
                continue;
            }
            m_changed = true;
            m_file.content.anchors.push_back(anchor);
            ++m_report.certificatesAdded;
        }
        for (const RevocationList& entry : content.revocationLists) {
            if (isThere(entry)) {
                ++m_report.alreadyThere;
                continue;
            }
            m_changed = true;
            m_file.content.revocationLists.push_back(entry);
            ++m_report.revocationListsAdded;
        }
    }

    [[nodiscard]] bool isThere(const Anchor& anchor) const
    {
        const auto& all = m_file.content.anchors;
        return std::any_of(all.begin(), all.end(), [&](const Anchor& other) {
            return other.index.subject == anchor.index.subject && other.scope == anchor.scope &&
                   other.certificate.der() == anchor.certificate.der();
        });
    }

    [[nodiscard]] bool isThere(const RevocationList& entry) const
    {
        const auto& all = m_file.content.revocationLists;
        return std::any_of(all.begin(), all.end(), [&](const RevocationList& other) {
            return X509_CRL_match(other.list.get(), entry.list.get()) == 0;
        });
    }

    TrustFile& m_file;
    const TrustImportOptions& m_options;
    std::vector<CertificateHandle> m_roots;
    std::vector<CertificateHandle> m_carriers;
    bool m_changed = false;
    TrustImportReport m_report;
};

std::string dateOrEmpty(std::optional<TimePoint> time)
{
    return time ? dateText(*time) : std::string();
}

TrustEntry entryOf(const Anchor& anchor)
{
    X509* certificate = anchor.certificate.get();
    TrustEntry entry;
    entry.kind = "certificate";
    entry.scope = toString(anchor.scope);
    entry.source = anchor.source;
    entry.sha256 = sha256Of(anchor.certificate.der());
    if (!certificate)
        return entry;
    entry.country = countryOf(certificate);
    entry.subject = subjectOf(certificate);
    entry.serial = serialOf(certificate);
    entry.validFrom = dateOrEmpty(notBefore(certificate));
    entry.validUntil = dateOrEmpty(notAfter(certificate));
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    entry.key = key ? keyName(key) : "unreadable";
    entry.selfSigned = isSelfIssued(certificate) && verifyIssuedBy(certificate, certificate).has_value();
    return entry;
}

TrustEntry entryOf(const RevocationList& list)
{
    X509_CRL* crl = list.list.get();
    TrustEntry entry;
    entry.kind = "revocation-list";
    entry.scope = toString(DocumentScope::Any);
    entry.source = list.source;
    entry.subject = nameText(X509_CRL_get_issuer(crl));
    entry.country = countryOf(X509_CRL_get_issuer(crl));
    entry.validFrom = dateOrEmpty(timeOf(X509_CRL_get0_lastUpdate(crl)));
    entry.validUntil = dateOrEmpty(timeOf(X509_CRL_get0_nextUpdate(crl)));
    return entry;
}

} // namespace

Result<TrustImportReport> importTrust(const fs::path& folder, const std::vector<fs::path>& files,
                                      const TrustImportOptions& options)
{
    auto file = readTrustFileIn(folder);
    if (!file)
        return tl::unexpected(file.error());
    Import import(*file, options);
    if (const auto roots = import.takeRoots(); !roots)
        return tl::unexpected(roots.error());
    if (const auto taken = import.take(files); !taken)
        return tl::unexpected(taken.error());

    TrustImportReport report = import.report();
    if (import.changed()) {
        ++file->version;
        if (const auto replaced = replaceTrustFile(folder, *file); !replaced)
            return tl::unexpected(replaced.error());
    }
    report.version = file->version;
    report.bundleVersion = file->bundleVersion;
    return report;
}

Result<std::vector<TrustEntry>> listTrust(const fs::path& folder)
{
    const auto store = TrustStore::load(folder);
    if (!store)
        return tl::unexpected(store.error());
    std::vector<TrustEntry> entries;
    for (const Anchor& anchor : store->content().anchors)
        entries.push_back(entryOf(anchor));
    for (const RevocationList& list : store->content().revocationLists)
        entries.push_back(entryOf(list));
    for (const ConfirmedSigner& signer : store->content().confirmedSigners) {
        TrustEntry entry;
        entry.kind = "confirmed-signer";
        entry.scope = toString(signer.scope);
        entry.source = signer.source;
        entry.sha256 = signer.sha256;
        entries.push_back(std::move(entry));
    }
    for (const KnownDeviation& deviation : store->content().deviations) {
        TrustEntry entry;
        entry.kind = "deviation";
        entry.country = deviation.country;
        entry.subject = describe(deviation);
        entry.scope = toString(DocumentScope::Any);
        entry.source = deviation.source;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace chinhchu::nfc
