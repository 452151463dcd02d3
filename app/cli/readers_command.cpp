#include "app/cli/command.h"

#include "nfc/pcsc/reader_service.h"

#include <QJsonArray>

namespace chinhchu::app::cli {

namespace {

QString hex(const Bytes& bytes)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex());
}

QString stateText(const nfc::ReaderInfo& reader)
{
    if (reader.inUse) {
        return Text::tr("in use by another program");
    }
    return reader.cardPresent ? Text::tr("card present") : Text::tr("no card");
}

class ReadersCommand : public Command
{
public:
    QString name() const override { return "readers"; }
    QString summary() const override { return Text::tr("List the card readers."); }

    Outcome run(const CommandContext&) const override
    {
        const Result<std::vector<nfc::ReaderInfo>> readers = nfc::ReaderService::list();
        if (!readers) {
            return Outcome::failed(readers.error(), {{"readers", QJsonArray()}});
        }
        Outcome outcome;
        QJsonArray list;
        for (const nfc::ReaderInfo& each : *readers) {
            const QString name = QString::fromStdString(each.name);
            list.append(QJsonObject{{"name", name},
                                    {"cardPresent", each.cardPresent},
                                    {"inUse", each.inUse},
                                    {"virtual", each.isVirtual},
                                    {"atr", hex(each.atr)}});
            outcome.text += name + ": " + stateText(each) + '\n';
        }
        outcome.json.insert("readers", list);
        return outcome;
    }
};

} // namespace

std::unique_ptr<Command> makeReadersCommand()
{
    return std::make_unique<ReadersCommand>();
}

} // namespace chinhchu::app::cli
