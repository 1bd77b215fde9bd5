// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/pdf_fonts.h"

#include <QtEndian>
#include <cairo-ft.h>

namespace timeline {

namespace {

/// A font file (OpenType 1.9) of the tables that drawing and embedding need. Qt gives away tables alone,
/// which is as well: of a collection it is the one font.
QByteArray fileOf(const QRawFont &font) {
    QByteArray directory, data;
    quint16 count = 0;
    const auto add = [](QByteArray &bytes, auto number) {
        const auto big = qToBigEndian(number);
        bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
    };
    constexpr std::array tags = {"CFF ", "OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea",
                                 "hmtx", "loca", "maxp", "name", "post", "prep"}; // in the order of bytes
    std::vector<std::pair<QByteArray, QByteArray>> tables;
    for (const char *tag : tags) {
        if (const QByteArray table = font.fontTable(tag); !table.isEmpty()) {
            tables.emplace_back(tag, table);
        }
    }
    constexpr quint32 headSize = 12;
    constexpr quint32 entrySize = 16;
    const auto begin = headSize + entrySize * static_cast<quint32>(tables.size());
    for (const auto &[tag, table] : tables) {
        directory += tag;
        add(directory, quint32{0}); // its checksum, which nobody checks
        add(directory, begin + static_cast<quint32>(data.size()));
        add(directory, static_cast<quint32>(table.size()));
        data += table;
        data.resize((data.size() + 3) / 4 * 4, '\0');
        ++count;
    }
    const bool isCff = !tables.empty() && tables.front().first == "CFF ";
    QByteArray head;
    add(head, isCff ? quint32{0x4F54544F} : quint32{0x00010000}); // "OTTO"
    add(head, count);
    head.append(6, '\0'); // for searching in the directory, which has few entries
    return head + directory + data;
}

} // namespace

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

cairo_font_face_t *PdfFonts::faceOf(const QRawFont &font) {
    const QByteArray key = font.fontTable("head") + font.fontTable("name");
    if (const auto known = m_faces.constFind(key); known != m_faces.constEnd()) {
        return *known;
    }
    /// All that cairo's face refers to, which may live longer than this.
    struct Kept {
        std::shared_ptr<Library> library;
        QByteArray file;
        FT_Face face = nullptr;
    };
    auto kept = std::make_unique<Kept>(Kept{m_library, fileOf(font)});
    cairo_font_face_t *made = nullptr;
    if (FT_New_Memory_Face(m_library->library, reinterpret_cast<const FT_Byte *>(kept->file.constData()),
                           static_cast<FT_Long>(kept->file.size()), 0, &kept->face) == FT_Err_Ok) {
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
    m_faces.insert(key, made);
    return made;
}

} // namespace timeline
