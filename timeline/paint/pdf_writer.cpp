// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/pdf_writer.h"

#include "paint/pdf_fonts.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <memory>
#include <new>

namespace timeline {

namespace {

constexpr double pointsPerPixel = 72.0 / 96.0;

struct Destroy {
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t *context) const { cairo_destroy(context); }
    void operator()(cairo_pattern_t *pattern) const { cairo_pattern_destroy(pattern); }
    void operator()(cairo_font_options_t *options) const { cairo_font_options_destroy(options); }
};
template <typename Type>
using Owned = std::unique_ptr<Type, Destroy>;

/// Called by C, which knows no exceptions.
cairo_status_t append(void *bytes, const unsigned char *data, unsigned length) {
    try {
        static_cast<QByteArray *>(bytes)->append(reinterpret_cast<const char *>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc &) {
        return CAIRO_STATUS_NO_MEMORY;
    }
}

/// What is no character in Unicode, cairo refuses.
QByteArray utf8Of(const QString &text) {
    QList<uint> characters = text.toUcs4();
    std::ranges::replace_if(
        characters, [](uint c) { return QChar::isNonCharacter(c); }, 0xFFFDU);
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), characters.size())
        .toUtf8();
}

class PdfWriter {
public:
    explicit PdfWriter(cairo_t *context) : m_context(context) {
        const Owned<cairo_font_options_t> options(cairo_font_options_create());
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        cairo_set_font_options(context, options.get());
    }

    void operator()(const DrawnPath &drawn) {
        addPath(drawn.path);
        if (drawn.fill.style() != Qt::NoBrush) {
            setSource(drawn.fill);
            cairo_fill_preserve(m_context);
        }
        if (drawn.stroke.style() != Qt::NoPen) {
            setPen(drawn.stroke);
            cairo_stroke_preserve(m_context);
        }
        cairo_new_path(m_context);
    }

    void operator()(const DrawnText &drawn) {
        setSource(drawn.color);
        for (const DrawnText::Run &run : drawn.runs) {
            if (cairo_font_face_t *face = m_fonts.faceOf(*run.face)) {
                cairo_set_font_face(m_context, face);
                cairo_set_font_size(m_context, run.pixelSize);
                showRun(run, drawn.origin);
            } else {
                addPath(drawn.outline(run));
                cairo_fill(m_context);
            }
        }
    }

    void operator()(const GroupBegin &group) {
        cairo_save(m_context);
        const QTransform &t = group.place;
        const cairo_matrix_t place{t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy()};
        cairo_transform(m_context, &place);
        if (group.clip) {
            cairo_rectangle(m_context, group.clip->x(), group.clip->y(), group.clip->width(),
                            group.clip->height());
            cairo_clip(m_context);
        }
    }

    void operator()(const GroupEnd &) { cairo_restore(m_context); }

private:
    void addPath(const QPainterPath &path) {
        cairo_set_fill_rule(m_context, path.fillRule() == Qt::WindingFill ? CAIRO_FILL_RULE_WINDING
                                                                          : CAIRO_FILL_RULE_EVEN_ODD);
        QPointF start;
        for (int i = 0; i < path.elementCount(); ++i) {
            const QPainterPath::Element to = path.elementAt(i);
            if (to.isMoveTo()) {
                start = to;
                cairo_move_to(m_context, to.x, to.y);
            } else if (to.isLineTo()) {
                cairo_line_to(m_context, to.x, to.y);
            } else { // its end follows in two elements of data
                const QPointF second = path.elementAt(i + 1);
                const QPointF end = path.elementAt(i + 2);
                cairo_curve_to(m_context, to.x, to.y, second.x(), second.y(), end.x(), end.y());
                i += 2;
            }
            const bool isLast = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
            if (isLast && !to.isMoveTo() && QPointF(path.elementAt(i)) == start) {
                cairo_close_path(m_context);
            }
        }
    }

    void setSource(const QBrush &brush) {
        const QGradient *gradient = brush.gradient();
        if (gradient == nullptr) {
            const QColor color = brush.color();
            cairo_set_source_rgba(m_context, color.redF(), color.greenF(), color.blueF(), color.alphaF());
            return;
        }
        Owned<cairo_pattern_t> pattern;
        if (gradient->type() == QGradient::LinearGradient) {
            const auto *linear = static_cast<const QLinearGradient *>(gradient);
            pattern.reset(cairo_pattern_create_linear(linear->start().x(), linear->start().y(),
                                                      linear->finalStop().x(), linear->finalStop().y()));
        } else {
            const auto *radial = static_cast<const QRadialGradient *>(gradient);
            const QPointF center = radial->center();
            pattern.reset(cairo_pattern_create_radial(center.x(), center.y(), 0, center.x(), center.y(),
                                                      radial->radius()));
        }
        for (const auto &[at, color] : gradient->stops()) {
            cairo_pattern_add_color_stop_rgba(pattern.get(), at, color.redF(), color.greenF(), color.blueF(),
                                              color.alphaF());
        }
        cairo_set_source(m_context, pattern.get());
    }

    void setPen(const QPen &pen) {
        setSource(pen.brush());
        const double width = pen.widthF();
        cairo_set_line_width(m_context, width);
        cairo_set_line_cap(m_context,
                           pen.capStyle() == Qt::SquareCap ? CAIRO_LINE_CAP_SQUARE : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(m_context, pen.joinStyle() == Qt::BevelJoin   ? CAIRO_LINE_JOIN_BEVEL
                                       : pen.joinStyle() == Qt::RoundJoin ? CAIRO_LINE_JOIN_ROUND
                                                                          : CAIRO_LINE_JOIN_MITER);
        std::vector<double> dashes;
        for (const double dash : pen.dashPattern()) {
            dashes.push_back(dash * width);
        }
        cairo_set_dash(m_context, dashes.data(), static_cast<int>(dashes.size()), pen.dashOffset() * width);
    }

    void showRun(const DrawnText::Run &run, QPointF origin) {
        QByteArray text;
        std::vector<cairo_glyph_t> glyphs;
        std::vector<cairo_text_cluster_t> clusters;
        for (const DrawnText::Cluster &cluster : run.clusters) {
            const QByteArray bytes = utf8Of(cluster.text);
            text += bytes;
            clusters.push_back({static_cast<int>(bytes.size()), static_cast<int>(cluster.glyphs.size())});
            for (const DrawnText::Glyph &glyph : cluster.glyphs) {
                const QPointF place = origin + glyph.offset;
                glyphs.push_back({glyph.index, place.x(), place.y()});
            }
        }
        cairo_show_text_glyphs(m_context, text.constData(), static_cast<int>(text.size()), glyphs.data(),
                               static_cast<int>(glyphs.size()), clusters.data(),
                               static_cast<int>(clusters.size()), {});
    }

    cairo_t *m_context;
    PdfFonts m_fonts;
};

} // namespace

QByteArray toPdf(const Drawing &drawing) {
    QByteArray bytes;
    const Owned<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(
        append, &bytes, drawing.size.width() * pointsPerPixel, drawing.size.height() * pointsPerPixel));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   utf8Of(drawing.title).constData());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Timeloom");
    // The same at any time: a picture has no date of its own.
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    {
        const Owned<cairo_t> context(cairo_create(surface.get()));
        cairo_scale(context.get(), pointsPerPixel, pointsPerPixel);
        PdfWriter writer(context.get());
        for (const Drawing::Element &element : drawing.elements) {
            std::visit(writer, element);
        }
        if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) {
            return {};
        }
    }
    cairo_surface_finish(surface.get());
    return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS ? bytes : QByteArray();
}

} // namespace timeline
