#pragma once
#include "widgets/workspace.h"
#include <QJsonArray>
#include <QWidget>
namespace timeloom {
enum class RecordKind : std::uint8_t { Measures, Links, Media };
class RecordTable : public QWidget {
    Q_OBJECT
public:
    RecordTable(RecordKind, const timeline::Workspace &, QWidget *parent = nullptr) : QWidget(parent) {}
    void setValue(const QJsonArray &) {}
Q_SIGNALS:
    void edited(const QJsonArray &value);
};
} // namespace timeloom
