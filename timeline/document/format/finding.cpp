// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/format/finding.h"

#include "document/bytes/file_name.h"
#include "document/format/finding_sink.h"

using namespace Qt::StringLiterals;

namespace timeline {

QString toString(const Finding &finding, const QString &fileName) {
    // Not translated: other programs read these lines as they read a compiler's.
    const QString severity = finding.severity == Severity::Error ? u"error"_s : u"warning"_s;
    return u"%1:%2:%3: %4: %5"_s.arg(shownFileName(fileName), QString::number(finding.line),
                                     QString::number(finding.column), severity, finding.message);
}

QString quoted(QStringView text) {
    constexpr qsizetype longest = 60;
    QString out = u"\""_s;
    for (const QChar c : text.first(std::min(text.size(), longest))) {
        const ushort unit = c.unicode();
        const bool hidden = unit < 0x20 || (unit >= 0x7F && unit < 0xA0) ||
                            (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) ||
                            unit == 0x2028 || unit == 0x2029;
        out += hidden ? u"\\u%1"_s.arg(unit, 4, 16, '0'_L1) : QString(c);
    }
    if (text.size() > longest) {
        if (out.back().isHighSurrogate()) {
            out.chop(1);
        }
        out += u'…';
    }
    return out + u'"';
}

} // namespace timeline
