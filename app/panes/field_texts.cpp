// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/field_texts.h"

#include "app/forms/record_values.h"
#include "document/bytes/look_alike.h"
#include "document/edit/event_edit.h"
#include "document/format/wording.h"
#include "time/edtf.h"

#include <QCoreApplication>
#include <QLocale>

namespace timeloom {

using namespace timeline;

namespace {

constexpr qsizetype longestLine = 1000; // characters of what is no description

} // namespace

QString lineText(const QString &text) {
    const bool isCut = text.size() > longestLine;
    return visibleName(isCut ? text.left(longestLine) + QChar(u'…') : text, TextUse::Title).simplified();
}

QString dateText(const QString &edtf) {
    return lineText(describeDate(edtf.left(longestLine).toStdString()));
}

QString valueText(const RecordField &field, const QString &value) {
    if (value.isEmpty()) {
        return {};
    }
    return field.kind == ValueKind::Date ? dateText(value) : lineText(value);
}

QString valueText(const RecordField &field, const std::optional<double> &value) {
    return value ? valueText(field, *value) : QString();
}

QString valueText(const RecordField & /*field*/, double value) {
    return RecordValues::numberText(value, QLocale());
}

QString valueText(const RecordField &field, bool value) {
    return value ? labelOf(field) : QString();
}

QString joined(const std::vector<FieldText> &texts) {
    QStringList all;
    for (const FieldText &one : texts) {
        const bool isBare = one.field->kind == ValueKind::Number; // says nothing without what it is
        all << (isBare ? labelOf(*one.field) + QChar(u' ') + one.text : one.text);
    }
    return all.join(QStringLiteral(", "));
}

QString statusMeaning(const Document &document, EventIndex event) {
    return EventEdit::has(document.eventText(event), "status")
               ? timeline::statusMeaning(document.status(event))
               : QCoreApplication::translate("timeloom::DetailsPane", "as the file says nothing else");
}

} // namespace timeloom
