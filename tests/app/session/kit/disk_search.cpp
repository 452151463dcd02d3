#include "tests/app/session/kit/disk_search.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStringEncoder>

#include <cstring>

namespace counter {

namespace {

/// Shorter pieces come about by chance.
constexpr qsizetype ShortestInBase64 = 9;
constexpr qsizetype Piece = 16;
constexpr int PiecesOfAFile = 24;

QString withoutDiacritics(const QString& text)
{
    QString plain = text.normalized(QString::NormalizationForm_D);
    plain.removeIf([](QChar each) { return each.category() == QChar::Mark_NonSpacing; });
    // The letter with a stroke is not composed of anything.
    return plain.replace(QChar(0x111), QLatin1Char('d')).replace(QChar(0x110), QLatin1Char('D'));
}

QSet<QString> spellings(const QString& text)
{
    QSet<QString> all;
    for (const QString& form : {text.normalized(QString::NormalizationForm_C),
                                text.normalized(QString::NormalizationForm_D), withoutDiacritics(text)})
        all.unite({form, form.toUpper(), form.toLower()});
    return all;
}

bool isTelling(const QByteArray& piece)
{
    return QSet<char>(piece.begin(), piece.end()).size() >= Piece / 2;
}

} // namespace

void DiskSearch::addText(const QString& text)
{
    for (const QString& spelling : spellings(text)) {
        addBytes(spelling.toUtf8(), text);
        addBytes(QStringEncoder(QStringEncoder::Utf16LE).encode(spelling), text);
        addBytes(QStringEncoder(QStringEncoder::Utf16BE).encode(spelling), text);
    }
    addWithBase64(text.toUtf8(), text);
}

void DiskSearch::addFile(const QByteArray& content, const QString& name)
{
    const qsizetype step = std::max(Piece, content.size() / PiecesOfAFile);
    for (qsizetype at = 0; at + Piece <= content.size(); at += step)
        if (const QByteArray piece = content.mid(at, Piece); isTelling(piece))
            addWithBase64(piece, name);
}

void DiskSearch::addBytes(const QByteArray& bytes, const QString& name)
{
    m_needles.push_back({bytes, name});
}

/// Where the bytes begin inside a group of three decides how they look; the ends of it belong to the neighbours.
void DiskSearch::addWithBase64(const QByteArray& bytes, const QString& name)
{
    addBytes(bytes, name);
    if (bytes.size() < ShortestInBase64)
        return;
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray whole = (QByteArray(before, 'x') + bytes).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype first = before == 0 ? 0 : 4;
        addBytes(whole.mid(first, (before + bytes.size()) / 3 * 4 - first), name);
    }
}

void DiskSearch::look(const QString& folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const std::pair now{file.size(), file.lastModified()};
        if (!file.isSymLink() && m_seen.value(file.filePath()) != now) {
            m_seen.insert(file.filePath(), now);
            lookInto(file.filePath());
        }
    }
}

void DiskSearch::lookInto(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return; // gone meanwhile
    const QByteArray content = file.readAll();
    m_bytes += content.size();
    for (const Needle& needle : m_needles) {
        const auto found = needle.name + " in " + path;
        if (::memmem(content.constData(), std::size_t(content.size()), needle.bytes.constData(),
                     std::size_t(needle.bytes.size())) != nullptr &&
            !m_found.contains(found))
            m_found.append(found);
    }
}

QStringList DiskSearch::neverFound() const
{
    QStringList names;
    for (const Needle& needle : m_needles) {
        const bool anywhere = std::any_of(m_found.begin(), m_found.end(), [&](const QString& each) {
            return each.startsWith(needle.name + " in ");
        });
        if (!anywhere && !names.contains(needle.name))
            names.append(needle.name);
    }
    return names;
}

} // namespace counter
