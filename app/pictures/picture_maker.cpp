// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pictures/picture_maker.h"

#include "app/pictures/picture_file.h"
#include "layout/scene/scene_links.h"

#include <QClipboard>
#include <QGuiApplication>
#include <utility>

namespace timeloom {

using namespace timeline;

PictureOptions PictureOrder::allOptions() const {
    PictureOptions all = options;
    if (hasLinks) {
        all.linked = allWithLinks(*document);
    }
    return all;
}

Picture PictureOrder::picture(const Fonts &fonts) const {
    return {document, allOptions(), fonts};
}

PictureMaker::PictureMaker(const Fonts &fonts, QObject *parent) : QObject(parent), m_fonts(fonts) {}

void PictureMaker::draw(const PictureOrder &order) {
    make(*order.document, [order](const Fonts &fonts) {
        const Picture picture = order.picture(fonts);
        return Made{picture.toImage(), PictureCheck::of(picture.scene(), picture.lanesLeftOut()), {}};
    });
}

void PictureMaker::save(const PictureOrder &order, const QString &fileName, PictureFormat format) {
    make(*order.document, [order, fileName, format](const Fonts &fonts) {
        return Made{{}, {}, savePicture(order.picture(fonts), fileName, format).error()};
    });
}

void PictureMaker::make(const Document &document, const Job &job) {
    constexpr EventIndex few = 20'000; // are drawn before anybody notices
    if (document.eventCount() <= few) {
        tell(job(m_fonts));
    } else if (m_work.isBusy()) {
        m_next = job;
    } else {
        start(job);
    }
}

void PictureMaker::start(const Job &job) {
    m_work.begin(
        [job](const std::stop_token &) {
            const Fonts fonts; // what these remember is for one thread
            return job(fonts);
        },
        [this](const Made &made) {
            if (const Job next = std::exchange(m_next, {})) {
                start(next);
            }
            tell(made);
        });
}

void PictureMaker::tell(const Made &made) {
    made.trouble ? Q_EMIT saved(*made.trouble) : Q_EMIT drawn(made.image, made.check);
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
