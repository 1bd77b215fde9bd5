// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRawFont>
#include <cairo.h>
#include <memory>

namespace timeline {

/// Qt's fonts for cairo: the same files, so that glyphs have the same numbers.
class PdfFonts {
public:
    PdfFonts();
    ~PdfFonts();
    Q_DISABLE_COPY_MOVE(PdfFonts)

    /// Null where it is of no kind that can be embedded. Belongs to this.
    cairo_font_face_t *faceOf(const QRawFont &font);

private:
    struct Library;
    std::shared_ptr<Library> m_library;
    QHash<QByteArray, cairo_font_face_t *> m_faces; ///< by what makes a font another one
};

} // namespace timeline
