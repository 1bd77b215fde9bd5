// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include "app/commands/command_line.h"
#include "app/text/standard_streams.h"
#include "document/bytes/file_lock.h"
#include "document/bytes/file_name.h"
#include "document/edit/event_edit.h"
#include "document/edit/file_save.h"
#include "document/format/event_fields.h"
#include "document/read/reader.h"
#include "document/read/references.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace timeloom {

using namespace timeline;

namespace {

/// Sets one field of one event in a file.
class SetCommand {
    Q_DECLARE_TR_FUNCTIONS(timeloom::SetCommand)

public:
    explicit SetCommand(const CommandLine &line)
        : m_line(line), m_file(line.values()[0]), m_id(line.values()[1]), m_field(line.values()[2]),
          m_value(line.values()[3]) {}

    int run() {
        if (m_file.startsWith(u':') || m_file == "-"_L1) {
            return refuse(tr("%1 is no file that can be written").arg(m_file), Usage);
        }
        if (!EventEdit::fields().contains(m_field)) {
            return refuse(tr("there is no field \"%1\"; expected one of %2")
                              .arg(m_field, EventEdit::fields().join(u", "_s)),
                          Usage);
        }
        if (!m_value.isValidUtf16()) { // as an argument that is no UTF-8 becomes: see file_name.h
            return refuse(tr("the value is no UTF-8; expected text"), Usage);
        }
        if (isThere(m_file) && !isRegularFile(m_file)) {
            return refuse(tr("cannot write %1: it is no regular file").arg(m_file), FileTrouble);
        }
        Result<QJsonValue> value = QJsonValue(QJsonValue::Undefined);
        if (m_value != "-"_L1) {
            value = EventEdit::parse(m_field, m_value);
        }
        if (!value) {
            return refuse(value.error(), Usage);
        }
        constexpr int mostTries = 5; // while other programs, which know of no lock, write it
        for (int i = 0; i < mostTries; ++i) {
            if (const std::optional<int> answer = readAndSet(*value)) {
                return *answer;
            }
        }
        return refuse(tr("cannot save %1: other programs keep writing it").arg(m_file), FileTrouble);
    }

private:
    /// The exit code; nothing where others wrote the file meanwhile.
    std::optional<int> readAndSet(const QJsonValue &value) {
        // Who edits at the same time comes before or after: no edit is lost.
        Result<std::unique_ptr<FileLock>> lock = std::unique_ptr<FileLock>();
        if (isRegularFile(m_file)) {
            lock = FileLock::of(m_file);
        }
        if (!lock) {
            return refuse(tr("cannot write %1: %2").arg(m_file, lock.error()), FileTrouble);
        }
        const Result<ReadResult> result = readFile(m_file);
        if (!result) {
            return refuse(result.error(), FileTrouble);
        }
        const ReadResult &read = *result;
        if (!read.document) {
            tellFindings(read, m_file);
            return FindingsInData;
        }
        const Document &document = *read.document;
        const EventLists &lists = document.lists();
        const JsonText text(document.bytes(), lists.events);
        std::vector<JsonValue> found;
        for (const ByteRange &list : lists.inOrder()) {
            addEventsNamed(text, {JsonType::Array, list}, found);
        }
        if (found.size() != 1) {
            return refuse(found.empty()
                              ? tr("%1: there is no event with the id \"%2\"").arg(m_file, m_id)
                              : tr("%1: the id \"%3\" occurs %L2 times; expected it once, so that it is sure "
                                   "which event is meant")
                                    .arg(m_file)
                                    .arg(found.size())
                                    .arg(m_id),
                          FindingsInData);
        }
        const ByteRange range = found.front().range;
        const QByteArray before = text.raw(range).toByteArray();
        const EditedText edited = isListToEdit(before, value)
                                      ? EventEdit::setList(before, m_field, value.toArray())
                                      : EventEdit::set(before, m_field, value);
        if (!edited) {
            return refuse(tr("%1: event \"%2\": %3").arg(m_file, m_id, edited.error()), FindingsInData);
        }
        const auto shown = document.unreadAt(range.begin) ? std::nullopt : document.findEvent(m_id);
        if (const std::optional<Finding> wrong = newFinding(document, shown, range, *edited)) {
            return refuse(tr("event \"%1\": %2").arg(m_id, wrong->message()), Usage);
        }
        if (*edited == before) {
            return Fine;
        }
        Document changed = document;
        changed.apply({{{shown ? *shown : changed.adopt(range), *edited}}, {}});
        return save(document, changed.changes(), lock->get());
    }

    std::optional<int> save(const Document &document, const std::vector<Splice> &changes,
                            const FileLock *lock) {
        if (const int others = otherNamesOf(m_file); others > 0) {
            tell(tr("warning: %1 has %n other names (hard links), which keep the text of before", nullptr,
                    others)
                     .arg(m_file));
        }
        if (m_field == "id"_L1) {
            tellOfLinks(document);
        }
        const SaveResult saved = saveFile(m_file, spliced(document.bytes(), changes), document.stamp(), lock,
                                          document.fileBytes());
        if (saved.is(ProblemCode::ChangedMeanwhile)) {
            return std::nullopt;
        }
        return saved ? Fine : refuse(saved.error(), FileTrouble);
    }

    /// Names are set as the window sets them: what is not understood among them stays, and so does what
    /// stands where a list is expected. Objects are given whole.
    bool isListToEdit(const QByteArray &event, const QJsonValue &value) const {
        const QJsonArray list = value.toArray();
        return value.isArray() &&
               (EventEdit::loneElement(event, m_field) ||
                (isStringList(eventField(m_field.toStdString())) &&
                 std::ranges::none_of(list, [](const QJsonValue &each) { return each.isObject(); })));
    }

    /// Links name the id that is given up.
    void tellOfLinks(const Document &document) const {
        const auto event = document.findEvent(m_id);
        const auto links =
            event ? std::ranges::count(document.relations().of(*event), *event, &Relation::to) : 0;
        if (links > 0) {
            tell(tr("warning: %1 link(s) to \"%2\" lead nowhere now").arg(links).arg(m_id));
        }
    }

    /// All events with the id, those included that have something wrong and are not shown.
    void addEventsNamed(const JsonText &text, JsonValue array, std::vector<JsonValue> &found) const {
        const std::string id = m_id.toStdString();
        JsonArrayCursor events(text, array);
        while (const auto event = events.next()) {
            if (event->type != JsonType::Object) {
                continue;
            }
            // One that has the id among two counts twice: it is not sure whether that is its name.
            JsonObjectCursor members(text, *event);
            int ids = 0;
            bool isNamed = false;
            while (const auto member = members.next()) {
                const bool isId = text.utf8(member->key) == "id";
                ids += isId ? 1 : 0;
                isNamed |= isId && member->value.isName() && text.utf8(member->value.range) == id;
            }
            found.insert(found.end(), isNamed ? static_cast<std::size_t>(ids) : 0, *event);
        }
    }

    /// What would be written for nothing. In a file that is read this is a warning.
    static bool isUnused(FindingCode code) {
        return code == FindingCode::UnusedValue || code == FindingCode::UnusedDate ||
               code == FindingCode::IncompletePart || code == FindingCode::MaxBelowValue ||
               code == FindingCode::EndBeforeStart || code == FindingCode::DateBesideStart;
    }

    /// What the event has wrong that it had not before. Other warnings are told and do not hinder.
    std::optional<Finding> newFinding(const Document &document, std::optional<EventIndex> itself,
                                      ByteRange range, const QByteArray &after) {
        const auto messages = [](const std::vector<Finding> &findings) {
            QStringList list;
            for (const Finding &finding : findings) {
                list += finding.message();
            }
            return list;
        };
        const auto check = [&](const QByteArray &text) {
            return checkEvent(document, itself, text,
                              itself ? document.listFor(*itself, text) : document.listForUnread(range, text));
        };
        const CheckedEvent old = check(document.bytes().sliced(range.begin, range.size()).toByteArray());
        const CheckedEvent now = check(after);
        const QStringList known = messages(old.findings);
        for (const Finding &finding : now.findings) {
            if (known.contains(finding.message())) {
                continue;
            }
            // A mere list of events has no other one for what has no date: it stays there with this finding.
            const bool hasNoDateNow = finding.code == FindingCode::MissingKey;
            if ((finding.severity() == Severity::Error && !hasNoDateNow) || isUnused(finding.code)) {
                return finding;
            }
            tell(toString(finding.severity()) + u": "_s + finding.message());
        }
        return std::nullopt;
    }

    int refuse(const QString &message, ExitCode code) {
        m_line.complain(message);
        return code;
    }

    const CommandLine &m_line;
    QString m_file, m_id, m_field, m_value;
};

} // namespace

int runSet(const QStringList &arguments) {
    CommandLine line(u"set"_s,
                     QCoreApplication::translate(
                         "timeloom::Commands",
                         "Edits one field of an event in its file, and leaves every other byte as it was."));
    constexpr qsizetype valuePosition = 3; // FILE, EVENT and FIELD come before
    line.setFreeFrom(valuePosition);
    line.addValue(u"FILE"_s, QCoreApplication::translate("timeloom::Commands", "An events file."));
    line.addValue(u"EVENT"_s, QCoreApplication::translate("timeloom::Commands", "The event's id."));
    line.addValue(u"FIELD"_s, QCoreApplication::translate("timeloom::Commands", "The field's key."));
    line.addValue(u"VALUE"_s,
                  QCoreApplication::translate("timeloom::Commands",
                                              "The field's value; \"-\" removes the field. Tags and sources "
                                              "are parted by commas, those with a comma in quotation marks; "
                                              "measures, links and media are JSON."));
    if (const auto code = line.read(arguments)) {
        return *code;
    }
    if (line.values().size() != valuePosition + 1) {
        return line.refuse(
            QCoreApplication::translate("timeloom::Commands", "expected FILE, EVENT, FIELD and VALUE"));
    }
    return SetCommand(line).run();
}

} // namespace timeloom
