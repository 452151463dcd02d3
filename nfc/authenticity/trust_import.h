#pragma once

#include "nfc/authenticity/trust_store_content.h"

#include <filesystem>

namespace chinhchu::nfc {

/// One line of `trust list`.
struct TrustEntry
{
    std::string kind;    ///< "certificate", "revocation-list", "confirmed-signer" or "deviation"
    std::string country; ///< two letters
    std::string subject; ///< of a revocation list: its issuer
    std::string serial;
    std::string validFrom;  ///< ISO 8601; of a revocation list: when it was made
    std::string validUntil; ///< of a revocation list: when the next is due
    std::string key;        ///< "RSA 4096", "brainpoolP384r1"
    std::string scope;      ///< "any", "citizen-card", "passport"
    std::string source;     ///< the file it came from
    std::string sha256;
    bool selfSigned = false; ///< the certificate's own key verifies it
};

struct TrustImportOptions
{
    /// For which documents single certificates are trusted. Those out of a master list are never trusted for citizen
    /// cards.
    DocumentScope scope = DocumentScope::Any;
    /// Certificates that may vouch for a master list, besides those in the store and those imported with it.
    std::vector<std::filesystem::path> roots;
    TimePoint at = std::chrono::system_clock::now();
    /// Certificates (PEM or DER) of the carrier that may sign its bundle, besides the roots. What is in the store never
    /// may: an issuer of documents is no carrier.
    std::vector<Bytes> carriers = {};
};

struct TrustImportReport
{
    int certificatesAdded = 0;
    int revocationListsAdded = 0;
    int confirmedSignersAdded = 0;
    int deviationsAdded = 0;
    int alreadyThere = 0;
    /// What was left out on purpose, with the reason (a document signer in a directory export, a master list in it that
    /// no root vouches for).
    std::vector<std::string> leftOut;
    std::uint32_t version = 0;       ///< of the store, after the import
    std::uint32_t bundleVersion = 0; ///< of the carrier's bundle in it; 0: none
};

/// Adds certificates, CRLs, CSCA master lists, deviation lists and LDIF exports of the ICAO directory to the store in
/// @p folder, which is made if need be; a carrier's bundle takes the place of the one before. All or nothing: on
/// failure the store is as it was, and the failure names file and entry. The store is one file, replaced atomically;
/// the last ten stay in `history/`.
///
/// Codes: FILE_UNREADABLE, STORAGE_FAILED, TRUST_IMPORT_BROKEN, TRUST_IMPORT_UNSIGNED, TRUST_IMPORT_OLDER.
Result<TrustImportReport> importTrust(const std::filesystem::path& folder,
                                      const std::vector<std::filesystem::path>& files,
                                      const TrustImportOptions& options = {});

/// Everything that TrustStore::load() finds in @p folder.
Result<std::vector<TrustEntry>> listTrust(const std::filesystem::path& folder);

} // namespace chinhchu::nfc
