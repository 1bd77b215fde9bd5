// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/faces.h"

#include <QResource>
#include <algorithm>
#include <array>
#include <hb-ot.h>
#include <string>
#include <unicode/uchar.h>

/// A library's resources are linked only where they are asked for.
static void linkFiles() {
    Q_INIT_RESOURCE(faces);
}

namespace timeline {

namespace {

QPointF pointOf(float x, float y) {
    return {static_cast<double>(x), -static_cast<double>(y)};
}

/// Draws into a QPainterPath, in units.
hb_draw_funcs_t *pathDrawing() {
    static hb_draw_funcs_t *const drawing = [] {
        hb_draw_funcs_t *made = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(
            made,
            [](hb_draw_funcs_t *, void *path, hb_draw_state_t *, float x, float y, void *) {
                static_cast<QPainterPath *>(path)->moveTo(pointOf(x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(
            made,
            [](hb_draw_funcs_t *, void *path, hb_draw_state_t *, float x, float y, void *) {
                static_cast<QPainterPath *>(path)->lineTo(pointOf(x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(
            made,
            [](hb_draw_funcs_t *, void *path, hb_draw_state_t *, float x1, float y1, float x, float y,
               void *) { static_cast<QPainterPath *>(path)->quadTo(pointOf(x1, y1), pointOf(x, y)); },
            nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(
            made,
            [](hb_draw_funcs_t *, void *path, hb_draw_state_t *, float x1, float y1, float x2, float y2,
               float x, float y, void *) {
                static_cast<QPainterPath *>(path)->cubicTo(pointOf(x1, y1), pointOf(x2, y2), pointOf(x, y));
            },
            nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(
            made,
            [](hb_draw_funcs_t *, void *path, hb_draw_state_t *, void *) {
                static_cast<QPainterPath *>(path)->closeSubpath();
            },
            nullptr, nullptr);
        hb_draw_funcs_make_immutable(made);
        return made;
    }();
    return drawing;
}

constexpr int bold = 700;
constexpr char32_t asEmoji = 0xFE0F; ///< asks for the emoji of a character

using Characters = std::span<const char32_t>;

bool isEmoji(Characters characters) {
    return std::ranges::find(characters, asEmoji) != characters.end() ||
           u_hasBinaryProperty(static_cast<UChar32>(characters.front()), UCHAR_EMOJI_PRESENTATION) != 0;
}

bool hasAll(const Face &face, Characters characters) {
    return std::ranges::all_of(characters, [&face](char32_t c) { return isInvisible(c) || face.has(c); });
}

/// Whether a family's face of the weight `a` is nearer to what is wanted than that of `b`: as CSS has it (CSS
/// Fonts 4, 5.2), so that a browser chooses the same.
bool isNearer(int wanted, int a, int b) {
    const auto distance = [wanted](int weight) {
        const bool isOnTheRightSide = wanted <= 500 ? weight <= wanted : weight >= wanted;
        return std::abs(weight - wanted) + (isOnTheRightSide ? 0 : 1000);
    };
    return distance(a) < distance(b);
}

using Family = std::span<const Face>;

const std::vector<Family> &families() {
    static const std::vector<Family> all = [] {
        std::vector<Family> found;
        for (Family rest = faces(); !rest.empty(); rest = rest.subspan(found.back().size())) {
            const auto other = std::ranges::find_if(
                rest, [&rest](const Face &face) { return face.family() != rest.front().family(); });
            found.push_back(rest.first(static_cast<std::size_t>(other - rest.begin())));
        }
        return found;
    }();
    return all;
}

const Face &faceOf(Family family, int weight) {
    return *std::ranges::min_element(
        family, [weight](int a, int b) { return isNearer(weight, a, b); }, &Face::weight);
}

constexpr std::size_t titleFamily = 0;
constexpr std::size_t mainFamily = 1;

const Face *faceFor(Characters characters, const TextStyle &style) {
    const std::vector<Family> &all = families();
    if (isEmoji(characters)) {
        if (const Face &face = all.back().front(); hasAll(face, characters)) {
            return &face;
        }
    }
    for (std::size_t i = style.titleFace ? titleFamily : mainFamily; i < all.size(); ++i) {
        const Face &face = faceOf(all[i], style.titleFace ? bold : style.weight);
        if (hasAll(face, characters)) {
            return &face;
        }
    }
    return nullptr;
}

} // namespace

const Face::Opened &Face::opened() const {
    std::call_once(m_once, [this] { m_opened = open(); });
    return m_opened;
}

Face::Opened Face::open() const {
    linkFiles();
    const QResource file(QStringLiteral(":/timeloom/fonts/") + QString::fromLatin1(m_file));
    Q_ASSERT(file.isValid() && file.compressionAlgorithm() == QResource::NoCompression);
    Opened made;
    made.bytes =
        QByteArray::fromRawData(reinterpret_cast<const char *>(file.data()), file.uncompressedSize());
    hb_blob_t *blob = hb_blob_create(made.bytes.constData(), static_cast<unsigned>(made.bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t *face = hb_face_create(blob, 0);
    made.font.reset(hb_font_create(face)); // its scale is a unit
    made.unit = 1.0 / hb_face_get_upem(face);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    hb_font_make_immutable(made.font.get());
    hb_font_extents_t line{};
    hb_font_get_h_extents(made.font.get(), &line);
    made.ascent = line.ascender * made.unit;
    made.descent = -line.descender * made.unit;
    hb_position_t capHeight = 0;
    hb_ot_metrics_get_position_with_fallback(made.font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight);
    made.capHeight = capHeight * made.unit;
    return made;
}

QString Face::notice() const {
    std::array<char, 512> text{};
    auto size = static_cast<unsigned>(text.size());
    hb_ot_name_get_utf8(hb_font_get_face(font()), HB_OT_NAME_ID_COPYRIGHT, HB_LANGUAGE_INVALID, &size,
                        text.data());
    return QString::fromUtf8(text.data());
}

bool Face::has(char32_t character) const {
    return glyphOf(character) != 0;
}

quint32 Face::glyphOf(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font(), character, &glyph) != 0 ? glyph : 0;
}

double Face::advance(quint32 glyph) const {
    return hb_font_get_glyph_h_advance(font(), glyph) * unit();
}

QPainterPath Face::outline(quint32 glyph, double pixelSize) const {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    hb_font_get_glyph_shape(font(), glyph, pathDrawing(), &path);
    return QTransform::fromScale(unit() * pixelSize, unit() * pixelSize).map(path);
}

std::span<const Face> faces() {
#define FACE(family, kin, weight, file) Face(family, kin, weight, file),
    static const Face all[] = {
#include "face_table.inc"
    };
#undef FACE
    return all;
}

const Face &mainFace(const TextStyle &style) {
    return faceOf(families()[style.titleFace ? titleFamily : mainFamily], style.weight);
}

const Face *faceFor(QStringView cluster, const TextStyle &style) {
    if (cluster.size() == 1) {
        const char32_t character = cluster.front().unicode();
        return faceFor(Characters(&character, 1), style);
    }
    const Face *face = faceFor(cluster.toString().toStdU32String(), style);
    // A letter and its accent may be one character of the font, and the other way round.
    for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
        if (face == nullptr) {
            face = faceFor(cluster.toString().normalized(form).toStdU32String(), style);
        }
    }
    return face;
}

bool isInvisible(char32_t character) {
    const auto c = static_cast<UChar32>(character);
    return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 || u_isISOControl(c) != 0;
}

} // namespace timeline
