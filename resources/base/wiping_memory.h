#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace chinhchu {

/// Gives memory back only after overwriting it, so that keys and personal data do not outlive their use in the heap.
template <class T>
class WipingAllocator
{
public:
    using value_type = T;

    WipingAllocator() noexcept = default;
    template <class U>
    WipingAllocator(const WipingAllocator<U>&) noexcept {}

    T* allocate(std::size_t count) { return std::allocator<T>{}.allocate(count); }

    void deallocate(T* memory, std::size_t count) noexcept
    {
        ::explicit_bzero(memory, count * sizeof(T));
        std::allocator<T>{}.deallocate(memory, count);
    }

    template <class U>
    bool operator==(const WipingAllocator<U>&) const noexcept
    {
        return true;
    }
};

/// The buffer of this project: every byte string that came from a card, a camera or a person lives in one.
using Bytes = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;

/// Bytes owned by somebody else. Never kept beyond the call it is passed to.
using ByteView = std::span<const std::uint8_t>;

/// UTF-8 text about a person, or a password. Not std::string: its short form lives inside the object and is never wiped.
class SecretText
{
public:
    SecretText() = default;
    SecretText(std::string_view text) : m_text(text.begin(), text.end()) {}
    SecretText(const char* text) : SecretText(std::string_view(text)) {}

    [[nodiscard]] std::string_view view() const { return {m_text.data(), m_text.size()}; }
    [[nodiscard]] bool empty() const { return m_text.empty(); }
    [[nodiscard]] std::size_t size() const { return m_text.size(); }

    bool operator==(const SecretText& other) const { return view() == other.view(); }

private:
    std::vector<char, WipingAllocator<char>> m_text;
};

} // namespace chinhchu
