// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_maker.h"

#include "app/pictures/picture_file.h"
#include "document/bytes/hand_over.h"
#include "layout/scene/scene_links.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPromise>
#include <utility>

namespace timeloom {

using namespace timeline;

PictureOptions PictureOrder::allOptions() const {
    PictureOptions all = options;
    all.shown = filter.apply(*document);
    if (hasLinks) {
        all.linked = allWithLinks(*document);
    }
    return all;
}

Picture PictureOrder::picture(const Fonts &fonts) const {
    return {document, allOptions(), fonts};
}

PictureMaker::PictureMaker(const Fonts &fonts, QObject *parent) : QObject(parent), m_fonts(fonts) {
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        takeOver();
        const Made made = m_watcher.result();
        if (const Job next = std::exchange(m_next, {})) {
            start(next);
        }
        tell(made);
    });
}

void PictureMaker::draw(const PictureOrder &order) {
    make(*order.document, [order](const Fonts &fonts) { return Made{order.picture(fonts).toImage(), {}}; });
}

void PictureMaker::save(const PictureOrder &order, const QString &fileName, PictureFormat format) {
    make(*order.document, [order, fileName, format](const Fonts &fonts) {
        return Made{{}, savePicture(order.picture(fonts), fileName, format).error()};
    });
}

void PictureMaker::make(const Document &document, const Job &job) {
    constexpr EventIndex few = 20'000; // are drawn before anybody notices
    if (document.eventCount() <= few) {
        tell(job(m_fonts));
    } else if (m_watcher.isRunning()) {
        m_next = job;
    } else {
        start(job);
    }
}

void PictureMaker::start(const Job &job) {
    const auto promise = std::make_shared<QPromise<Made>>();
    promise->start();
    m_watcher.setFuture(promise->future());
    startIn(workers(), [promise, job] {
        const Fonts fonts; // what these remember is for one thread
        promise->addResult(job(fonts));
        handOver();
        promise->finish();
    });
}

void PictureMaker::tell(const Made &made) {
    made.trouble ? Q_EMIT saved(*made.trouble) : Q_EMIT drawn(made.image);
}

void drawToClipboard(const PictureOrder &order, const Fonts &fonts, QObject *context,
                     const std::function<void()> &done) {
    auto *maker = new PictureMaker(fonts, context);
    QObject::connect(maker, &PictureMaker::drawn, context, [maker, done](const QImage &image) {
        maker->deleteLater();
        QGuiApplication::clipboard()->setImage(image);
        done();
    });
    maker->draw(order);
}

} // namespace timeloom
