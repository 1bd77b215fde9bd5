// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scene/scene.h"
#include "layout/scene/taken_places.h"

namespace timeline {

/// Gives the links of a scene their words: the kind, and of several the number; and the scene a word of all
/// that are told by neither line nor number, `untold` and those without room. `taken`: places where no word
/// may stand.
void addLinkWords(Scene &scene, EventIndex untold, const TextMeasure &measure, TakenPlaces &taken);

} // namespace timeline
