#include "app/audit/audit_head.h"

#include <QFile>
#include <QSaveFile>

namespace chinhchu::app {

namespace {

/// Of a head as text, and more.
constexpr qint64 LongestHead = 4096;

QString headFile(const QString& trail)
{
    return trail + ".head";
}

} // namespace

std::optional<AuditHead> AuditHead::fromText(const QByteArray& text)
{
    constexpr qsizetype sizeOfSha256 = 32;
    const qsizetype colon = text.indexOf(':');
    bool isNumber = false;
    AuditHead head;
    head.size = text.left(colon).toLongLong(&isNumber);
    head.root = QByteArray::fromHex(text.mid(colon + 1));
    // Written back it must be the same: fromHex() skips what is no digit.
    if (colon < 0 || !isNumber || head.size < 0 || head.root.size() != sizeOfSha256 || head.text() != text.toLower())
        return std::nullopt;
    return head;
}

Result<AuditHead> AuditHead::keptBeside(const QString& trail)
{
    QFile file(headFile(trail));
    if (!file.exists())
        return AuditHead{};
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureCode::FileUnreadable, file.errorString().toStdString());
    const auto head = fromText(file.read(LongestHead).trimmed());
    if (!head)
        return fail(FailureCode::AuditBroken, "the head beside the trail is not one");
    return *head;
}

Result<void> AuditHead::keepBeside(const QString& trail) const
{
    QSaveFile file(headFile(trail));
    const QByteArray content = text() + '\n';
    const bool kept = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                      file.write(content) == content.size() && file.commit();
    if (!kept)
        return fail(FailureCode::StorageFailed, "audit trail: " + file.errorString().toStdString());
    return {};
}

} // namespace chinhchu::app
