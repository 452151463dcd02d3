#pragma once

#include "tests/app/delivery/enrolled_home.h"

namespace chinhchu::testing {

/// Makes a key and a certificate of the carrier's authority in carrier/NAME.key and carrier/NAME.crt; by the openssl command.
void certify(const EnrolledHome& home, const QString& name, const QString& subject);

/// A document (CMS SignedData) by one that was certified; by the openssl command.
QByteArray signedBy(const EnrolledHome& home, const QString& name, const QByteArray& content);

} // namespace chinhchu::testing
