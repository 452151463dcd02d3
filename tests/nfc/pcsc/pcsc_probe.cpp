// A process of its own for one question to pcscd: the client library remembers pcscd's socket once it has found it.
//
//   pcsc_probe list [PATIENCE-MS] | open [READER] | read CAN TRUST-FOLDER | hold | return CONTROL-SOCKET

#include "nfc/chip_reader.h"
#include "nfc/pcsc/reader_service.h"

#include <winscard.h>

#include <iostream>
#include <string>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace chinhchu;
using namespace chinhchu::nfc;

namespace {

int report(const Failure& failure)
{
    std::cout << codeName(failure.code) << ' ' << failure.detail << std::endl;
    return exitStatus(failure.code);
}

int list(std::chrono::milliseconds patience)
{
    const auto readers = ReaderService::list(patience);
    if (!readers)
        return report(readers.error());
    for (const auto& reader : *readers)
        std::cout << reader.name << (reader.cardPresent ? " card" : " empty") << (reader.isVirtual ? " virtual" : "")
                  << std::endl;
    return 0;
}

int open(const std::string& reader)
{
    const auto channel = ReaderService::openCard(reader, std::chrono::milliseconds(0));
    if (!channel)
        return report(channel.error());
    std::cout << (*channel)->info().name << ' ' << (*channel)->info().atr.size() << std::endl;
    return 0;
}

int read(const std::string& can, const std::string& trustFolder)
{
    auto channel = ReaderService::openCard({}, std::chrono::seconds(5));
    if (!channel)
        return report(channel.error());
    ReadRequest request;
    request.keys = {CanKey{SecretText(can)}};
    auto trust = TrustStore::load(trustFolder);
    if (!trust)
        return report(trust.error());
    request.trust = std::move(*trust);
    const auto identity = readChip(**channel, request);
    if (!identity)
        return report(identity.error());
    std::cout << toString(identity->access) << ' ' << toString(identity->authenticity.passive) << ' '
              << toString(identity->authenticity.active) << ' ' << identity->timing.apdus << " APDUs "
              << identity->timing.bytes << " bytes " << identity->timing.totalMs << " ms" << std::endl;
    return exitStatus(identity->authenticity);
}

/// Another program that does not let go of the card, while this one tries to open it.
int openWhileHeld()
{
    SCARDCONTEXT context = 0;
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    const auto readers = ReaderService::list();
    if (!readers)
        return report(readers.error());
    SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context);
    // pcscd looks for a card every 0.4 s: asked at once, it may not have seen the one that lies there.
    constexpr DWORD patience = 5000;
    SCARD_READERSTATE state{};
    state.szReader = readers->front().name.c_str();
    state.dwCurrentState = SCARD_STATE_EMPTY;
    SCardGetStatusChange(context, patience, &state, 1);
    if (SCardConnect(context, readers->front().name.c_str(), SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T1, &card,
                     &protocol) != SCARD_S_SUCCESS)
        return 99;
    return open({});
}

/// One line to the simulated card.
bool tell(const std::string& path, const std::string& line)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    char answer[16] = {};
    const bool told = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                      ::send(socket, line.data(), line.size(), MSG_NOSIGNAL) == ssize_t(line.size()) &&
                      ::recv(socket, answer, sizeof answer, 0) > 0 && std::string(answer) == "ok\n";
    ::close(socket);
    return told;
}

/// The card is lifted, the channel to it ends, and the card is back before pcscd has looked.
int openAfterReturn(const std::string& controlSocket)
{
    auto channel = ReaderService::openCard({}, std::chrono::seconds(5));
    if (!channel || !tell(controlSocket, "remove\n"))
        return 97;
    channel->reset();
    if (!tell(controlSocket, "insert\n"))
        return 96;
    channel = ReaderService::openCard({}, std::chrono::seconds(5));
    if (!channel)
        return report(channel.error());
    std::cout << (*channel)->info().name << std::endl;
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string question = argc > 1 ? argv[1] : "";
    if (question == "list")
        return list(std::chrono::milliseconds(argc > 2 ? std::stoi(argv[2]) : 5000));
    if (question == "open")
        return open(argc > 2 ? argv[2] : "");
    if (question == "read" && argc == 4)
        return read(argv[2], argv[3]);
    if (question == "return" && argc == 3)
        return openAfterReturn(argv[2]);
    return question == "hold" ? openWhileHeld() : 98;
}
