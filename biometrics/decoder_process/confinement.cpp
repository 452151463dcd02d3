#include "biometrics/decoder_process/confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include <array>
#include <cstddef>
#include <iterator>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace chinhchu::biometrics {

namespace {

#if defined(__x86_64__)
constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#else
#error "name the audit architecture of this machine"
#endif

// What a decoder needs once everything is loaded and the picture is in memory.
constexpr long allowed[] = {SYS_read,    SYS_write,  SYS_brk,           SYS_munmap,         SYS_mremap,
                            SYS_madvise, SYS_futex,  SYS_exit,          SYS_exit_group,     SYS_rt_sigreturn,
                            SYS_getpid,  SYS_gettid, SYS_clock_gettime, SYS_rt_sigprocmask, SYS_rt_sigaction};

void limit(decltype(RLIMIT_AS) resource, rlim_t value)
{
    const rlimit bounds{value, value};
    ::setrlimit(resource, &bounds);
}

void setLimits()
{
    limit(RLIMIT_CPU, 5);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_NOFILE, 0);
#if !defined(__SANITIZE_ADDRESS__) // whose shadow memory alone is terabytes of address space
    limit(RLIMIT_AS, rlim_t{768} << 20);
#endif
}

sock_filter statement(int code, unsigned value)
{
    return BPF_STMT(static_cast<unsigned short>(code), value);
}

sock_filter jump(int code, unsigned value, unsigned char whenTrue, unsigned char whenFalse)
{
    return BPF_JUMP(static_cast<unsigned short>(code), value, whenTrue, whenFalse);
}

/// mmap and mprotect are allowed unless they ask for executable memory.
void allowUnlessExecutable(std::vector<sock_filter>& filter, long call)
{
    constexpr unsigned protectionArgument = offsetof(seccomp_data, args) + 2 * sizeof(std::uint64_t);
    constexpr unsigned executable = 4; // PROT_EXEC
    filter.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 4));
    filter.push_back(statement(BPF_LD | BPF_W | BPF_ABS, protectionArgument));
    filter.push_back(jump(BPF_JMP | BPF_JSET | BPF_K, executable, 0, 1));
    filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
}

std::vector<sock_filter> makeFilter()
{
    std::vector<sock_filter> filter{
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        jump(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
        statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    for (const long call : allowed) {
        filter.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call), 0, 1));
        filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    }
    allowUnlessExecutable(filter, SYS_mmap);
    allowUnlessExecutable(filter, SYS_mprotect);
    filter.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    return filter;
}

} // namespace

bool confineThisProcess()
{
    setLimits();
    std::vector<sock_filter> filter = makeFilter();
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

} // namespace chinhchu::biometrics
