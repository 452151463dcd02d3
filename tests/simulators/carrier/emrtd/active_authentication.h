#pragma once

#include <QByteArray>
#include <QString>

namespace chinhchu::sandbox {

/// Did the chip whose key is in DG15 answer this challenge (ICAO 9303-11, 6.1)?
///
/// RSA: ISO/IEC 9796-2 scheme 1 with partial message recovery. ECDSA: r and s side by side (BSI TR-03111, 5.2.1) or
/// DER; the digest is the one named in DG14, where that is empty one that fits the curve.
bool chipAnswered(const QByteArray& dg15, const QByteArray& dg14, const QByteArray& challenge,
                  const QByteArray& response);

/// The first 8 bytes of SHA-256(nonce, device id, session id, EF.SOD), as FORMAT.md wants it.
QByteArray challengeFor(const QByteArray& nonce, const QString& deviceId, const QString& sessionId,
                        const QByteArray& sod);

} // namespace chinhchu::sandbox
