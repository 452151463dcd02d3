#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace chinhchu::app {

/// The Merkle tree hash of a list that only grows (RFC 6962, 2.1): 0x00 before a leaf, 0x01 before a node, SHA-256.
/// Keeps one hash for each complete subtree, so that appending costs a logarithm.
class MerkleTree
{
public:
    /// One that goes on from what subtrees() gave at @p size; nothing when these are not the subtrees of so many leaves.
    static std::optional<MerkleTree> of(qint64 size, std::vector<QByteArray> subtrees);

    void append(const QByteArray& leaf);
    /// 32 bytes; SHA-256 of nothing for the empty list.
    [[nodiscard]] QByteArray root() const;
    [[nodiscard]] qint64 size() const { return m_size; }
    /// The roots of the complete subtrees, the largest first (RFC 6962, 2.1): all that is needed to go on.
    [[nodiscard]] const std::vector<QByteArray>& subtrees() const { return m_subtrees; }

private:
    qint64 m_size = 0;
    std::vector<QByteArray> m_subtrees; ///< of falling size: the binary digits of m_size
};

} // namespace chinhchu::app
