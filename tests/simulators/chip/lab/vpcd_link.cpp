#include "tests/simulators/chip/lab/vpcd_link.h"

#include <cerrno>
#include <chrono>
#include <memory>
#include <thread>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace chinhchu::chip {

namespace {

void setSendTimeout(int socket, int milliseconds) // of connect(), too; 0: none
{
    const timeval patience{milliseconds / 1000, milliseconds % 1000 * 1000};
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

int connectOnce(const std::string& host, const std::string& port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0)
        return -1;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, ::freeaddrinfo);
    for (const addrinfo* address = found; address; address = address->ai_next) {
        const int socket = ::socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, address->ai_protocol);
        if (socket < 0)
            continue;
        // The reader takes one card at a time and looks for the next one every 0.4 s; a card that was put in and taken
        // out in between still waits in its queue. Asking anew is quicker than TCP's own patience.
        setSendTimeout(socket, 100);
        if (::connect(socket, address->ai_addr, address->ai_addrlen) == 0) {
            setSendTimeout(socket, 0);
            return socket;
        }
        ::close(socket);
    }
    return -1;
}

} // namespace

VpcdLink::~VpcdLink()
{
    remove();
}

bool VpcdLink::insert(const std::string& host, const std::string& port, int milliseconds)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::milliseconds(milliseconds);
    remove();
    while ((m_socket = connectOnce(host, port)) < 0) {
        if (Clock::now() >= end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return true;
}

void VpcdLink::remove()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

bool VpcdLink::readExactly(std::uint8_t* into, std::size_t size)
{
    while (size > 0) {
        // The reader writes length and data apart; without an immediate acknowledgement of the first it holds the
        // second back for 40 ms. The kernel forgets this option after each use.
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
        const ssize_t got = ::recv(m_socket, into, size, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        into += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

std::optional<Bytes> VpcdLink::receive()
{
    std::uint8_t length[2];
    if (m_socket < 0 || !readExactly(length, sizeof length))
        return {};
    Bytes message(static_cast<std::size_t>(length[0] << 8 | length[1]));
    if (!readExactly(message.data(), message.size()))
        return {};
    return message;
}

bool VpcdLink::send(ByteView message)
{
    const Bytes framed = join({bigEndian(message.size(), 2), message});
    std::size_t sent = 0;
    while (sent < framed.size()) {
        const ssize_t count = ::send(m_socket, framed.data() + sent, framed.size() - sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        sent += static_cast<std::size_t>(count);
    }
    return true;
}

} // namespace chinhchu::chip
