// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/store/document.h"
#include "layout/scene/scene.h"
#include "paint/theme.h"

class QPainter;

namespace timeline {

/// Draws how events hang together, as curves from mark to mark: an arrow for what leads to another, dashes
/// for what contradicts it, dots for a part, a plain line for what is related. Events without a mark in the
/// scene have none.
void paintLinks(QPainter &painter, const Scene &scene, const std::vector<Document::Relation> &relations,
                const Theme &theme);

} // namespace timeline
