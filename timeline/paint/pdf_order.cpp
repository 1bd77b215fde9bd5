// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paint/pdf_order.h"

#include <QByteArrayList>
#include <algorithm>
#include <vector>

namespace timeline {

namespace {

/// The digits before a place in a text; -1 where there are none.
qsizetype numberBefore(const QByteArray &text, qsizetype end) {
    qsizetype begin = end;
    while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') {
        --begin;
    }
    return begin < end ? text.mid(begin, end - begin).toLongLong() : -1;
}

/// The number that stands after a word: "/Root 2 0 R".
qsizetype numberAfter(const QByteArray &text, const QByteArray &word) {
    const qsizetype at = text.lastIndexOf(word);
    return at < 0 ? -1 : text.mid(at + word.size(), 20).simplified().split(' ').first().toLongLong();
}

class PdfObjects {
public:
    explicit PdfObjects(const QByteArray &pdf) : m_pdf(pdf), m_table(numberAfter(pdf, "startxref")) {
        // "xref", "0 COUNT", and a line of 20 bytes for each: the offset in the first ten.
        constexpr qsizetype lineSize = 20;
        const QByteArray title = "xref\n0 ";
        if (m_table < 0 || pdf.indexOf(title, m_table) != m_table) {
            return;
        }
        const qsizetype countEnd = pdf.indexOf('\n', m_table + title.size());
        if (countEnd < 0) {
            return;
        }
        const qsizetype count = numberBefore(pdf, pdf[countEnd - 1] == ' ' ? countEnd - 1 : countEnd);
        for (qsizetype i = 0; i < count; ++i) {
            const qsizetype offset = pdf.mid(countEnd + 1 + i * lineSize, 10).toLongLong();
            const QByteArray head = QByteArray::number(i) + " 0 obj\n";
            if (i > 0 &&
                !QByteArrayView(pdf).sliced(std::clamp<qsizetype>(offset, 0, pdf.size())).startsWith(head)) {
                m_offsets.clear();
                return;
            }
            m_offsets.push_back(offset);
        }
        m_sorted = m_offsets;
        m_sorted.push_back(m_table);
        std::ranges::sort(m_sorted);
        m_info = numberAfter(pdf, "/Info ");
        m_root = numberAfter(pdf, "/Root ");
    }

    bool isUnderstood() const { return isObject(m_info) && isObject(m_root); }

    QByteArray ordered() {
        m_numbers.assign(m_offsets.size(), 0);
        numberOf(m_info);
        numberOf(m_root);
        QByteArray out = m_pdf.first(m_sorted[1]); // after that of object 0, which there is not
        std::vector<qsizetype> offsets;
        for (std::size_t i = 0; i < m_order.size(); ++i) { // which grows meanwhile
            offsets.push_back(out.size());
            const qsizetype number = static_cast<qsizetype>(i) + 1;
            out += QByteArray::number(number) + withFontTag(contentOf(m_order[i]), number);
        }
        const QByteArray count = QByteArray::number(offsets.size() + 1);
        const QByteArray table = QByteArray::number(out.size());
        out += "xref\n0 " + count + "\n0000000000 65535 f \n";
        for (const qsizetype offset : offsets) {
            out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
        }
        return out + "trailer\n<<\n/Size " + count + "\n/Info 1 0 R\n/Root 2 0 R\n>>\nstartxref\n" + table +
               "\n%%EOF\n";
    }

private:
    bool isObject(qsizetype number) const { return number > 0 && number < std::ssize(m_offsets); }

    /// The new number of an object, the next one where it has none yet.
    qsizetype numberOf(qsizetype old) {
        qsizetype &number = m_numbers[static_cast<std::size_t>(old)];
        if (number == 0) {
            m_order.push_back(old);
            number = std::ssize(m_order);
        }
        return number;
    }

    /// What follows an object's number, with new numbers in its references.
    QByteArray contentOf(qsizetype old) {
        const qsizetype offset = m_offsets[static_cast<std::size_t>(old)];
        const qsizetype end = *std::ranges::upper_bound(m_sorted, offset);
        QByteArray object = m_pdf.mid(offset, end - offset);
        object.remove(0, object.indexOf(' '));
        return old == m_info ? withFixedDate(object) : withNewNumbers(object);
    }

    static QByteArray withFixedDate(QByteArray object) {
        const QByteArray key = "/CreationDate (";
        const qsizetype begin = object.indexOf(key) + key.size();
        const qsizetype end = object.indexOf(')', begin);
        return begin < key.size() || end < 0 ? object
                                             : object.replace(begin, end - begin, "D:20000101000000Z");
    }

    /// "/FontName /QLCAAA+Inter-Medium": six letters before the name of a subset, which stand for a number.
    static QByteArray withFontTag(QByteArray object, qsizetype number) {
        const QByteArray key = "\n/FontName /";
        const qsizetype at = object.first(std::min<qsizetype>(object.size(), 200)).indexOf(key) + key.size();
        if (at >= key.size() && object.mid(at).indexOf('+') == 6) {
            for (qsizetype i = at; i < at + 6; ++i, number /= 26) {
                object[i] = static_cast<char>('A' + number % 26);
            }
        }
        return object;
    }

    QByteArray withNewNumbers(const QByteArray &object) {
        const QByteArray reference = " 0 R";
        const qsizetype stream = object.indexOf("\nstream\n"); // what follows is data
        const qsizetype end = stream < 0 ? object.size() : stream;
        QByteArray out;
        qsizetype done = 0;
        for (qsizetype at = object.indexOf(reference); at >= 0 && at < end;
             at = object.indexOf(reference, at + 1)) {
            const qsizetype old = numberBefore(object, at);
            if (isObject(old)) {
                const qsizetype begin = at - QByteArray::number(old).size();
                out += object.mid(done, begin - done) + QByteArray::number(numberOf(old));
                done = at;
            }
        }
        return out + object.mid(done);
    }

    const QByteArray &m_pdf;
    qsizetype m_table;
    qsizetype m_info = -1;
    qsizetype m_root = -1;
    std::vector<qsizetype> m_offsets; ///< by the old numbers
    std::vector<qsizetype> m_sorted;
    std::vector<qsizetype> m_numbers; ///< new ones by the old
    std::vector<qsizetype> m_order;   ///< old ones by the new, less one
};

} // namespace

QByteArray inFixedOrder(const QByteArray &pdf) {
    PdfObjects objects(pdf);
    return objects.isUnderstood() ? objects.ordered() : pdf;
}

} // namespace timeline
