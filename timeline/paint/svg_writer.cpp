// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/svg_writer.h"

#include "document/bytes/visible_text.h"
#include "text/web_font.h"

#include <QXmlStreamWriter>
#include <cmath>
#include <map>

namespace timeline {

namespace {

/// A hundredth of a pixel is finer than any screen shows.
QString number(double value, double steps = 100) {
    return QString::number(std::round(value * steps) / steps + 0.0, 'g', 9); // no "-0"
}

QString pointText(QPointF point) {
    return number(point.x()) + u' ' + number(point.y());
}

/// Subpaths that end where they began are closed.
QString pathText(const QPainterPath &path) {
    QString text;
    QPointF start;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo()) {
            start = element;
        }
        const int end = element.isCurveTo() ? i + 2 : i; // a curve's end follows in two elements of data
        const bool isLast = end + 1 == path.elementCount() || path.elementAt(end + 1).isMoveTo();
        const bool closes = isLast && !element.isMoveTo() && QPointF(path.elementAt(end)) == start;
        if (!closes || element.isCurveTo()) {
            text += (element.isMoveTo() ? u'M' : element.isLineTo() ? u'L' : u'C') + pointText(element);
        }
        for (++i; i <= end; ++i) {
            text += u' ' + pointText(path.elementAt(i));
        }
        i = end;
        text += closes ? QStringLiteral("Z") : QString();
    }
    return text;
}

QString transformText(const QTransform &t) {
    if (t.type() == QTransform::TxTranslate) {
        return QStringLiteral("translate(%1 %2)").arg(number(t.dx()), number(t.dy()));
    }
    QStringList matrix;
    for (const double value : {t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy()}) {
        matrix << number(value, 1e6);
    }
    return QStringLiteral("matrix(%1)").arg(matrix.join(u' '));
}

class SvgWriter {
public:
    explicit SvgWriter(QByteArray *bytes) : m_xml(bytes) {}

    void write(const Drawing &drawing) {
        m_xml.writeStartDocument();
        m_xml.writeCharacters(QStringLiteral("\n"));
        m_xml.writeStartElement(QStringLiteral("svg"));
        attribute("width", number(drawing.size.width()));
        attribute("height", number(drawing.size.height()));
        attribute("viewBox", QStringLiteral("0 0 ") + number(drawing.size.width()) + u' ' +
                                 number(drawing.size.height()));
        attribute("xmlns", QStringLiteral("http://www.w3.org/2000/svg"));
        attribute("role", QStringLiteral("img"));
        attribute("font-family", familiesOf(mainFace(TextRole::Label)));
        attribute("text-rendering", QStringLiteral("geometricPrecision")); // the widths that were measured
        attribute("xml:space", QStringLiteral("preserve"));
        attribute("fill-rule", QStringLiteral("evenodd")); // but where a path says something else
        textElement("title", drawing.title);
        textElement("desc", drawing.description);
        writeFonts(drawing);
        for (const Drawing::Element &element : drawing.elements) {
            std::visit(*this, element);
        }
        lineBreak();
        m_xml.writeEndDocument();
    }

    void operator()(const DrawnPath &drawn) {
        const QString fill = paintOf(drawn.fill);
        const QString stroke = drawn.stroke.style() == Qt::NoPen ? QString() : paintOf(drawn.stroke.brush());
        lineBreak();
        m_xml.writeEmptyElement(QStringLiteral("path"));
        attribute("d", pathText(drawn.path));
        attribute("fill", fill.isEmpty() ? QStringLiteral("none") : fill);
        writeOpacity("fill-opacity", drawn.fill);
        if (!fill.isEmpty() && drawn.path.fillRule() == Qt::WindingFill) {
            attribute("fill-rule", QStringLiteral("nonzero"));
        }
        if (!stroke.isEmpty()) {
            attribute("stroke", stroke);
            writeOpacity("stroke-opacity", drawn.stroke.brush());
            writeLine(drawn.stroke);
        }
    }

    void operator()(const DrawnText &drawn) {
        lineBreak();
        m_xml.writeStartElement(QStringLiteral("text"));
        // The left end is where a text from right to left ends.
        if (drawn.text.isRightToLeft()) {
            attribute("direction", QStringLiteral("rtl"));
            attribute("text-anchor", QStringLiteral("end"));
        }
        attribute("x", number(drawn.origin.x()));
        attribute("y", number(drawn.origin.y()));
        attribute("font-size", number(drawn.style.pixelSize));
        if (const int weight = drawn.style.titleFace ? 700 : drawn.style.weight; weight != 400) {
            attribute("font-weight", QString::number(weight));
        }
        attribute("fill", drawn.color.name());
        writeOpacity("fill-opacity", drawn.color);
        // Another font makes it neither longer nor shorter.
        attribute("textLength", number(drawn.width));
        attribute("lengthAdjust", QStringLiteral("spacingAndGlyphs"));
        for (const DrawnText::Run &run : drawn.runs) {
            writeRun(run);
        }
        m_xml.writeEndElement();
    }

    void operator()(const GroupBegin &group) {
        QString clip;
        if (group.clip) {
            clip = define("clipPath", {});
            m_xml.writeEmptyElement(QStringLiteral("rect"));
            attribute("x", number(group.clip->x()));
            attribute("y", number(group.clip->y()));
            attribute("width", number(group.clip->width()));
            attribute("height", number(group.clip->height()));
            m_xml.writeEndElement();
        }
        lineBreak();
        m_xml.writeStartElement(QStringLiteral("g"));
        if (group.kind != DrawnKind::Place) {
            attribute("class", toString(group.kind));
        }
        if (group.event) {
            attribute("data-event", group.event->id);
            if (!group.event->category.isEmpty()) {
                attribute("data-category", group.event->category);
            }
            attribute("data-status", group.event->status);
        }
        if (group.count > 0) {
            attribute("data-count", QString::number(group.count));
        }
        if (!group.place.isIdentity()) {
            attribute("transform", transformText(group.place));
        }
        if (!clip.isEmpty()) {
            attribute("clip-path", clip);
        }
        if (group.event) {
            textElement("title", group.event->title);
        }
    }

    void operator()(const GroupEnd &) {
        lineBreak();
        m_xml.writeEndElement();
    }

private:
    void attribute(const char *name, const QString &value) {
        m_xml.writeAttribute(QLatin1StringView(name), value);
    }
    void lineBreak() { m_xml.writeCharacters(QStringLiteral("\n")); }
    void textElement(const char *name, const QString &text) {
        lineBreak();
        m_xml.writeTextElement(QLatin1StringView(name), text);
    }
    void writeOpacity(const char *name, const QBrush &brush) {
        if (brush.style() == Qt::SolidPattern && brush.color().alpha() < 255) {
            attribute(name, number(brush.color().alphaF(), 1000));
        }
    }

    /// The faces, cut down to what the drawing has: it looks the same on every machine.
    void writeFonts(const Drawing &drawing) {
        std::map<const Face *, std::set<char32_t>> used; // in their order
        for (const Drawing::Element &element : drawing.elements) {
            const auto *text = std::get_if<DrawnText>(&element);
            for (const DrawnText::Run &run : text != nullptr ? text->runs : std::vector<DrawnText::Run>()) {
                const std::u32string characters = shownText(run).toStdU32String();
                used[run.face].insert(characters.begin(), characters.end());
            }
        }
        if (used.empty()) {
            return;
        }
        QString rules = QStringLiteral("\ntext{font-synthesis:none;white-space:pre}");
        for (const auto &[face, characters] : used) {
            rules += QStringLiteral("\n@font-face{font-family:'%1';font-weight:%2;"
                                    "src:url(data:font/woff2;base64,%3) format('woff2')}")
                         .arg(face->family())
                         .arg(face->weight())
                         .arg(QLatin1StringView(webFont(*face, characters).toBase64()));
        }
        textElement("style", rules + u'\n');
    }

    /// A reader that takes no font from a file has the one that it was made from, or one of its kind.
    static QString familiesOf(const Face &face) {
        return QStringLiteral("'%1', '%2', %3")
            .arg(face.family(), face.kin(),
                 face.kin().contains(QLatin1StringView("Serif")) ? QStringLiteral("serif")
                                                                 : QStringLiteral("sans-serif"));
    }

    static QString shownText(const DrawnText::Run &run) {
        return run.isCode ? codePointText(run.text()) : run.text();
    }

    void writeRun(const DrawnText::Run &run) {
        const bool isOfMainFamily = run.face->family() == mainFace(TextRole::Label).family();
        if (isOfMainFamily && !run.isCode) {
            m_xml.writeCharacters(run.text());
            return;
        }
        m_xml.writeStartElement(QStringLiteral("tspan"));
        if (!isOfMainFamily) {
            attribute("font-family", familiesOf(*run.face));
        }
        if (run.isCode) {
            attribute("font-size", number(run.pixelSize));
        }
        m_xml.writeCharacters(shownText(run));
        m_xml.writeEndElement();
    }

    void writeLine(const QPen &pen) {
        if (pen.widthF() != 1) {
            attribute("stroke-width", number(pen.widthF()));
        }
        if (pen.capStyle() == Qt::SquareCap) {
            attribute("stroke-linecap", QStringLiteral("square"));
        }
        attribute("stroke-linejoin", pen.joinStyle() == Qt::BevelJoin   ? QStringLiteral("bevel")
                                     : pen.joinStyle() == Qt::RoundJoin ? QStringLiteral("round")
                                                                        : QStringLiteral("miter"));
        QStringList dashes;
        for (const double dash : pen.dashPattern()) {
            dashes << number(dash * pen.widthF());
        }
        if (!dashes.isEmpty()) {
            attribute("stroke-dasharray", dashes.join(u' '));
            if (pen.dashOffset() != 0) {
                attribute("stroke-dashoffset", number(pen.dashOffset() * pen.widthF()));
            }
        }
    }

    /// Begins an element to refer to; what it is referred to by.
    QString define(const char *element, const std::vector<std::pair<const char *, double>> &attributes) {
        const QString id = u't' + QString::number(++m_definitions);
        lineBreak();
        m_xml.writeStartElement(QLatin1StringView(element));
        attribute("id", id);
        for (const auto &[name, value] : attributes) {
            attribute(name, number(value));
        }
        return QStringLiteral("url(#%1)").arg(id);
    }

    /// A colour, or a gradient that it writes; empty for none.
    QString paintOf(const QBrush &brush) {
        const QGradient *gradient = brush.gradient();
        if (gradient == nullptr) {
            return brush.style() == Qt::NoBrush ? QString() : brush.color().name();
        }
        QString reference;
        if (gradient->type() == QGradient::LinearGradient) {
            const auto *linear = static_cast<const QLinearGradient *>(gradient);
            reference = define("linearGradient", {{"x1", linear->start().x()},
                                                  {"y1", linear->start().y()},
                                                  {"x2", linear->finalStop().x()},
                                                  {"y2", linear->finalStop().y()}});
        } else {
            const auto *radial = static_cast<const QRadialGradient *>(gradient);
            reference =
                define("radialGradient",
                       {{"cx", radial->center().x()}, {"cy", radial->center().y()}, {"r", radial->radius()}});
        }
        attribute("gradientUnits", QStringLiteral("userSpaceOnUse"));
        for (const auto &[at, color] : gradient->stops()) {
            m_xml.writeEmptyElement(QStringLiteral("stop"));
            attribute("offset", number(at, 1e5));
            attribute("stop-color", color.name());
            writeOpacity("stop-opacity", color);
        }
        m_xml.writeEndElement();
        return reference;
    }

    QXmlStreamWriter m_xml;
    int m_definitions = 0;
};

} // namespace

QByteArray toSvg(const Drawing &drawing) {
    QByteArray bytes;
    SvgWriter(&bytes).write(drawing);
    return bytes;
}

} // namespace timeline
