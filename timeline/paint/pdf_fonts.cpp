// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/pdf_fonts.h"

#include <cairo-ft.h>

namespace timeline {

struct PdfFonts::Library {
    Library() { FT_Init_FreeType(&library); }
    ~Library() { FT_Done_FreeType(library); }
    Q_DISABLE_COPY_MOVE(Library)
    FT_Library library = nullptr;
};

PdfFonts::PdfFonts() : m_library(std::make_shared<Library>()) {}

PdfFonts::~PdfFonts() {
    for (cairo_font_face_t *face : std::as_const(m_faces)) {
        cairo_font_face_destroy(face);
    }
}

cairo_font_face_t *PdfFonts::faceOf(const Face &face) {
    if (const auto known = m_faces.constFind(&face); known != m_faces.constEnd()) {
        return *known;
    }
    /// What cairo's face refers to, which may live longer than this.
    struct Kept {
        std::shared_ptr<Library> library;
        FT_Face face = nullptr;
    };
    auto kept = std::make_unique<Kept>(Kept{m_library});
    const QByteArray file = face.bytes(); // of the program
    cairo_font_face_t *made = nullptr;
    if (FT_New_Memory_Face(m_library->library, reinterpret_cast<const FT_Byte *>(file.constData()),
                           static_cast<FT_Long>(file.size()), 0, &kept->face) == FT_Err_Ok) {
        made = cairo_ft_font_face_create_for_ft_face(kept->face, FT_LOAD_NO_HINTING);
        static const cairo_user_data_key_t keptKey{};
        const auto destroy = [](void *data) {
            const std::unique_ptr<Kept> last(static_cast<Kept *>(data));
            FT_Done_Face(last->face);
        };
        if (cairo_font_face_set_user_data(made, &keptKey, kept.get(), destroy) == CAIRO_STATUS_SUCCESS) {
            kept.release(); // NOLINT(bugprone-unused-return-value): `destroy` deletes it
        }
    }
    m_faces.insert(&face, made);
    return made;
}

} // namespace timeline
