// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/problem_delegate.h"

#include "document/bytes/look_alike.h"
#include "document/bytes/visible_text.h"
#include "widgets/lists/finding_model.h"

#include <QLocale>

namespace timeloom {

using namespace timeline;

namespace {

constexpr qsizetype mostOfTitle = 60; // characters

struct ProblemWords {
    Q_DECLARE_TR_FUNCTIONS(timeloom::ProblemDelegate)

public:
    /// What became of them; empty where the problem's own words say so.
    static QString done(FindingCode code) {
        switch (code) {
        case FindingCode::NoEvent:
        case FindingCode::LargeEvent:
            return tr("not shown");
        case FindingCode::NoDate:
            return tr("without a place in time");
        case FindingCode::NoTitle:
            return tr("shown as untitled");
        case FindingCode::OwnStatus:
            return tr("drawn as claimed");
        case FindingCode::UnusedValue:
        case FindingCode::UnusedDate:
        case FindingCode::IncompletePart:
        case FindingCode::EndBeforeStart:
        case FindingCode::MaxBelowValue:
            return tr("left out");
        case FindingCode::LostLink:
        case FindingCode::LinkToItself:
        case FindingCode::PartOfItself:
            return tr("the link is left out");
        case FindingCode::UndeclaredCategory:
        case FindingCode::UndeclaredSource:
            return tr("shown under its id");
        case FindingCode::RepeatedId:
        case FindingCode::RepeatedIdOfLine:
            return tr("all of them are shown");
        default:
            return {};
        }
    }
};

} // namespace

RowDelegate::Parts ProblemDelegate::partsOf(const QModelIndex &index, const QStyleOptionViewItem &) const {
    Parts parts;
    const auto *model = static_cast<const FindingModel *>(index.model());
    const FindingKind &kind = model->shown()->groups[FindingModel::kindAt(index)].kind;
    const std::size_t count = index.data(FindingModel::CountRole).toULongLong();
    const bool isKind = !index.parent().isValid() && count > 1;
    parts.text = isKind ? visibleText(kind.sentence()) : index.data().toString();
    parts.isStrong = isKind;
    const Document &document = *model->shown()->document;
    if (const QVariant event = index.data(FindingModel::EventRole);
        !isKind && event.isValid() && event.toUInt() < document.eventCount()) {
        const QString title = visibleName(document.eventTitle(event.toUInt()), TextUse::Title).simplified();
        parts.text =
            ProblemWords::tr("“%1”: %2", "an event, its problem").arg(title.left(mostOfTitle), parts.text);
    }
    if (!index.parent().isValid()) {
        parts.sign = static_cast<Severity>(index.data(FindingModel::SeverityRole).toInt());
    }
    if (isKind) {
        const QString done = ProblemWords::done(kind.code);
        const QString number = QLocale().toString(static_cast<qulonglong>(count));
        parts.note = done.isEmpty()
                         ? number
                         : ProblemWords::tr("%1, %2", "how many problems, what was done").arg(number, done);
    } else if (index.data(FindingModel::FindingRole).isValid()) {
        const QString line = index.siblingAtColumn(FindingModel::LineColumn).data().toString();
        const QString column = index.siblingAtColumn(FindingModel::PlaceColumn).data().toString();
        parts.lead =
            column.isEmpty() ? line : ProblemWords::tr("line %1:%2", "and the column").arg(line, column);
    }
    parts.button = m_correction(index);
    return parts;
}

} // namespace timeloom
