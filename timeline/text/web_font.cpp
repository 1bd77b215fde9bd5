// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/web_font.h"

#include <QtEndian>
#include <array>
#include <brotli/encode.h>
#include <hb-subset.h>
#include <memory>

namespace timeline {

namespace {

struct Destroy {
    void operator()(hb_subset_input_t *input) const { hb_subset_input_destroy(input); }
    void operator()(hb_face_t *face) const { hb_face_destroy(face); }
    void operator()(hb_blob_t *blob) const { hb_blob_destroy(blob); }
};
template <typename Type>
using Owned = std::unique_ptr<Type, Destroy>;

void add(QByteArray &bytes, auto number) {
    const auto big = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

/// A number in as few bytes of seven bits as it takes (UIntBase128).
void addShort(QByteArray &bytes, quint32 number) {
    constexpr int bits = 7;
    for (int shift = 4 * bits; shift >= 0; shift -= bits) {
        if (number >> shift != 0 || shift == 0) {
            const auto part = static_cast<unsigned char>(number >> shift & 0x7F);
            bytes.append(static_cast<char>(shift > 0 ? part | 0x80 : part));
        }
    }
}

QByteArray compressed(const QByteArray &bytes) {
    std::size_t size = BrotliEncoderMaxCompressedSize(static_cast<std::size_t>(bytes.size()));
    QByteArray made(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_FONT,
                              static_cast<std::size_t>(bytes.size()),
                              reinterpret_cast<const uint8_t *>(bytes.constData()), &size,
                              reinterpret_cast<uint8_t *>(made.data())) == BROTLI_FALSE) {
        return {};
    }
    made.truncate(static_cast<qsizetype>(size));
    return made;
}

constexpr std::uint32_t tagOf(const char (&name)[5]) {
    return HB_TAG(name[0], name[1], name[2], name[3]);
}

/// Tables as they are, without the transformation of outlines that the format allows. (The library that
/// writes this format tells standard error of each font.)
QByteArray woff2(hb_face_t *face) {
    std::array<hb_tag_t, 64> tags{};
    auto count = static_cast<unsigned>(tags.size());
    hb_face_get_table_tags(face, 0, &count, tags.data());
    QByteArray directory, data;
    constexpr quint32 entrySize = 16; // in the file that it becomes, as the head of 12 bytes
    quint32 wholeSize = 12 + entrySize * count;
    std::sort(tags.begin(), tags.begin() + count); // `loca` has to follow `glyf`
    auto *const glyf = std::find(tags.begin(), tags.begin() + count, tagOf("glyf"));
    if (auto *const loca = std::find(tags.begin(), tags.begin() + count, tagOf("loca"));
        glyf != tags.begin() + count && loca != tags.begin() + count) {
        std::rotate(glyf + 1, loca, loca + 1);
    }
    for (const hb_tag_t tag : std::span(tags).first(count)) {
        const Owned<hb_blob_t> blob(hb_face_reference_table(face, tag));
        unsigned size = 0;
        const char *bytes = hb_blob_get_data(blob.get(), &size);
        constexpr quint8 namedByTag = 63;
        constexpr quint8 asItIs = 3 << 6; // where another form would be the usual one
        add(directory,
            static_cast<quint8>(namedByTag | (tag == tagOf("glyf") || tag == tagOf("loca") ? asItIs : 0)));
        add(directory, tag);
        addShort(directory, size);
        data.append(bytes, size);
        wholeSize += (size + 3) / 4 * 4;
    }
    const QByteArray packed = compressed(data);
    constexpr qsizetype headSize = 48;
    const qsizetype length = (headSize + directory.size() + packed.size() + 3) / 4 * 4;
    const Owned<hb_blob_t> cff(hb_face_reference_table(face, tagOf("CFF ")));
    QByteArray font;
    add(font, tagOf("wOF2"));
    add(font, hb_blob_get_length(cff.get()) > 0 ? tagOf("OTTO") : quint32{0x00010000});
    add(font, static_cast<quint32>(length));
    add(font, static_cast<quint16>(count));
    add(font, quint16{0});
    add(font, wholeSize);
    add(font, static_cast<quint32>(packed.size()));
    font.append(headSize - font.size(), '\0'); // versions, and data that it does not have
    font += directory + packed;
    font.append(length - font.size(), '\0');
    return packed.isEmpty() ? QByteArray() : font;
}

} // namespace

QByteArray webFont(const Face &face, const std::set<char32_t> &characters) {
    const Owned<hb_subset_input_t> input(hb_subset_input_create_or_fail());
    if (!input) {
        return {};
    }
    hb_set_t *kept = hb_subset_input_unicode_set(input.get());
    for (const char32_t character : characters) {
        hb_set_add(kept, character);
    }
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    // The language of a page or of its reader changes no letter.
    hb_set_del(hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
               HB_TAG('l', 'o', 'c', 'l'));
    const Owned<hb_face_t> cut(hb_subset_or_fail(hb_font_get_face(face.font()), input.get()));
    if (!cut) {
        return {};
    }
    const Owned<hb_blob_t> file(hb_face_reference_blob(cut.get()));
    const Owned<hb_face_t> made(hb_face_create(file.get(), 0)); // one that can tell its tables
    return woff2(made.get());
}

} // namespace timeline
