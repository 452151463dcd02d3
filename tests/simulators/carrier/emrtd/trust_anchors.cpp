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

void addCertificates(const QByteArray& data, STACK_OF(X509) * stack)
{
    const auto* der = reinterpret_cast<const unsigned char*>(data.constData());
    if (X509* certificate = d2i_X509(nullptr, &der, long(data.size()))) {
        sk_X509_push(stack, certificate);
        return;
    }
    const BioPtr bio(BIO_new_mem_buf(data.constData(), int(data.size())));
    while (X509* certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        sk_X509_push(stack, certificate);
    ERR_clear_error();
}

} // namespace

TrustAnchors::TrustAnchors(QString folder)
    : m_folder(std::move(folder))
{
    load();
}

std::shared_ptr<STACK_OF(X509)> TrustAnchors::certificates()
{
    const std::lock_guard lock(m_mutex);
    load();
    return m_certificates;
}

void TrustAnchors::load()
{
    const QStringList files = filesIn(m_folder);
    const QString state = stateOf(files);
    if (m_certificates && state == m_state)
        return;
    const std::shared_ptr<STACK_OF(X509)> loaded(sk_X509_new_null(), freeCertificates);
    for (const QString& path : files) {
        QFile file(path);
        if (file.size() <= largestFile && file.open(QIODevice::ReadOnly))
            addCertificates(file.readAll(), loaded.get());
    }
    m_certificates = loaded;
    m_state = state;
}

} // namespace chinhchu::sandbox
