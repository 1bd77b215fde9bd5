// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_pane.h"

#include "app/charts/date_strip.h"
#include "app/charts/event_row.h"
#include "app/charts/measure_row.h"
#include "app/charts/series_row.h"
#include "document/json/json_value.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHash>
#include <QLabel>
#include <QMetaMethod>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace timeloom {

using namespace timeline;

namespace {

/// How many points the text of a head has for each series: more than could be read of them.
QHash<QString, std::size_t> pointsWritten(const QByteArray &head) {
    QHash<QString, std::size_t> counts;
    const JsonText text(head);
    const JsonValue root = text.root();
    const auto list = root.type == JsonType::Object ? findMember(text, root, "series") : std::nullopt;
    if (!list || list->value.type != JsonType::Array) {
        return counts;
    }
    JsonArrayCursor series(text, list->value);
    while (const auto one = series.next()) {
        const bool isObject = one->type == JsonType::Object;
        const auto id = isObject ? findMember(text, *one, "id") : std::nullopt;
        const auto points = isObject ? findMember(text, *one, "points") : std::nullopt;
        if (!id || !id->value.isName() || !points || points->value.type != JsonType::Array) {
            continue;
        }
        std::size_t count = 0;
        JsonArrayCursor elements(text, points->value);
        while (elements.next()) {
            ++count;
        }
        counts.insert(text.string(id->value.range), count);
    }
    return counts;
}

std::size_t pointCount(const Document &document) {
    std::size_t count = 0;
    for (const Series &series : document.series()) {
        count += series.points.size();
    }
    return count;
}

} // namespace

ChartPane::ChartPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_ground(new ChartGround(workspace, this)),
      m_content(new QWidget), m_rows(new QVBoxLayout(m_content)), m_foot(new QWidget), m_note(new QLabel),
      m_add(new QPushButton(tr("Add a series…"))) {
    m_rows->setContentsMargins({});
    m_rows->setSpacing(0);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(16, 4, 16, 4);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_add);
    m_foot->hide();
    m_add->hide();
    connect(m_add, &QPushButton::clicked, this, &ChartPane::addSeriesRequested);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_content);
    for (QWidget *ground : {m_content, m_foot, scroll->viewport()}) {
        ground->setAutoFillBackground(true);
    }
    addRow(new EventRow(*m_ground));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_foot);
    layout->addWidget(new DateStrip(*m_ground, this));

    connect(&workspace, &Workspace::documentChanged, this, [this] { readAnew(true); });
    connect(&workspace, &Workspace::documentEdited, this,
            [this](const std::vector<EventIndex> &events) { readAnew(events.empty()); });
    applyTheme();
}

void ChartPane::alignWith(const QWidget *timeline) {
    m_ground->alignWith(timeline);
}

QRectF ChartPane::plotArea() const {
    return m_ground->panel(0, height()).rect;
}

void ChartPane::addRow(QWidget *row) {
    m_rows->addWidget(row, 1);
}

ChartPane::Numbers ChartPane::numbersOf(const Document &document, bool withSeries,
                                        const std::stop_token &stop) {
    Numbers numbers;
    if (withSeries && !document.series().empty()) {
        const QHash<QString, std::size_t> written = pointsWritten(document.head());
        for (const Series &series : document.series()) {
            if (numbers.series.size() == mostRows || stop.stop_requested()) {
                break;
            }
            const std::size_t read = series.points.size();
            const std::size_t unread = std::max(written.value(series.id, read), read) - read;
            numbers.series.push_back(std::make_shared<const PointSeries>(series.points, unread));
        }
    }
    numbers.measures = measureGroupsOf(document, stop);
    return numbers;
}

void ChartPane::readAnew(bool withSeries) {
    m_isStale = true;
    m_isSeriesStale |= withSeries;
    read();
}

/// What is much is read beside the window's thread.
void ChartPane::read() {
    constexpr std::size_t few = 5000;
    if (!m_isStale || !isVisible()) {
        return;
    }
    m_isStale = false;
    const std::shared_ptr<const Document> document = m_workspace.document();
    const bool withSeries = m_isSeriesStale;
    if (document->eventCount() + (withSeries ? pointCount(*document) : 0) <= few) {
        m_reading.giveUp();
        showNumbers(*document, numbersOf(*document, withSeries, {}));
    } else {
        m_reading.begin([document, withSeries](
                            const std::stop_token &stop) { return numbersOf(*document, withSeries, stop); },
                        [this, document](Numbers &&numbers) { showNumbers(*document, std::move(numbers)); });
    }
}

/// Rows stay where nothing in them is another: who edits a title has them as they were.
void ChartPane::showNumbers(const Document &document, Numbers numbers) {
    const std::vector<Series> &series = document.series();
    if (!m_isSeriesStale) {
        if (numbers.measures == m_shown.measures) {
            return;
        }
        numbers.series = m_shown.series;
    }
    m_isSeriesStale = false;
    m_shown = std::move(numbers);
    while (m_rows->count() > 1) { // that of the events stays
        const std::unique_ptr<QLayoutItem> item(m_rows->takeAt(1));
        delete item->widget();
    }
    for (std::size_t i = 0; i < m_shown.series.size(); ++i) {
        const QString title = series[i].title.isEmpty() ? series[i].id : series[i].title;
        addRow(new SeriesRow(*m_ground, title, series[i].unit, m_shown.series[i]));
    }
    std::size_t more = series.size() - m_shown.series.size() + m_shown.measures.groupsLeftOut;
    for (const MeasureGroup &group : m_shown.measures.groups) {
        if (static_cast<std::size_t>(m_rows->count()) <= mostRows) {
            addRow(new MeasureRow(*m_ground, group));
        } else {
            ++more;
        }
    }
    const bool hasRows = m_rows->count() > 1;
    const auto count = static_cast<int>(m_shown.measures.measureCount);
    m_note->setText(
        more > 0     ? tr("%Ln more series and measures are not shown.", nullptr, static_cast<int>(more))
        : count == 0 ? tr("This file has no series and no measures. They are numbers with dates.")
                     : tr("This file has no series, and none of its %Ln measures has more than one date.",
                          nullptr, count));
    m_foot->setVisible(!hasRows || more > 0);
}

void ChartPane::applyTheme() {
    m_ground->applyPalette(palette());
    QPalette ground = palette();
    ground.setColor(QPalette::Window, m_ground->tokens().canvas);
    ground.setColor(QPalette::WindowText, m_ground->tokens().ink2);
    m_content->parentWidget()->setPalette(ground);
    m_content->setPalette(ground);
    m_foot->setPalette(ground);
    for (ChartRow *row : findChildren<ChartRow *>()) {
        row->applyTheme();
    }
}

void ChartPane::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyTheme();
    }
    QWidget::changeEvent(event);
}

void ChartPane::moveEvent(QMoveEvent *event) {
    QWidget::moveEvent(event);
    Q_EMIT m_ground->changed();
}

void ChartPane::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    read();
    Q_EMIT m_ground->changed();
}

void ChartPane::connectNotify(const QMetaMethod &signal) {
    if (signal == QMetaMethod::fromSignal(&ChartPane::addSeriesRequested)) {
        m_add->show();
    }
}

} // namespace timeloom
