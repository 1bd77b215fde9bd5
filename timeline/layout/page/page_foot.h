// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/page/page_content.h"
#include "layout/scene/scene.h"

namespace timeline {

/// What a page's foot says: how many events it has, and all that is left out.
QStringList footNotes(const PageContent &content, const PageOptions &options, const Scene &scene);

/// What it says of the whole: of what day it is, what its scales and its weights mean.
QStringList footRemarks(const PageContent &content, const Scene &scene, bool hasAhead);

/// Those looks that occur on a page and that no word tells, each with what it means as its label.
std::vector<SceneItem> sampleMarks(const Scene &scene, double factor);

} // namespace timeline
