#pragma once

#include "store/connection.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <unordered_map>

namespace chinhchu::sandbox {

/// SQLite through Qt.
class SqliteConnection final : public Connection
{
public:
    explicit SqliteConnection(const QString& file);
    ~SqliteConnection() override;

    Rows run(const QString& sql, const QVariantList& values) override;
    int change(const QString& sql, const QVariantList& values) override;
    void define(const QString& sql) override;
    [[nodiscard]] bool isPostgres() const override { return false; }

protected:
    void begin() override;
    void commit() override;
    void rollback() noexcept override;

private:
    QSqlQuery& execute(const QString& sql, const QVariantList& values);
    void reopenIfLost();

    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

} // namespace chinhchu::sandbox
