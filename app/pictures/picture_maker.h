// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pictures/picture_check.h"
#include "paint/picture.h"
#include "widgets/workspace/background.h"

#include <QImage>
#include <functional>

namespace timeloom {

/// A picture that somebody wants, with all that it is made from. What takes as long as there are events is
/// left to who makes it.
struct PictureOrder {
    std::shared_ptr<const timeline::Document> document;
    bool hasLinks = false; ///< all
    timeline::PictureOptions options;

    timeline::PictureOptions allOptions() const; ///< with the events that are linked
    timeline::Picture picture(const timeline::Fonts &fonts) const;
};

/// Makes pictures: of few events at once, of many beside the window's thread, one after the other.
class PictureMaker : public QObject {
    Q_OBJECT

public:
    /// The fonts must outlive it.
    explicit PictureMaker(const timeline::Fonts &fonts, QObject *parent = nullptr);

    void draw(const PictureOrder &order); ///< instead of what was to be drawn and is not begun yet
    void save(const PictureOrder &order, const QString &fileName, timeline::PictureFormat format);

Q_SIGNALS:
    /// The image is null where there is no memory for it.
    void drawn(const QImage &image, const timeloom::PictureCheck &check);
    void saved(const QString &trouble); ///< why not; empty where it is

private:
    struct Made {
        QImage image;
        PictureCheck check;
        std::optional<QString> trouble; ///< of what was to be saved
    };
    using Job = std::function<Made(const timeline::Fonts &)>;
    void make(const timeline::Document &document, const Job &job);
    void start(const Job &job);
    void tell(const Made &made);

    const timeline::Fonts &m_fonts;
    timeline::Background<Made> m_work;
    Job m_next;
};

/// Puts a picture on the clipboard, and then calls `done`, unless `context` is gone.
void drawToClipboard(const PictureOrder &order, const timeline::Fonts &fonts, QObject *context,
                     const std::function<void()> &done);

} // namespace timeloom
