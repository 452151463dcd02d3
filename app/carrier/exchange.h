#pragma once

#include "app/settings/enrolment.h"
#include "resources/base/failure.h"
#include "resources/base/wiping_memory.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace chinhchu::app {

/// Where the operations of the description are, from the carrier's address.
QUrl apiBase(QUrl carrier);

/// One HTTPS request and its answer, with the rules all operations share: TLS 1.2 or later with the device's
/// certificate, only the carrier's authority trusted, no redirects, cookies or caches, bounded answers, time-outs, an
/// x-correlator.
class Exchange
{
public:
    using Done = std::function<void(const Result<QByteArray>& body)>;

    Exchange(const Enrolment& enrolment, QUrl base);
    ~Exchange();
    Exchange(Exchange&&) noexcept = default;

    void setTimeouts(std::chrono::milliseconds silence, std::chrono::milliseconds total);
    /// How far the carrier's clock was ahead at its last answer.
    [[nodiscard]] std::optional<std::chrono::seconds> clockSkew() const { return m_clock->skew; }
    /// Called with the carrier's own time at each of its answers.
    void setHeard(std::function<void(const QDateTime&)> heard) { m_clock->heard = std::move(heard); }

    /// The carrier says what time it is in an answer itself, whose headers may be of a gateway and may have none.
    void hear(const QDateTime& carrier) { m_clock->hear(carrier); }

    void get(const char* path, Done done);
    /// Sends a JSON body.
    void post(const char* path, Bytes json, Done done);
    /// What stands beside sealed evidence in the headers of its submission.
    struct Submission
    {
        QString idempotencyKey;
        QByteArray auditHead; ///< may be empty
    };
    void submit(const char* path, const Submission& submission, const QByteArray& sealed, Done done);

private:
    struct Clock
    {
        std::optional<std::chrono::seconds> skew;
        std::function<void(const QDateTime&)> heard;
        void hear(const QDateTime& carrier);
    };

    [[nodiscard]] QNetworkRequest request(const char* path, const char* contentType) const;
    void watch(QNetworkReply* reply, Done done);

    QUrl m_base;
    QSslConfiguration m_tls;
    std::chrono::milliseconds m_silence = std::chrono::seconds(20);
    std::chrono::milliseconds m_total = std::chrono::seconds(60);
    std::shared_ptr<Clock> m_clock;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

} // namespace chinhchu::app
