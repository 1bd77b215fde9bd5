// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

class QWidget;

namespace timeloom {

/// Whether an address from a file may be opened at all: a complete http, https or mailto address of a length
/// that can be shown in full. QUrl itself takes `javascript:`, `data:` and `smb:` for valid.
bool isSafeLink(const QUrl &url);

/// The address as it will be opened, in ASCII, so that no look-alike letter or direction mark can disguise
/// it.
QString shownAddress(const QUrl &url);

/// Asks whether to open an address, which is shown in full, and hands it to the system when the answer is
/// yes. Returns at once. An address that is not safe is refused.
void askToOpenLink(QWidget *parent, const QUrl &url);

} // namespace timeloom
