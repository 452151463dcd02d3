#pragma once

#include "app/outbox/outbox.h"

#include <atomic>
#include <functional>
#include <memory>

namespace counter {

/// An outbox whose disk is full as long as somebody says so: nothing new can be kept, the rest is another outbox's
/// work.
class FullOutbox : public chinhchu::app::Outbox
{
public:
    template <class T>
    using Result = chinhchu::Result<T>;
    using Receipt = chinhchu::app::BindingReceipt;

    FullOutbox(std::shared_ptr<Outbox> inner, std::shared_ptr<std::atomic<bool>> full)
        : m_inner(std::move(inner))
        , m_full(std::move(full))
    {
    }

    Result<void> enqueue(const QString& bindingId, const QByteArray& sealedEvidence) override
    {
        if (m_full->load())
            return chinhchu::fail(chinhchu::FailureCode::StorageFailed, "full");
        return m_inner->enqueue(bindingId, sealedEvidence);
    }

    Result<void> checkRoom() override { return m_inner->checkRoom(); }
    Result<std::vector<Entry>> list() override { return m_inner->list(); }
    Result<std::vector<QString>> due(const QDateTime& now) override { return m_inner->due(now); }
    Result<std::vector<QString>> undecided(int most) override { return m_inner->undecided(most); }
    Result<int> countUndecided() override { return m_inner->countUndecided(); }
    Result<Entry> entry(const QString& bindingId) override { return m_inner->entry(bindingId); }
    Result<QByteArray> sealedEvidence(const QString& bindingId) override { return m_inner->sealedEvidence(bindingId); }
    Result<void> markDelivered(const Receipt& receipt) override { return m_inner->markDelivered(receipt); }
    Result<void> markDecided(const Receipt& receipt) override { return m_inner->markDecided(receipt); }
    Result<void> markRefused(const QString& bindingId, const QString& reason) override
    {
        return m_inner->markRefused(bindingId, reason);
    }
    Result<int> retryRefused(const QString& bindingId) override { return m_inner->retryRefused(bindingId); }
    Result<void> markFailed(const QString& bindingId, const chinhchu::Failure& failure) override
    {
        return m_inner->markFailed(bindingId, failure);
    }
    Result<std::vector<Untold>> untold() override { return m_inner->untold(); }
    Result<qint64> toldUpTo() override { return m_inner->toldUpTo(); }
    Result<void> markTold(qint64 upTo) override { return m_inner->markTold(upTo); }
    Result<void> together(const std::function<Result<void>()>& steps) override { return m_inner->together(steps); }
    Result<bool> takeTurn() override { return m_inner->takeTurn(); }
    void giveTurnBack() override { m_inner->giveTurnBack(); }
    [[nodiscard]] const std::optional<Recovery>& recovery() const override { return m_inner->recovery(); }
    Result<void> recoveryTold() override { return m_inner->recoveryTold(); }
    Result<std::vector<Recovery>> recoveries() override { return m_inner->recoveries(); }
    Result<int> verify() override { return m_inner->verify(); }

private:
    std::shared_ptr<Outbox> m_inner;
    std::shared_ptr<std::atomic<bool>> m_full;
};

/// What a session opens its queue with, so that its disk is full as long as @p full says so.
inline auto fullWhen(std::function<chinhchu::Result<std::shared_ptr<chinhchu::app::Outbox>>()> open,
                     std::shared_ptr<std::atomic<bool>> full)
{
    return [open = std::move(open), full = std::move(full)]() -> decltype(open()) {
        auto outbox = open();
        if (!outbox)
            return outbox;
        return std::make_shared<FullOutbox>(*std::move(outbox), full);
    };
}

} // namespace counter
