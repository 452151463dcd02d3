#pragma once

#include <QObject>
#include <QPointer>

namespace chinhchu::ui {

/// Watches what people do with a window: says that somebody is there, and whether keyboard or finger was used last, so
/// that the focus shows to those who need it.
class InputWatch : public QObject
{
    Q_OBJECT

public:
    explicit InputWatch(QObject& window, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void somebodyThere();
    /// The finger or the key is up again.
    void letGo();
    void keyboardInUse(bool inUse);
};

} // namespace chinhchu::ui
