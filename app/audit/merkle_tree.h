#pragma once

#include <QByteArray>

#include <vector>

namespace chinhchu::app {

/// The Merkle tree hash of a list that only grows (RFC 6962, 2.1): 0x00 before a leaf, 0x01 before a node, SHA-256.
/// Keeps one hash for each complete subtree, so that appending costs a logarithm.
class MerkleTree
{
public:
    void append(const QByteArray& leaf);
    /// 32 bytes; SHA-256 of nothing for the empty list.
    [[nodiscard]] QByteArray root() const;
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    qint64 m_size = 0;
    std::vector<QByteArray> m_subtrees; ///< of falling size: the binary digits of m_size
};

} // namespace chinhchu::app
