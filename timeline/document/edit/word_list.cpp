// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/edit/word_list.h"

using namespace Qt::StringLiterals;

namespace timeline {

QStringList wordsIn(const QString &line) {
    QStringList list;
    QString word;
    bool isQuoted = false;
    bool wasQuoted = false;
    const auto end = [&] {
        const QString one = wasQuoted ? word : word.trimmed();
        if (wasQuoted || !one.isEmpty()) {
            list += one;
        }
        word.clear();
        wasQuoted = false;
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (isQuoted && c == u'"' && i + 1 < line.size() && line[i + 1] == u'"') {
            word += line[++i];
        } else if (c == u'"' && (isQuoted || word.trimmed().isEmpty())) {
            isQuoted = !isQuoted;
            word = isQuoted ? QString() : word;
            wasQuoted = true;
        } else if (c == u',' && !isQuoted) {
            end();
        } else if (isQuoted || !wasQuoted) {
            word += c;
        }
    }
    end();
    return list;
}

QString wordList(const QStringList &words) {
    QStringList written;
    for (const QString &word : words) {
        const bool isPlain =
            !word.contains(u',') && !word.contains(u'"') && word.trimmed() == word && !word.isEmpty();
        written += isPlain ? word : u'"' + QString(word).replace(u'"', u"\"\""_s) + u'"';
    }
    return written.join(u", "_s);
}

} // namespace timeline
