#include "biometrics/codec/confined_decoder.h"

#include "biometrics/codec/decoder_protocol.h"
#include "biometrics/codec/picture_header.h"

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace chinhchu::biometrics {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

/// The parent's end of the child: whatever happens, the child is ended and collected.
class DecoderProcess
{
public:
    explicit DecoderProcess(const fs::path& program)
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
            return;
        m_socket = ends[0];
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
        std::string name = program.string();
        char* arguments[] = {name.data(), nullptr};
        char* environment[] = {nullptr};
        if (::posix_spawn(&m_process, name.c_str(), &actions, nullptr, arguments, environment) != 0)
            m_process = -1;
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
    }

    DecoderProcess(const DecoderProcess&) = delete;
    DecoderProcess& operator=(const DecoderProcess&) = delete;

    ~DecoderProcess()
    {
        if (m_socket >= 0)
            ::close(m_socket);
        if (m_process > 0) {
            ::kill(m_process, SIGKILL);
            ::waitpid(m_process, nullptr, 0);
        }
    }

    [[nodiscard]] bool running() const { return m_process > 0; }

    bool send(ByteView data, Clock::time_point deadline)
    {
        while (!data.empty()) {
            if (!wait(POLLOUT, deadline))
                return false;
            const ssize_t sent = ::send(m_socket, data.data(), data.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent <= 0 && errno != EAGAIN && errno != EINTR)
                return false;
            if (sent > 0)
                data = data.subspan(static_cast<std::size_t>(sent));
        }
        return ::shutdown(m_socket, SHUT_WR) == 0;
    }

    bool receive(void* target, std::size_t size, Clock::time_point deadline)
    {
        auto* position = static_cast<std::uint8_t*>(target);
        while (size > 0) {
            if (!wait(POLLIN, deadline))
                return false;
            const ssize_t received = ::recv(m_socket, position, size, MSG_DONTWAIT);
            if (received == 0 || (received < 0 && errno != EAGAIN && errno != EINTR))
                return false;
            if (received > 0) {
                position += received;
                size -= static_cast<std::size_t>(received);
            }
        }
        return true;
    }

private:
    [[nodiscard]] bool wait(short events, Clock::time_point deadline) const
    {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            return false;
        pollfd watched{m_socket, events, 0};
        const int ready = ::poll(&watched, 1, static_cast<int>(left));
        return ready > 0 || (ready < 0 && errno == EINTR);
    }

    pid_t m_process = -1;
    int m_socket = -1;
};

} // namespace

fs::path photoDecoderProgram()
{
    constexpr char name[] = "chinhchu-photo-decoder";
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    for (const fs::path& folder :
         {self.parent_path(), fs::path("/usr/libexec/chinhchu"), fs::path(CHINHCHU_DECODER_BUILD_FOLDER)}) {
        if (!folder.empty() && ::access((folder / name).c_str(), X_OK) == 0)
            return folder / name;
    }
    return {};
}

Result<Image> decodeConfined(ByteView encoded, std::chrono::milliseconds patience)
{
    const auto promised = readPictureHeader(encoded);
    if (!promised || encoded.size() > largestPhotoFile)
        return fail(FailureCode::PhotoUndecodable, "not a JPEG, JPEG 2000 or PNG picture of up to 16 MiB");
    const fs::path program = photoDecoderProgram();
    if (program.empty())
        return fail(FailureCode::SettingsInvalid, "the program chinhchu-photo-decoder is not installed");
    DecoderProcess decoder(program);
    if (!decoder.running())
        return fail(FailureCode::SettingsInvalid, program.string() + " does not start");

    const auto deadline = Clock::now() + patience;
    DecodedHeader header;
    if (!decoder.send(encoded, deadline) || !decoder.receive(&header, sizeof header, deadline))
        return fail(FailureCode::PhotoUndecodable, "the confined decoder ended or took too long");
    if (header.magic != DecodedHeader::expectedMagic || header.width == 0)
        return fail(FailureCode::PhotoUndecodable, "the confined decoder gave up");
    // The child is not believed: a size other than the header's is refused before a buffer of that size is made.
    if (header.width != promised->width || header.height != promised->height || header.width > largestPhotoSide ||
        header.height > largestPhotoSide)
        return fail(FailureCode::PhotoUndecodable, "size differs from the header");
    Image image{static_cast<int>(header.width), static_cast<int>(header.height),
                Bytes(std::size_t(header.width) * header.height * 3)};
    if (!decoder.receive(image.pixels.data(), image.pixels.size(), deadline))
        return fail(FailureCode::PhotoUndecodable, "the confined decoder broke off");
    return image;
}

} // namespace chinhchu::biometrics
