#include "app/audit/merkle_tree.h"

#include <QCryptographicHash>

#include <algorithm>
#include <bit>
#include <utility>

namespace chinhchu::app {

namespace {

QByteArray sha256(const QByteArray& data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256);
}

QByteArray node(const QByteArray& left, const QByteArray& right)
{
    return sha256('\x01' + left + right);
}

} // namespace

std::optional<MerkleTree> MerkleTree::of(qint64 size, std::vector<QByteArray> subtrees)
{
    constexpr qsizetype sizeOfSha256 = 32;
    // One subtree for each one bit of the size.
    if (size < 0 || std::popcount(static_cast<quint64>(size)) != static_cast<int>(subtrees.size()) ||
        !std::ranges::all_of(subtrees, [](const QByteArray& each) { return each.size() == sizeOfSha256; }))
        return std::nullopt;
    MerkleTree tree;
    tree.m_size = size;
    tree.m_subtrees = std::move(subtrees);
    return tree;
}

void MerkleTree::append(const QByteArray& leaf)
{
    QByteArray hash = sha256('\0' + leaf);
    // Each one bit at the end of the size is a subtree of the same height as the one that is being made.
    for (qint64 digits = m_size; digits & 1; digits >>= 1) {
        hash = node(m_subtrees.back(), hash);
        m_subtrees.pop_back();
    }
    m_subtrees.push_back(hash);
    ++m_size;
}

QByteArray MerkleTree::root() const
{
    if (m_subtrees.empty())
        return sha256({});
    QByteArray hash = m_subtrees.back();
    for (std::size_t i = m_subtrees.size() - 1; i > 0; --i)
        hash = node(m_subtrees[i - 1], hash);
    return hash;
}

} // namespace chinhchu::app
