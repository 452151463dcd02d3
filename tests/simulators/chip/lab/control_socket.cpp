#include "tests/simulators/chip/lab/control_socket.h"

#include "tests/simulators/chip/wire/bytes.h"

#include <cstring>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace chinhchu::chip {

ControlSocket::~ControlSocket()
{
    if (m_socket < 0)
        return;
    ::close(m_socket);
    ::unlink(m_path.c_str());
}

void ControlSocket::listen(const std::string& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        throw LabError("the path of the control socket is too long: " + path);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    m_path = path;
    ::unlink(path.c_str());
    m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (m_socket < 0 || ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(m_socket, 8) != 0)
        throw LabError("cannot listen on " + path + ": " + std::strerror(errno));
}

void ControlSocket::serveOne(const std::function<std::string(const std::string&)>& obey) const
{
    const int caller = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
    if (caller < 0)
        return;
    const timeval patience{1, 0}; // a caller who says nothing must not stop the card
    ::setsockopt(caller, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    std::string line;
    for (char c = 0; line.size() < 1000 && ::recv(caller, &c, 1, 0) == 1 && c != '\n';)
        line += c;
    const std::string answer = obey(line) + "\n";
    ::send(caller, answer.data(), answer.size(), MSG_NOSIGNAL);
    ::close(caller);
}

} // namespace chinhchu::chip
