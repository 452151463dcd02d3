#pragma once

#include <string>

namespace chinhchu::biometrics {

/// The library that multiplies matrices for the networks, and what it makes of this processor. An embedding takes ten times
/// as long with a plain BLAS, and half as long again with OpenBLAS's oldest kernel.
struct LinearAlgebra
{
    std::string library; ///< "OpenBLAS"; empty: another BLAS
    std::string kernel;  ///< the processor it takes this one for: "Haswell"
    std::string better;  ///< the kernel this processor could run as well; empty: none
};

LinearAlgebra linearAlgebra();

/// Starts this program anew with the better kernel, with the same arguments and process id. OpenBLAS chooses once, when it
/// is loaded, and takes a processor that is newer than itself for one of the oldest; only its environment can tell it
/// otherwise. Returns where there is nothing to better, or where the environment has chosen already.
/// Call it first in main(): no thread, no file, no secret may be there yet.
void restartWithBetterKernel(char* const arguments[]);

} // namespace chinhchu::biometrics
