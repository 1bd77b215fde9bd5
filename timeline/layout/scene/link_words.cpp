// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layout/scene/link_words.h"

#include "document/format/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace timeline {

namespace {

constexpr std::size_t mostWords = 24; // among more they would be all that one sees
constexpr double air = 3;             // around words

QRectF withAir(const SceneText &text) {
    return text.rect().marginsAdded({air, air, air, air});
}

QString wordOf(LinkKind kind) {
    return kind == LinkKind::PartOf    ? QCoreApplication::translate("timeline::SceneLinks", "part of")
           : kind == LinkKind::Related ? QCoreApplication::translate("timeline::SceneLinks", "related")
                                       : linkWording(kind);
}

/// Several that end in one cluster are told of it; where they come from one, beside their line.
QStringList wordsOf(const SceneLink &link) {
    const QString count = QLocale(QLocale::English).toString(link.count);
    const QString kind = wordOf(link.kind);
    if (link.count == 1) {
        return {kind};
    }
    const QString words =
        link.toEnd == SceneLink::End::Cluster
            ? QCoreApplication::translate("timeline::SceneLinks", "%1 %2 of these",
                                          "kind of the links, how many")
                  .arg(kind, count)
            : QCoreApplication::translate("timeline::SceneLinks", "%2 × %1", "kind of the links, how many")
                  .arg(kind, count);
    return {words, count + QStringLiteral(" ×")};
}

/// Left edges and middles of the words' line.
std::vector<QPointF> placesOfWord(const SceneLink &link, double width) {
    constexpr double head = 10;
    constexpr double off = SceneText::lineHeight / 2 + air + 0.5; // the line's middle from a level piece
    std::vector<QPointF> level, upright;
    for (auto stroke = link.strokes.rbegin(); stroke != link.strokes.rend(); ++stroke) {
        for (std::size_t i = stroke->size() - 1; i > 0; --i) {
            const QRectF piece = QRectF((*stroke)[i], (*stroke)[i - 1]).normalized();
            if (piece.height() == 0 && piece.width() >= width + 2 * head) {
                const double near = link.toEnd == SceneLink::End::Beyond ? piece.center().x() - width / 2
                                                                         : piece.left() + head;
                for (const double x : {near, piece.center().x() - width / 2, piece.right() - width - head}) {
                    level.insert(level.end(), {{x, piece.top() - off}, {x, piece.top() + off}});
                }
            } else if (piece.width() == 0 && piece.height() > SceneText::lineHeight) {
                for (const double y : {piece.center().y(), piece.top() + 10, piece.bottom() - 10}) {
                    upright.insert(upright.end(),
                                   {{piece.left() + air + 2, y}, {piece.left() - width - air - 2, y}});
                }
            }
        }
    }
    level.insert(level.end(), upright.begin(), upright.end());
    return level;
}

/// Puts it above or below a level piece of the line, near its end, or beside an upright one, where neither
/// text nor mark nor another link is; it may be that there is no such place.
void addWord(SceneLink &link, const QRectF &plot, const TextMeasure &measure, TakenPlaces &taken) {
    for (const QString &text : wordsOf(link)) {
        const double width = measure.width(text, TextRole::Note);
        for (const QPointF corner : placesOfWord(link, width)) {
            const SceneText word{text, corner.x(), corner.y(), width, TextRole::Note};
            if (plot.contains(word.rect()) && !taken.meet(word.rect())) {
                taken.add(withAir(link.word.emplace(word)));
                return;
            }
        }
    }
}

void addMore(Scene &scene, EventIndex more, const TextMeasure &measure, TakenPlaces &taken) {
    const auto form = static_cast<int>(more);
    const QString text =
        QCoreApplication::translate("timeline::SceneLinks", "and %1 more links", "that are not drawn", form)
            .arg(QLocale(QLocale::English).toString(more));
    const double width = measure.width(text, TextRole::Note);
    const QRectF &plot = scene.plot;
    SceneText note{text, plot.right() - width - 10, plot.bottom() - 12, width, TextRole::Note};
    const double lowest = note.y;
    while (taken.meet(note.rect()) && note.y > plot.top() + 16) {
        note.y -= 4;
    }
    note.y = taken.meet(note.rect()) ? lowest : note.y;
    taken.add(scene.moreLinks.emplace(note).rect());
}

} // namespace

void addLinkWords(Scene &scene, EventIndex untold, const TextMeasure &measure, TakenPlaces &taken) {
    for (std::size_t i = 0; i < std::min(scene.links.size(), mostWords); ++i) {
        addWord(scene.links[i], scene.plot, measure, taken);
    }
    for (const SceneLink &link : scene.links) {
        untold += link.word ? 0 : link.count - 1;
    }
    if (untold > 0) {
        addMore(scene, untold, measure, taken);
    }
}

} // namespace timeline
