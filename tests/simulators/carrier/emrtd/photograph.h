#pragma once

#include <QByteArray>

namespace chinhchu::sandbox {

/// The first picture of EF.DG2 (ISO/IEC 19794-5 in CBEFF, ICAO 9303-10, 4.7.2), still encoded; empty where there is none of
/// that kind. Of a file whose hash was right only.
QByteArray photographIn(const QByteArray& dg2);

} // namespace chinhchu::sandbox
