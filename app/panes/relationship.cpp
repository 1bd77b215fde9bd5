// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/panes/relationship.h"

#include <QCoreApplication>

namespace timeloom {

using namespace timeline;

Relationship relationshipOf(LinkKind kind, bool isOutgoing) {
    switch (kind) {
    case LinkKind::LeadsTo:
        return isOutgoing ? Relationship::LeadsTo : Relationship::FollowsFrom;
    case LinkKind::PartOf:
        return isOutgoing ? Relationship::PartOf : Relationship::HasPart;
    case LinkKind::Contradicts:
        return isOutgoing ? Relationship::Contradicts : Relationship::ContradictedBy;
    case LinkKind::Related:
        break;
    }
    return Relationship::Related;
}

QString relationshipTitle(Relationship relationship) {
    switch (relationship) {
    case Relationship::FollowsFrom:
        return QCoreApplication::translate("timeloom::Relationship", "Follows from");
    case Relationship::LeadsTo:
        return QCoreApplication::translate("timeloom::Relationship", "Leads to");
    case Relationship::PartOf:
        return QCoreApplication::translate("timeloom::Relationship", "Part of");
    case Relationship::HasPart:
        return QCoreApplication::translate("timeloom::Relationship", "Has as its parts");
    case Relationship::Contradicts:
        return QCoreApplication::translate("timeloom::Relationship", "Contradicts");
    case Relationship::ContradictedBy:
        return QCoreApplication::translate("timeloom::Relationship", "Contradicted by");
    case Relationship::Related:
        break;
    }
    return QCoreApplication::translate("timeloom::Relationship", "Related");
}

} // namespace timeloom
