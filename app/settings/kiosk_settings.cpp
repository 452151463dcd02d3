#include "app/settings/kiosk_settings.h"

#include "app/settings/kept_file.h"
#include "app/settings/language.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace chinhchu::app {

namespace {

constexpr qint64 largestFile = 16 * 1024;
constexpr qsizetype longestName = 256;

QString name(const QJsonValue& given)
{
    const QString text = given.toString();
    return text.size() <= longestName ? text : QString();
}

/// Never anything but a device: files stand in for cameras in demonstrations only, and those say so at the start.
QString cameraDevice(const QJsonValue& given)
{
    const QString device = name(given);
    return device.startsWith(QLatin1String("/dev/")) && !device.contains(QLatin1String("..")) ? device : QString();
}

int bounded(const QJsonValue& given, int builtIn, int most)
{
    const int value = given.toInt(builtIn);
    return value >= 0 && value <= most ? value : builtIn;
}

} // namespace

KioskSettings KioskSettings::load(const Home& home)
{
    KioskSettings settings;
    QFile file(home.settingsFile());
    if (!file.open(QIODevice::ReadOnly))
        return settings;
    const QJsonObject saved = QJsonDocument::fromJson(file.read(largestFile)).object();
    if (const QString language = saved[QLatin1String("language")].toString(); languages().contains(language))
        settings.language = language;
    settings.largeText = saved[QLatin1String("largeText")].toBool();
    settings.contrast = bounded(saved[QLatin1String("contrast")], settings.contrast, contrasts - 1);
    settings.volume = bounded(saved[QLatin1String("volume")], settings.volume, loudest);
    settings.reader = name(saved[QLatin1String("reader")]);
    settings.camera = cameraDevice(saved[QLatin1String("camera")]);
    return settings;
}

Result<void> KioskSettings::save(const Home& home) const
{
    const QJsonObject object{{QStringLiteral("language"), language}, {QStringLiteral("largeText"), largeText},
                             {QStringLiteral("contrast"), contrast}, {QStringLiteral("volume"), volume},
                             {QStringLiteral("reader"), reader},     {QStringLiteral("camera"), camera}};
    const QByteArray json = QJsonDocument(object).toJson();
    QDir().mkpath(home.folder());
    return keepFile(home.settingsFile(), json);
}

} // namespace chinhchu::app
