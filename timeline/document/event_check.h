#pragma once
#include "document/references.h"
#include <QJsonValue>
namespace timeline {
struct EventFix { QString title; QString field; QJsonValue value; bool isInHead = false; };
struct FieldFinding { QString field; Severity severity; QString message; std::vector<EventFix> fixes; };
inline std::vector<FieldFinding> checkFields(const Document &document, std::optional<EventIndex> event, const QByteArray &text) {
    std::vector<FieldFinding> all;
    for (const Finding &f : checkEvent(document, event, text).findings) all.push_back({{}, f.severity, f.message, {}});
    return all;
}
}
