// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paint/canvas.h"
#include "paint/theme.h"

namespace timeline {

class Document;

/// Makes a Drawing of what is drawn on it. Both must outlive it.
class DrawingBuilder : public Canvas {
public:
    DrawingBuilder(const Document &document, const Theme &theme) : m_document(document), m_theme(theme) {}

    void begin(DrawnKind kind, const std::optional<QRectF> &clip = std::nullopt) override;
    void beginPlace(const QTransform &place); ///< for all up to its end()
    void beginItem(const SceneItem &item) override;
    void end() override;
    void fill(const QRectF &rect, const QColor &color) override;
    void path(const DrawnPath &path) override;
    void mark(const SceneItem &item, const QColor &color) override;
    void text(const SceneText &text, const QColor &color) override;

    std::vector<Drawing::Element> take() { return std::move(m_elements); }

private:
    const Document &m_document;
    const Theme &m_theme;
    std::vector<Drawing::Element> m_elements;
};

} // namespace timeline
