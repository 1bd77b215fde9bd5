// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layout/scale/text_measure.h"

#include <QByteArray>
#include <QPainterPath>
#include <hb.h>
#include <memory>
#include <mutex>
#include <span>

namespace timeline {

/// A font file that is compiled in. Opened when first asked of, by any thread.
class Face {
public:
    /// Texts that live as long as the program.
    Face(const char *family, const char *kin, int weight, const char *resource)
        : m_family(family), m_kin(kin), m_file(resource), m_weight(weight) {}
    Q_DISABLE_COPY_MOVE(Face)

    /// A name of our own: a font of the system's is never meant.
    QString family() const { return QString::fromLatin1(m_family); }
    QString kin() const { return QString::fromLatin1(m_kin); } ///< the family that it was made from
    int weight() const { return m_weight; }                    ///< 400 to 700
    QByteArray bytes() const { return opened().bytes; }        ///< of the file
    QString notice() const;                                    ///< whose it is: "Copyright …"

    bool has(char32_t character) const;
    quint32 glyphOf(char32_t character) const; ///< 0 where it has none
    /// In shares of a pixel size of 1, y downwards.
    double advance(quint32 glyph) const;
    QPainterPath outline(quint32 glyph, double pixelSize) const; ///< its origin at 0,0
    double ascent() const { return opened().ascent; }
    double descent() const { return opened().descent; }
    double capHeight() const { return opened().capHeight; }

    hb_font_t *font() const { return opened().font.get(); } ///< for reading; in units
    double unit() const { return opened().unit; }           ///< in shares of a pixel size of 1

private:
    struct Destroy {
        void operator()(hb_font_t *font) const { hb_font_destroy(font); }
    };
    struct Opened {
        QByteArray bytes;
        std::unique_ptr<hb_font_t, Destroy> font;
        double unit = 0;
        double ascent = 0;
        double descent = 0;
        double capHeight = 0;
    };
    const Opened &opened() const;
    Opened open() const;

    const char *m_family;
    const char *m_kin;
    const char *m_file;
    int m_weight;
    mutable std::once_flag m_once;
    mutable Opened m_opened;
};

/// All that are compiled in, the faces of a family together, in the order in which they are asked for a
/// character.
std::span<const Face> faces();

/// The face that lines of a style are measured by.
const Face &mainFace(const TextStyle &style);

/// The face to draw a grapheme cluster with: of the first family that has it. Null where none has.
const Face *faceFor(QStringView cluster, const TextStyle &style);

/// Whether a character may go without a glyph: it only says how others are drawn.
bool isInvisible(char32_t character);

} // namespace timeline
