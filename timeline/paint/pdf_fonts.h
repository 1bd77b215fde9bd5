// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/faces.h"

#include <QHash>
#include <cairo.h>
#include <memory>

namespace timeline {

/// The faces for cairo: the same files, so that glyphs have the same numbers.
class PdfFonts {
public:
    PdfFonts();
    ~PdfFonts();
    Q_DISABLE_COPY_MOVE(PdfFonts)

    /// Null where FreeType has no memory for it. Belongs to this.
    cairo_font_face_t *faceOf(const Face &face);

private:
    struct Library;
    std::shared_ptr<Library> m_library;
    QHash<const Face *, cairo_font_face_t *> m_faces;
};

} // namespace timeline
