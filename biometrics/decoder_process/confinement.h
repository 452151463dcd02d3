#pragma once

namespace chinhchu::biometrics {

/// From here on this process can read and write what is already open, ask for memory and end; nothing else. Limits:
/// 5 s of processor time, 768 MB of memory. False when the system refuses: then nothing must be decoded.
bool confineThisProcess();

} // namespace chinhchu::biometrics
