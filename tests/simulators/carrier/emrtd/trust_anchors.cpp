#include "emrtd/trust_anchors.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFile>

namespace chinhchu::sandbox {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

QStringList filesIn(const QString& folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files.append(walk.next());
    files.sort();
    return files;
}

QString stateOf(const QStringList& files)
{
    QString state;
    for (const QString& path : files) {
        const QFileInfo info(path);
        state += QStringLiteral("%1 %2 %3\n").arg(path).arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
    }
    return state;
}

void add(const QByteArray& data, AnchorSet& anchors)
{
    const auto* der = reinterpret_cast<const unsigned char*>(data.constData());
    if (X509* certificate = d2i_X509(nullptr, &der, long(data.size()))) {
        sk_X509_push(anchors.certificates.get(), certificate);
        return;
    }
    der = reinterpret_cast<const unsigned char*>(data.constData());
    if (X509_CRL* list = d2i_X509_CRL(nullptr, &der, long(data.size()))) {
        sk_X509_CRL_push(anchors.revocations.get(), list);
        return;
    }
    const BioPtr certificates(BIO_new_mem_buf(data.constData(), int(data.size())));
    while (X509* certificate = PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr))
        sk_X509_push(anchors.certificates.get(), certificate);
    const BioPtr lists(BIO_new_mem_buf(data.constData(), int(data.size())));
    while (X509_CRL* list = PEM_read_bio_X509_CRL(lists.get(), nullptr, nullptr, nullptr))
        sk_X509_CRL_push(anchors.revocations.get(), list);
}

} // namespace

std::shared_ptr<const AnchorSet> TrustAnchors::current()
{
    const std::lock_guard lock(m_mutex);
    const QStringList files = filesIn(m_folder);
    const QString state = stateOf(files);
    if (m_anchors && state == m_state)
        return m_anchors;
    const auto loaded = std::make_shared<AnchorSet>();
    for (const QString& path : files) {
        QFile file(path);
        if (file.size() <= largestFile && file.open(QIODevice::ReadOnly))
            add(file.readAll(), *loaded);
    }
    ERR_clear_error();
    m_anchors = loaded;
    m_state = state;
    return m_anchors;
}

} // namespace chinhchu::sandbox
