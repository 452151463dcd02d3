// Seeds for the fuzz targets, made with the simulator's PKI: make_seeds FOLDER writes FOLDER/sod, FOLDER/certificate
// and FOLDER/master_list.

#include "tests/simulators/chip/pki/trust_lists.h"

#include <filesystem>
#include <fstream>

using namespace chinhchu;
using namespace chinhchu::chip::pki;

namespace {

void write(const std::filesystem::path& file, const Bytes& data)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(data.data()), static_cast<std::streamsize>(data.size()));
}

CertificateSpec authority()
{
    CertificateSpec spec;
    spec.subject = "C=VN,O=Seed,CN=CSCA";
    spec.key = makeKey("prime256v1");
    spec.extensions = {{"basicConstraints", "critical,CA:TRUE,pathlen:0"},
                       {"keyUsage", "critical,keyCertSign,cRLSign"},
                       {"subjectKeyIdentifier", "hash"}};
    return spec;
}

CertificateSpec signerOf(const CertificateSpec& issuer, X509* certificate, const char* kind, const char* purpose)
{
    CertificateSpec spec;
    spec.subject = std::string("C=VN,O=Seed,CN=Signer ") + kind;
    spec.issuer = issuer.subject;
    spec.issuerKey = issuer.key;
    spec.authority = certificate;
    spec.key = makeKey(kind, false, 1);
    spec.serial = 7;
    spec.extensions = {{"keyUsage", "critical,digitalSignature"},
                       {"authorityKeyIdentifier", "keyid:always"},
                       {"2.23.136.1.1.6.2", "DER:30:09:02:01:00:31:04:13:02:49:44"},
                       {"2.5.29.16", "DER:30:11:81:0F:32:30:33:31:30:31:30:31:30:30:30:30:30:30:5A"}};
    if (purpose)
        spec.extensions.push_back({"extendedKeyUsage", purpose});
    return spec;
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2)
        return 2;
    const std::filesystem::path folder = arguments[1];
    const CertificateSpec root = authority();
    const Certificate csca = makeCertificate(root);
    write(folder / "certificate/csca", derOf(csca));
    for (const char* kind : {"prime256v1", "RSA-1024", "RSA-PSS-1024"}) {
        const CertificateSpec spec = signerOf(root, csca.get(), kind, nullptr);
        const Certificate signer = makeCertificate(spec);
        write(folder / "certificate" / kind, derOf(signer));
        SodSpec sod;
        sod.groups = {{1, Bytes(20, 1)}, {2, Bytes(20, 2)}, {15, Bytes(20, 3)}};
        sod.signers = {{signer, spec.key}};
        sod.pss = std::string(kind).starts_with("RSA-PSS");
        sod.version = sod.pss ? 1 : 0;
        write(folder / "sod" / kind, makeSod(sod));
        sod.attributes = false;
        write(folder / "sod" / (std::string(kind) + "-bare"), makeSod(sod));
    }
    const CertificateSpec lister = signerOf(root, csca.get(), "prime256v1", "2.23.136.1.1.3,2.23.136.1.1.8");
    const Certificate signer = makeCertificate(lister);
    const Bytes crl = makeCrl({root.subject, root.key, {7}});
    write(folder / "master_list/list", makeMasterList({csca}, signer, lister.key, {csca}));
    write(folder / "master_list/bundle",
          makeBundle({1, 3, {{1, csca}}, {crl}, {{1, sha256Of(signer)}}}, signer, lister.key, {csca}));
    write(folder / "master_list/deviations",
          makeDeviationList({{byIssuerAndSerial(signer), {"2.23.136.1.1.7.1.2"}, "text", "P<", {}},
                             {byDigest(signer, EVP_sha256()), {"2.23.136.1.1.7.2.4"}, "", "", {}}},
                            signer, lister.key));
    const std::string ldif = "version: 1\n\ndn: c=VN\ncertificateRevocationList;binary:: MAMC\n AQA=\n";
    write(folder / "master_list/ldif", Bytes(ldif.begin(), ldif.end()));
    return 0;
}
