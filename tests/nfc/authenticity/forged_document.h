#pragma once

#include "nfc/authenticity/saved_files.h"
#include "tests/simulators/chip/pki/country_pki.h"
#include "tests/simulators/chip/pki/der_tree.h"
#include "tests/simulators/chip/profile/profile.h"

#include <QString>

#include <functional>
#include <map>
#include <optional>

/// Documents of the simulated state, of which a test changes one property. Everything is signed after the change, by
/// the simulator's PKI: nothing else is wrong with them.
namespace chinhchu::tests {

extern const char* const cscaName;
const auto judgingDay = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22);

struct Document
{
    chip::Profile profile; ///< of a citizen card; DG1 and DG13 are made of it
    chip::pki::CertificateSpec csca, ds;
    chip::pki::SodSpec sod;     ///< `groups` are the files that are signed
    std::map<int, Bytes> shown; ///< what the chip gives out instead; empty bytes: it gives out nothing
    std::optional<Bytes> com;   ///< EF.COM; by default one that lists what is signed
    std::vector<Bytes> crls;
    QString trustFolder; ///< "", "citizen-card", "passport"
    std::vector<chip::pki::Certificate> moreAnchors;
    bool trusted = true;
    std::chrono::system_clock::time_point at = judgingDay;
    /// Changes the signer's certificate below the level of OpenSSL; signed again by its issuer.
    std::function<void(chip::pki::DerNode& tbs)> changeCertificate;
    /// Changes the SignedData; @p sign signs its first SignerInfo again.
    std::function<void(chip::pki::DerNode& signedData, const std::function<void()>& sign)> changeSignedData;
    /// Changes the finished file, signed or not.
    std::function<void(Bytes&)> changeSod;
    std::function<void(Document&, const chip::pki::Certificate& ds)> beforeSod;

    Document();
    /// Makes DG1 and DG13 again, from a changed profile.
    void personalise();
    [[nodiscard]] nfc::AuthenticityVerdict judge();

private:
    [[nodiscard]] Bytes makeObject(const chip::pki::Certificate& signer);
    [[nodiscard]] nfc::TrustStore trust(const chip::pki::Certificate& root) const;
};

using Change = std::function<void(Document&)>;

/// One way to forge, or to be honest and odd.
struct Case
{
    const char* name;
    /// The idea behind it: a test case of BSI TR-03105 part 5.1, version 1.5 ("LDS_H_37"), else a clause of ICAO Doc
    /// 9303 or an RFC.
    const char* reference;
    const char* expected; ///< the reason code of a forgery; words that must be told of an odd one, or ""
    Change change;
};

std::vector<Case> signatureForgeries();
std::vector<Case> hashForgeries();
std::vector<Case> chainForgeries();
std::vector<Case> honestOddities();

/// Replaces an extension, or takes it away.
void changeExtension(chip::pki::CertificateSpec& spec, const std::string& name, const char* value);

/// Replaces the last occurrence of @p from.
void replaceLast(Bytes& data, const Bytes& from, const Bytes& to);

/// A citizen card turned into a passport of this state.
void makePassport(Document& document, const char* state = "VNM");

/// Everything about a verdict in one string, for messages and for comparing.
QByteArray told(const nfc::AuthenticityVerdict& verdict);
bool warns(const nfc::AuthenticityVerdict& verdict, const char* words);

} // namespace chinhchu::tests
