// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/about.h"

#include "app/signs/icons.h"
#include "text/faces.h"

#include <QCoreApplication>
#include <QFile>
#include <QMessageBox>

namespace timeloom {

namespace {

struct About {
    Q_DECLARE_TR_FUNCTIONS(timeloom::About)
};

/// Each family with whose it is, and their licence, which asks for both.
QString fontLicences() {
    QStringList families;
    for (const timeline::Face &face : timeline::faces()) {
        const QString family = face.kin() + QStringLiteral(": ") + face.notice();
        if (!families.contains(family)) {
            families += family;
        }
    }
    QFile licence(QStringLiteral(":/timeloom/OFL-1.1.txt"));
    const bool isThere = licence.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    return families.join(u'\n') + QStringLiteral("\n\n") +
           (isThere ? QString::fromUtf8(licence.readAll()) : QString());
}

} // namespace

void showAbout(QWidget *parent) {
    QMessageBox box(QMessageBox::NoIcon, About::tr("About Timeloom"),
                    About::tr("Timeloom %1\n\nTimelines of events: every date as it is really known, every "
                              "claim with its source.\n\nFree software under the GNU General Public License, "
                              "version 3 or later. Set in Inter and Noto, under the SIL Open Font License "
                              "1.1 (see the details); built with Qt.")
                        .arg(QCoreApplication::applicationVersion()),
                    QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.setDetailedText(fontLicences());
    box.setIconPixmap(icon(QStringLiteral("timeloom")).pixmap(64, 64));
    box.exec();
}

} // namespace timeloom
