#include "nfc/pcsc/pcsc_connection.h"

#include "nfc/pcsc/pcsc_error.h"
#include "nfc/pcsc/reader_names.h"

#include <algorithm>
#include <thread>

namespace chinhchu::nfc {

namespace {

/// The double-zero terminated list of PC/SC.
std::vector<std::string> splitNames(const std::vector<char>& list)
{
    std::vector<std::string> names;
    auto at = list.begin();
    while (at != list.end() && *at != '\0') {
        const auto end = std::find(at, list.end(), '\0');
        names.emplace_back(at, end);
        at = end == list.end() ? end : end + 1;
    }
    return names;
}

ReaderInfo describe(const SCARD_READERSTATE& state)
{
    ReaderInfo info;
    info.name = state.szReader;
    info.cardPresent = (state.dwEventState & SCARD_STATE_PRESENT) != 0;
    info.inUse = (state.dwEventState & SCARD_STATE_EXCLUSIVE) != 0;
    info.isVirtual = isVirtualReader(info.name);
    const auto atrBytes = std::min<std::size_t>(state.cbAtr, sizeof state.rgbAtr);
    info.atr.assign(state.rgbAtr, state.rgbAtr + atrBytes);
    return info;
}

std::vector<SCARD_READERSTATE> stateRequests(const std::vector<std::string>& names)
{
    std::vector<SCARD_READERSTATE> states(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        states[i] = {};
        states[i].szReader = names[i].c_str();
        states[i].dwCurrentState = SCARD_STATE_UNAWARE;
    }
    return states;
}

} // namespace

PcscContext::~PcscContext()
{
    release();
}

void PcscContext::release()
{
    if (m_established)
        SCardReleaseContext(m_context);
    m_established = false;
}

Result<void> PcscContext::establish()
{
    release();
    const LONG code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_context);
    if (code != SCARD_S_SUCCESS)
        return pcscFailure("SCardEstablishContext", code);
    m_established = true;
    return {};
}

Result<std::vector<std::string>> PcscContext::readerNames()
{
    DWORD size = 0;
    LONG code = SCardListReaders(m_context, nullptr, nullptr, &size);
    std::vector<char> list(size);
    if (code == SCARD_S_SUCCESS)
        code = SCardListReaders(m_context, nullptr, list.data(), &size);
    if (code != SCARD_S_SUCCESS)
        return pcscFailure("SCardListReaders", code);
    return splitNames(list);
}

Result<std::vector<ReaderInfo>> PcscContext::states(const std::vector<std::string>& names)
{
    auto requests = stateRequests(names);
    const LONG code = SCardGetStatusChange(m_context, 0, requests.data(), static_cast<DWORD>(requests.size()));
    if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT)
        return pcscFailure("SCardGetStatusChange", code);
    std::vector<ReaderInfo> infos;
    std::ranges::transform(requests, std::back_inserter(infos), describe);
    return infos;
}

void PcscContext::waitForChange(const std::vector<ReaderInfo>& known, std::chrono::milliseconds patience)
{
    std::vector<std::string> names;
    std::ranges::transform(known, std::back_inserter(names), &ReaderInfo::name);
    auto requests = stateRequests(names);
    for (std::size_t i = 0; i < known.size(); ++i)
        requests[i].dwCurrentState = known[i].cardPresent ? SCARD_STATE_PRESENT : SCARD_STATE_EMPTY;
    const LONG code = SCardGetStatusChange(m_context, static_cast<DWORD>(patience.count()), requests.data(),
                                           static_cast<DWORD>(requests.size()));
    // A dead pcscd answers at once: whoever asks again must not spin.
    if (code != SCARD_S_SUCCESS && code != SCARD_E_TIMEOUT)
        std::this_thread::sleep_for(patience);
}

bool PcscContext::lookAgain(const std::string& reader)
{
    SCARDHANDLE card = 0;
    DWORD protocol = 0;
    if (SCardConnect(m_context, reader.c_str(), SCARD_SHARE_DIRECT, 0, &card, &protocol) != SCARD_S_SUCCESS)
        return false;
    const LONG code =
        SCardReconnect(card, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, SCARD_RESET_CARD, &protocol);
    SCardDisconnect(card, SCARD_LEAVE_CARD);
    return code == SCARD_S_SUCCESS;
}

} // namespace chinhchu::nfc
