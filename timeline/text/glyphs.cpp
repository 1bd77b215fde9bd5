// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/glyphs.h"

#include "text/kept_image.h"
#include "text/shaped_text.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace timeline {

namespace {

bool isOfSimpleScript(QChar c) {
    if (c.isSurrogate() || c.isMark() || c.category() == QChar::Other_Format) {
        return false;
    }
    return isSimple(hb_unicode_script(hb_unicode_funcs_get_default(), c.unicode()));
}

/// A premultiplied pixel over another.
QRgb over(QRgb above, QRgb under) {
    const auto rest = static_cast<unsigned>(255 - qAlpha(above));
    const auto channels = [rest](QRgb two) { // two at once, rounded
        const QRgb product = two * rest + 0x00800080;
        return ((product + ((product >> 8) & 0x00FF00FF)) >> 8) & 0x00FF00FF;
    };
    return above + (channels(under & 0x00FF00FF) | channels((under >> 8) & 0x00FF00FF) << 8);
}

void stamp(QImage &image, QPoint corner, const QImage &stamped) {
    const QRect part = QRect(corner, stamped.size()).intersected(image.rect());
    for (int y = part.top(); y <= part.bottom(); ++y) {
        auto *to = reinterpret_cast<QRgb *>(image.scanLine(y)) + part.left();
        const auto *from = reinterpret_cast<const QRgb *>(stamped.constScanLine(y - corner.y())) +
                           (part.left() - corner.x());
        for (int x = 0; x < part.width(); ++x) {
            to[x] = to[x] == 0 ? from[x] : over(from[x], to[x]); // glyphs hardly ever overlap
        }
    }
}

} // namespace

Glyphs::Glyphs(const TextStyle &style)
    : m_style(style), m_near(nearCharacters), m_kerning(kernedCharacters * kernedCharacters, std::nanf("")) {}

Glyphs::Glyph &Glyphs::glyph(QChar c) const {
    const bool isNear = c.unicode() < nearCharacters;
    if (isNear && m_near[c.unicode()]) {
        return *m_near[c.unicode()];
    }
    if (const auto known = m_far.find(c.unicode()); !isNear && known != m_far.end()) {
        return **known;
    }
    auto made = std::make_unique<Glyph>();
    if (isOfSimpleScript(c)) {
        if (const Face *face = faceFor(QStringView(&c, 1), m_style);
            face != nullptr && face->has(c.unicode())) {
            const quint32 index = face->glyphOf(c.unicode());
            *made = {true, face->advance(index) * m_style.pixelSize, face, index};
        }
    }
    if (isNear) {
        m_near[c.unicode()] = std::move(made);
        return *m_near[c.unicode()];
    }
    return **m_far.insert(c.unicode(), std::move(made));
}

double Glyphs::measuredKerning(QChar first, QChar second) const {
    const double together = shapedText(QString(first) + second, m_style).width;
    return together - glyph(first).advance - glyph(second).advance;
}

double Glyphs::kerning(QChar first, QChar second) const {
    if (first.unicode() < kernedCharacters && second.unicode() < kernedCharacters) {
        float &known = m_kerning[std::size_t{first.unicode()} * kernedCharacters + second.unicode()];
        if (std::isnan(known)) {
            known = static_cast<float>(measuredKerning(first, second));
        }
        return known;
    }
    if (std::max(first, second) >= QChar(firstWithoutKerning) || glyph(first).face != glyph(second).face) {
        return 0;
    }
    float &known = m_farKerning.emplace(std::pair(first, second), std::nanf("")).first->second;
    if (std::isnan(known)) {
        known = static_cast<float>(measuredKerning(first, second));
    }
    return known;
}

std::optional<Glyphs::Fit> Glyphs::measure(QStringView text, double limit) const {
    Fit fit;
    QChar before;
    for (const QChar c : text) {
        const Glyph &next = glyph(c);
        if (!next.standsAlone) {
            return std::nullopt;
        }
        fit.width += next.advance + (before.isNull() ? 0 : kerning(before, c));
        fit.characters += fit.width <= limit ? 1 : 0;
        before = c;
    }
    return fit;
}

Glyphs::Stamp Glyphs::stampOf(const Glyph &glyph, QRgb color, int phase, double scale) const {
    Stamp made;
    const QPainterPath path = glyph.face->outline(glyph.index, m_style.pixelSize * scale)
                                  .translated(static_cast<double>(phase) / phases, 0);
    const QRect bounds = path.boundingRect().toAlignedRect();
    if (!bounds.isEmpty()) {
        made.image = checkedImage({bounds.size(), QImage::Format_ARGB32_Premultiplied});
        made.image.fill(Qt::transparent);
        made.offset = bounds.topLeft();
        QPainter painter(&made.image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-bounds.topLeft());
        painter.fillPath(path, QColor(color));
        painter.end();
        made.image = withoutPainter(made.image);
    }
    return made;
}

bool Glyphs::draw(QImage &image, QPointF origin, QStringView text, QRgb color, double scale) const {
    if (!std::all_of(text.begin(), text.end(), [this](QChar c) { return glyph(c).standsAlone; })) {
        return false;
    }
    if (scale != m_scale) {
        m_scale = scale;
        for (const auto &known : m_near) {
            if (known) {
                known->stamps.clear();
            }
        }
        for (const auto &known : m_far) {
            known->stamps.clear();
        }
    }
    double x = origin.x();
    QChar before;
    for (const QChar c : text) {
        Glyph &next = glyph(c);
        x += before.isNull() ? 0 : kerning(before, c) * scale;
        const double quarters = std::round(x * phases);
        const double whole = std::floor(quarters / phases);
        const int phase = static_cast<int>(quarters - whole * phases);
        std::optional<Stamp> &known = next.stamps[color][static_cast<std::size_t>(phase)];
        if (!known) {
            known = stampOf(next, color, phase, scale);
        }
        stamp(image, known->offset + QPoint(static_cast<int>(whole), qRound(origin.y())), known->image);
        x += next.advance * scale;
        before = c;
    }
    return true;
}

} // namespace timeline
