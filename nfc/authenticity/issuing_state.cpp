#include "nfc/authenticity/issuing_state.h"
#include "nfc/authenticity/signer_profile.h"

#include <algorithm>

namespace chinhchu::nfc {
namespace {

/// ISO 3166-1 and the codes of ICAO 9303-3, section 5: two letters, three letters.
constexpr std::string_view countryTable =
    "AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AQ ATA AR ARG AS ASM AT AUT AU AUS AW ABW AX ALA AZ AZE "
    "BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM BM BMU BN BRN BO BOL BQ BES BR BRA BS BHS "
    "BT BTN BV BVT BW BWA BY BLR BZ BLZ CA CAN CC CCK CD COD CF CAF CG COG CH CHE CI CIV CK COK CL CHL CM CMR CN CHN "
    "CO COL CR CRI CU CUB CV CPV CW CUW CX CXR CY CYP CZ CZE DE DEU DE D DJ DJI DK DNK DM DMA DO DOM DZ DZA EC ECU "
    "EE EST EG EGY EH ESH ER ERI ES ESP ET ETH EU EUE FI FIN FJ FJI FK FLK FM FSM FO FRO FR FRA GA GAB GB GBR GB GBD "
    "GB GBN GB GBO GB GBP GB GBS GD GRD GE GEO GF GUF GG GGY GH GHA GI GIB GL GRL GM GMB GN GIN GP GLP GQ GNQ GR GRC "
    "GS SGS GT GTM GU GUM GW GNB GY GUY HK HKG CN HKG HM HMD HN HND HR HRV HT HTI HU HUN ID IDN IE IRL IL ISR IM IMN "
    "IN IND IO IOT IQ IRQ IR IRN IS ISL IT ITA JE JEY JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM KN KNA "
    "KP PRK KR KOR KS RKS XK RKS KW KWT KY CYM KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX "
    "LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MO MAC CN MAC MP MNP "
    "MQ MTQ MR MRT MS MSR MT MLT MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NC NCL NE NER NF NFK NG NGA NI NIC "
    "NL NLD NO NOR NP NPL NR NRU NU NIU NZ NZL OM OMN PA PAN PE PER PF PYF PG PNG PH PHL PK PAK PL POL PM SPM PN PCN "
    "PR PRI PS PSE PT PRT PW PLW PY PRY QA QAT RE REU RO ROU RO ROM RS SRB RU RUS RW RWA SA SAU SB SLB SC SYC SD SDN "
    "SE SWE SG SGP SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SX SXM SY SYR "
    "SZ SWZ TC TCA TD TCD TF ATF TG TGO TH THA TJ TJK TK TKL TL TLS TM TKM TN TUN TO TON TR TUR TT TTO TV TUV TW TWN "
    "TZ TZA UA UKR UG UGA UM UMI UN UNO UN UNA UN UNK US USA UY URY UZ UZB VA VAT VC VCT VE VEN VG VGB VI VIR VN VNM "
    "VU VUT WF WLF WS WSM XO XOM YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE ";

bool typeIsListed(const std::set<std::string>& types, std::string_view documentType)
{
    return std::any_of(types.begin(), types.end(), [&](const std::string& listed) {
        const std::string_view entry = listed;
        const std::size_t common = std::min(entry.size(), documentType.size());
        return common > 0 && entry.substr(0, common) == documentType.substr(0, common);
    });
}

bool scopeFits(DocumentScope scope, bool citizenCard)
{
    return scope == DocumentScope::Any || (scope == DocumentScope::CitizenCard) == citizenCard;
}

} // namespace

bool countryIsState(std::string_view alpha2, std::string_view mrzState)
{
    while (!mrzState.empty() && mrzState.back() == '<')
        mrzState.remove_suffix(1);
    if (alpha2.size() != 2 || mrzState.empty())
        return alpha2 == mrzState && !mrzState.empty();
    std::string entry(alpha2);
    entry += ' ';
    entry += mrzState;
    entry += ' ';
    const std::size_t at = countryTable.find(entry);
    return at != std::string_view::npos && (at == 0 || countryTable[at - 1] == ' ');
}

bool isCitizenCard(std::string_view alpha3, std::string_view documentType)
{
    return alpha3 == "VNM" && documentType.substr(0, 1) == "I";
}

void checkIssuingState(X509* signer, const std::vector<DocumentScope>& scopes, std::string_view alpha3,
                       std::string_view documentType, Checklist& list)
{
    const std::string country = countryOf(signer);
    const std::string state(alpha3);
    if (countryIsState(country, alpha3))
        list.passed("issuing-state", state, "country of the signer " + country);
    else
        list.failed(FailureCode::IssuerCountryDisagrees, "issuing-state", state, "country of the signer " + country);

    const bool citizenCard = isCitizenCard(alpha3, documentType);
    const char* kind = citizenCard ? "citizen cards" : "documents other than citizen cards";
    const std::string issuer = nameText(X509_get_issuer_name(signer));
    if (scopes.empty())
        list.notPerformed("issuer-scope", state, "no trusted issuer");
    else if (std::any_of(scopes.begin(), scopes.end(),
                         [&](DocumentScope scope) { return scopeFits(scope, citizenCard); }))
        list.passed("issuer-scope", issuer, std::string("trusted for ") + kind);
    else
        list.failed(FailureCode::IssuerNotForDocument, "issuer-scope", issuer, std::string("not trusted for ") + kind);

    const auto types = documentTypesOf(signer);
    if (!types.empty() && !typeIsListed(types, documentType))
        list.failed(FailureCode::SignerDocumentTypeWrong, "signer-document-type", subjectOf(signer),
                    "not among the types that the signer may sign");
}

} // namespace chinhchu::nfc
