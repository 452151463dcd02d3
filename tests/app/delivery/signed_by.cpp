#include "tests/app/delivery/signed_by.h"

namespace chinhchu::testing {

void certify(const EnrolledHome& home, const QString& name, const QString& subject)
{
    const QString key = "carrier/" + name + ".key";
    const QString certificate = "carrier/" + name + ".crt";
    openssl(home.folder(), {"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", subject,
                            "-keyout", key, "-out", certificate + ".csr"});
    openssl(home.folder(), {"x509", "-req", "-in", certificate + ".csr", "-CA", "enrolment/carrier-ca.crt", "-CAkey",
                            "carrier/ca.key", "-CAcreateserial", "-days", "2", "-out", certificate});
}

QByteArray signedBy(const EnrolledHome& home, const QString& name, const QByteArray& content)
{
    home.write("content", content);
    return openssl(home.folder(), {"cms", "-sign", "-binary", "-nodetach", "-cades", "-md", "sha256", "-signer",
                                   "carrier/" + name + ".crt", "-inkey", "carrier/" + name + ".key", "-in", "content",
                                   "-outform", "DER"});
}

} // namespace chinhchu::testing
