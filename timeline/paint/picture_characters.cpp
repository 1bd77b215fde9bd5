// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/bytes/visible_text.h"
#include "paint/picture.h"

#include <utility>

namespace timeline {

namespace {

/// Whether a character has something to see, which a font must have.
bool hasGlyph(char32_t c) {
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Space:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF); // selectors of variants
    }
}

/// The characters of a picture, each asked for once.
class CharacterCheck {
public:
    explicit CharacterCheck(const Fonts &fonts) : m_fonts(fonts) {}

    void look(const QString &text, TextRole role) {
        for (const uint c : text.toUcs4()) {
            if (m_known.insert(c).second && hasGlyph(c) && !m_fonts.metrics(role).inFontUcs4(c)) {
                m_missing.insert(c);
            }
        }
    }
    void look(const SceneText &text) { look(text.text, text.role); }
    void look(const std::optional<SceneText> &text) {
        if (text) {
            look(*text);
        }
    }

    std::set<char32_t> take() { return std::move(m_missing); }

private:
    const Fonts &m_fonts;
    std::set<char32_t> m_known, m_missing;
};

} // namespace

std::set<char32_t> Picture::missingCharacters() const {
    CharacterCheck check(m_fonts);
    if (m_sceneTop > 0) {
        check.look(visibleText(m_document->title()), TextRole::Title);
    }
    for (const SceneItem &item : m_scene.items) {
        check.look(item.label);
    }
    for (const SceneLane &lane : m_scene.lanes) {
        check.look(lane.title);
    }
    for (const SceneEra &era : m_scene.eras) {
        check.look(era.label);
    }
    for (const LegendEntry &entry : m_legend.entries) {
        check.look(entry.text);
    }
    for (const ScenePanel &panel : m_scene.panels) {
        check.look(panel.asOfLabel);
    }
    check.look(m_scene.note);
    return check.take();
}

} // namespace timeline
