#pragma once

#include <functional>
#include <string>

namespace chinhchu::chip {

/// A Unix socket on which somebody tells a running simulator what to do: one line in, one line back, then it closes.
class ControlSocket
{
public:
    ControlSocket() = default;
    ~ControlSocket();
    ControlSocket(const ControlSocket&) = delete;
    ControlSocket& operator=(const ControlSocket&) = delete;

    /// Throws LabError.
    void listen(const std::string& path);
    [[nodiscard]] int descriptor() const { return m_socket; }
    /// Takes one caller and answers with what @p obey says to their line.
    void serveOne(const std::function<std::string(const std::string&)>& obey) const;

private:
    int m_socket = -1;
    std::string m_path;
};

} // namespace chinhchu::chip
