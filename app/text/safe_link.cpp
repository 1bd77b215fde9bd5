// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/safe_link.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace timeloom {

namespace {

constexpr qsizetype longestAddress = 2000;

/// Where the texts of this file are translated.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(timeloom::SafeLink)
};

} // namespace

bool isSafeLink(const QUrl &url) {
    if (!url.isValid() || url.toEncoded().size() > longestAddress) {
        return false;
    }
    const QString scheme = url.scheme(); // always in lower case
    if (scheme == "mailto"_L1) {
        return !url.path().isEmpty();
    }
    return (scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty();
}

QString shownAddress(const QUrl &url) {
    return QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded));
}

void askToOpenLink(QWidget *parent, const QUrl &url) {
    if (!isSafeLink(url)) {
        return;
    }
    const bool isMail = url.scheme() == "mailto"_L1;
    auto *box = new QMessageBox(QMessageBox::Question, Texts::tr("Open link"),
                                isMail ? Texts::tr("Write a mail to this address?")
                                       : Texts::tr("Open this address in the browser?"),
                                QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(shownAddress(url));
    box->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QPushButton *open =
        box->addButton(isMail ? Texts::tr("Write") : Texts::tr("Open"), QMessageBox::AcceptRole);
    box->setDefaultButton(open);
    QObject::connect(open, &QPushButton::clicked, box, [url] { QDesktopServices::openUrl(url); });
    box->open();
}

} // namespace timeloom
