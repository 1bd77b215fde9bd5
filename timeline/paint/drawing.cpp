// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/drawing.h"

#include <QTextStream>
#include <map>

namespace timeline {

namespace {

QString number(double value) {
    return QString::number(std::round(value * 10) / 10 + 0.0); // no "-0"
}

QString textOf(const QRectF &rect) {
    return QStringLiteral("%1,%2 %3x%4")
        .arg(number(rect.left()), number(rect.top()), number(rect.width()), number(rect.height()));
}

QString textOf(const QBrush &brush) {
    const auto name = [](const QColor &color) {
        return color.name(color.alpha() < 255 ? QColor::HexArgb : QColor::HexRgb);
    };
    if (brush.gradient() == nullptr) {
        return name(brush.color());
    }
    QStringList stops;
    for (const auto &[at, color] : brush.gradient()->stops()) {
        stops << number(at) + u' ' + name(color);
    }
    return stops.join(QStringLiteral(" > "));
}

/// Writes elements as lines, those in a group further in.
class Dump {
public:
    explicit Dump(QString *text) : m_stream(text) {}

    void operator()(const DrawnPath &drawn) {
        line() << "path " << textOf(drawn.path.boundingRect());
        if (drawn.fill.style() != Qt::NoBrush) {
            m_stream << ", filled " << textOf(drawn.fill);
        }
        if (drawn.stroke.style() != Qt::NoPen) {
            m_stream << ", stroked " << textOf(drawn.stroke.brush()) << ' ' << number(drawn.stroke.widthF());
            for (const double dash : drawn.stroke.dashPattern()) {
                m_stream << " - " << number(dash * drawn.stroke.widthF());
            }
        }
        m_stream << '\n';
    }

    void operator()(const DrawnText &drawn) {
        line() << "text " << number(drawn.origin.x()) << ',' << number(drawn.origin.y()) << ", "
               << number(drawn.style.pixelSize) << " px " << drawn.style.weight
               << (drawn.style.titleFace ? " title " : " ") << textOf(QBrush(drawn.color)) << ":";
        for (const DrawnText::Run &run : drawn.runs) {
            m_stream << " \"" << run.text() << '"';
        }
        m_stream << '\n';
    }

    void operator()(const GroupBegin &group) {
        line() << toString(group.kind);
        if (group.event) {
            m_stream << ' ' << group.event->id << " (" << group.event->category << ", " << group.event->status
                     << ") \"" << group.event->title << '"';
        }
        if (group.count > 0) {
            m_stream << " of " << group.count;
        }
        if (group.clip) {
            m_stream << " in " << textOf(*group.clip);
        }
        if (!group.place.isIdentity()) {
            m_stream << " at " << number(group.place.dx()) << ',' << number(group.place.dy());
            m_stream << (group.place.isRotating() ? ", turned" : group.place.isScaling() ? ", scaled" : "");
        }
        m_stream << '\n';
        ++m_depth;
    }

    void operator()(const GroupEnd &) { --m_depth; }

private:
    QTextStream &line() { return m_stream << QString(2 * m_depth, u' '); }

    QTextStream m_stream;
    qsizetype m_depth = 0;
};

} // namespace

QLatin1StringView toString(DrawnKind kind) {
    static constexpr std::array names = {"ground", "grid",     "eras", "scale", "as-of", "event",  "cluster",
                                         "note",   "headings", "axis", "links", "title", "legend", "place"};
    return QLatin1StringView(names.at(static_cast<std::size_t>(kind)));
}

std::vector<Drawing::Missing> Drawing::missingCharacters() const {
    std::map<char32_t, QString> missing;
    for (const Element &element : elements) {
        const auto *text = std::get_if<DrawnText>(&element);
        for (const DrawnText::Run &run : text != nullptr ? text->runs : std::vector<DrawnText::Run>()) {
            if (run.isCode) {
                missing.try_emplace(run.text().toUcs4().constFirst(), text->text);
            }
        }
    }
    std::vector<Missing> all;
    all.reserve(missing.size());
    for (const auto &[character, text] : missing) {
        all.push_back({character, text});
    }
    return all;
}

QString Drawing::toText() const {
    QString text = QStringLiteral("%1x%2 on %3: %4\n")
                       .arg(number(size.width()), number(size.height()), ground.name(), title);
    Dump dump(&text);
    for (const Element &element : elements) {
        std::visit(dump, element);
    }
    return text;
}

DrawnPath DrawnPath::line(QPointF from, QPointF to, const QPen &pen) {
    QPainterPath path(from);
    path.lineTo(to);
    return {path, pen};
}

} // namespace timeline
