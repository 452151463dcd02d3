#include "biometrics/models/linear_algebra.h"

#include <cstdlib>
#include <dlfcn.h>
#include <string_view>
#include <unistd.h>

namespace chinhchu::biometrics {

namespace {

constexpr char kernelVariable[] = "OPENBLAS_CORETYPE";

/// The name of the kernel in use; nullptr where the BLAS is not OpenBLAS.
const char* openBlasKernel()
{
    using CoreName = char* (*)();
    const auto ask = reinterpret_cast<CoreName>(dlsym(RTLD_DEFAULT, "openblas_get_corename"));
    return ask != nullptr ? ask() : nullptr;
}

/// Kernels from before AVX2 (2013), in OpenBLAS 0.3's names.
bool isOld(std::string_view kernel)
{
    for (const std::string_view old : {"Katmai", "Coppermine", "Northwood", "Banias", "Prescott", "Core2", "Penryn",
                                       "Dunnington", "Nehalem", "Athlon", "Opteron", "Opteron_SSE3", "Barcelona", "Nano",
                                       "Atom", "Bobcat", "Sandybridge", "Generic"})
        if (kernel == old)
            return true;
    return false;
}

std::string bestForProcessor()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512cd"))
        return "SkylakeX";
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return "Haswell";
#endif
    return {};
}

} // namespace

LinearAlgebra linearAlgebra()
{
    const char* kernel = openBlasKernel();
    if (kernel == nullptr)
        return {};
    return {"OpenBLAS", kernel, isOld(kernel) ? bestForProcessor() : std::string()};
}

void restartWithBetterKernel(char* const arguments[])
{
    if (std::getenv(kernelVariable) != nullptr)
        return;
    const std::string better = linearAlgebra().better;
    // Where it cannot be started anew everything works, only slower.
    if (!better.empty() && setenv(kernelVariable, better.c_str(), 1) == 0)
        execv("/proc/self/exe", arguments);
}

} // namespace chinhchu::biometrics
