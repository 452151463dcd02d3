#include "app/audit/checked_trail.h"

#include "app/settings/machine_start.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

#include <sys/stat.h>

namespace chinhchu::app {

namespace {

/// 63 subtrees of 64 digits, and the rest.
constexpr qint64 LargestFile = 8192;

QString checkedFile(const QFile& trail)
{
    return trail.fileName() + QStringLiteral(".checked");
}

/// What changes whenever somebody changes the file. Empty where that cannot be told.
QString stateOf(const QFile& trail)
{
    struct stat state = {};
    const QString start = machineStart();
    if (start.isEmpty() || ::fstat(trail.handle(), &state) != 0)
        return {};
    return QStringLiteral("%1 %2:%3 %4 bytes, changed %5.%6")
        .arg(start)
        .arg(state.st_dev)
        .arg(state.st_ino)
        .arg(state.st_size)
        .arg(state.st_ctim.tv_sec)
        .arg(state.st_ctim.tv_nsec, 9, 10, QLatin1Char('0'));
}

std::optional<MerkleTree> treeOf(const QJsonObject& json)
{
    std::vector<QByteArray> subtrees;
    for (const QJsonValue each : json["subtrees"].toArray())
        subtrees.push_back(QByteArray::fromHex(each.toString().toLatin1()));
    return MerkleTree::of(json["size"].toInteger(-1), std::move(subtrees));
}

} // namespace

std::optional<CheckedTrail> CheckedTrail::load(const QFile& trail)
{
    QFile file(checkedFile(trail));
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    const QString state = stateOf(trail);
    auto tree = treeOf(json);
    if (!tree || state.isEmpty() || json["trail"].toString() != state)
        return std::nullopt;
    const std::chrono::milliseconds wholeAt(json["wholeAtMs"].toInteger(std::numeric_limits<qint64>::max()));
    if (wholeAt > uptime() || wholeAt < uptime() - BetweenWholeChecks)
        return std::nullopt;
    return CheckedTrail{*std::move(tree), trail.size(), wholeAt};
}

void CheckedTrail::save(const QFile& trail) const
{
    // The lock keeps others away while it is written; who is killed meanwhile leaves a mixture, which does not fit. Written
    // over in place: a file that is cut or replaced is flushed to the disk at once by ext4 (auto_da_alloc, ext4(5)).
    QFile file(checkedFile(trail));
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QJsonArray subtrees;
    for (const QByteArray& each : tree.subtrees())
        subtrees.append(QString::fromLatin1(each.toHex()));
    const QByteArray text = QJsonDocument(QJsonObject{{"trail", stateOf(trail)},
                                                      {"size", tree.size()},
                                                      {"subtrees", subtrees},
                                                      {"wholeAtMs", qint64(wholeAt.count())}})
                                .toJson();
    if (file.write(text) == text.size())
        file.resize(text.size());
}

} // namespace chinhchu::app
