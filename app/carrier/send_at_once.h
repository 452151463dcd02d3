#pragma once

namespace chinhchu::app {

/// Lets every TCP connection of this process send what it has at once (TCP_NODELAY), cheap enough for each new one.
///
/// QNetworkAccessManager sends the header of a request, and its body a moment later. By the algorithm of Nagle (RFC 896)
/// the end of the body then waits until the header is acknowledged, and the other side may take 40 ms for that (RFC 1122,
/// 4.2.3.2). Qt does not hand out its sockets, so they are looked up where the kernel lists them.
void sendAtOnce();

} // namespace chinhchu::app
