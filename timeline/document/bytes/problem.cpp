// SPDX-FileCopyrightText: 2026 The Timeloom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/bytes/problem.h"

#include "document/bytes/file_name.h"

#include <QCoreApplication>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace timeline {

namespace {

// In the order of the codes; %1 and so on are the arguments.
constexpr auto sentences = std::to_array<std::pair<ProblemCode, const char *>>({
    {ProblemCode::System, "%1"},
    {ProblemCode::NoSuchFile, QT_TRANSLATE_NOOP("timeline::Problem", "there is no such file")},
    {ProblemCode::LinkToNothing,
     QT_TRANSLATE_NOOP("timeline::Problem", "it is a link to a file that is not there")},
    {ProblemCode::LinksInCircle, QT_TRANSLATE_NOOP("timeline::Problem", "its links lead in a circle")},
    {ProblemCode::IsSocket, QT_TRANSLATE_NOOP("timeline::Problem", "it is a socket; expected a file")},
    {ProblemCode::IsFolder, QT_TRANSLATE_NOOP("timeline::Problem", "it is a folder; expected a file")},
    {ProblemCode::IsClosed, QT_TRANSLATE_NOOP("timeline::Problem", "it is closed")},
    {ProblemCode::NoRegularFile, QT_TRANSLATE_NOOP("timeline::Problem", "it is no regular file")},
    {ProblemCode::IsBusy, QT_TRANSLATE_NOOP("timeline::Problem", "another Timeloom is writing it")},
    {ProblemCode::MoreThanMemory,
     QT_TRANSLATE_NOOP("timeline::Problem", "it has %1, and there is memory for %2")},
    {ProblemCode::NoMemoryForMore,
     QT_TRANSLATE_NOOP("timeline::Problem", "it has more than %1, and there is no memory for more")},
    {ProblemCode::NotEnoughMemory, QT_TRANSLATE_NOOP("timeline::Problem", "there is not enough memory")},
    {ProblemCode::NoJsonBeginning,
     QT_TRANSLATE_NOOP("timeline::Problem", "it does not begin as JSON does, with { or [")},
    {ProblemCode::WrittenMeanwhile,
     QT_TRANSLATE_NOOP("timeline::Problem", "another program is writing into it")},
    {ProblemCode::ChangedMeanwhile,
     QT_TRANSLATE_NOOP("timeline::Problem", "it was changed by another program")},
    {ProblemCode::WasCut,
     QT_TRANSLATE_NOOP("timeline::Problem", "the file that it was read from was cut off by another program")},
    {ProblemCode::StillReading, QT_TRANSLATE_NOOP("timeline::Problem", "The file is still being read.")},
    {ProblemCode::NotWhole,
     QT_TRANSLATE_NOOP("timeline::Problem",
                       "Another program wrote into the file before it could be copied. Read it again: "
                       "your edits are kept and brought into what is there now.")},
    {ProblemCode::NoImportance,
     QT_TRANSLATE_NOOP("timeline::Problem", "\"%1\" is %2; expected a number from 0 to 1")},
    {ProblemCode::NoJsonList,
     QT_TRANSLATE_NOOP("timeline::Problem", "\"%1\" is no JSON: %2; expected an array")},
    {ProblemCode::NoObjectList,
     QT_TRANSLATE_NOOP("timeline::Problem", "\"%1\" is %2; expected a JSON array of objects")},
    {ProblemCode::Cancelled, QT_TRANSLATE_NOOP("timeline::Problem", "it was cancelled")},
    {ProblemCode::KeyTwice,
     QT_TRANSLATE_NOOP("timeline::Problem",
                       "the key %1 occurs twice; expected it once, so that it is sure which is meant")},
    {ProblemCode::NotWritableAgain,
     QT_TRANSLATE_NOOP(
         "timeline::Problem",
         "\"%1\" holds a value that cannot be written again as it is; change it in a text editor")},
    {ProblemCode::NoListToAddTo,
     QT_TRANSLATE_NOOP("timeline::Problem", "“%1” of this file is no list that could be added to.")},
    {ProblemCode::NoListToEdit,
     QT_TRANSLATE_NOOP("timeline::Problem",
                       "\"%1\" is neither a list nor anything that a list could keep; expected a list. "
                       "Change it in a text editor, so that nothing is lost")},
    {ProblemCode::NoSuchKey,
     QT_TRANSLATE_NOOP("timeline::Problem",
                       "there is no key %1; expected one of %2, or quotes around the text")},
    {ProblemCode::NoDateToAskFor,
     QT_TRANSLATE_NOOP("timeline::Problem",
                       "%1 is no date; expected one of a date as in the file: 2024, 2024-06, 2024-06-01")},
    {ProblemCode::NoMemoryToDraw,
     QT_TRANSLATE_NOOP("timeline::Problem", "there is not enough memory to draw it")},
    {ProblemCode::NoMemoryForPixels,
     QT_TRANSLATE_NOOP("timeline::Problem", "its %1x%2 pixels take %3 of memory, and there are %4")},
    {ProblemCode::NoJournal, QT_TRANSLATE_NOOP("timeline::Problem", "it holds no edits that can be read")},
    {ProblemCode::FolderForEvents,
     QT_TRANSLATE_NOOP("timeline::Problem", "%1 is a folder; expected an events file.")},
    {ProblemCode::DeviceForEvents,
     QT_TRANSLATE_NOOP("timeline::Problem", "%1 is a device or a pipe; expected an events file.")},
});

constexpr bool areInOrder() {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (static_cast<std::size_t>(sentences.at(i).first) != i) {
            return false;
        }
    }
    return true;
}
static_assert(areInOrder());

QString translated(const char *text) {
    return QCoreApplication::translate("timeline::Problem", text);
}

/// What a sentence is told of; %1 is the file, %2 the sentence.
const char *frameOf(Problem::Attempt attempt) {
    switch (attempt) {
    case Problem::Attempt::Read:
        return QT_TRANSLATE_NOOP("timeline::Problem", "cannot read %1: %2");
    case Problem::Attempt::Save:
        return QT_TRANSLATE_NOOP("timeline::Problem", "cannot save %1: %2");
    case Problem::Attempt::SaveOver:
        return QT_TRANSLATE_NOOP("timeline::Problem", "cannot save %1: %2; what was there is untouched");
    case Problem::Attempt::Write:
        return QT_TRANSLATE_NOOP("timeline::Problem", "%1 cannot be written: %2");
    case Problem::Attempt::WriteOver:
        return QT_TRANSLATE_NOOP("timeline::Problem",
                                 "%1 cannot be written: %2; what was there is untouched");
    case Problem::Attempt::None:
        break;
    }
    return nullptr;
}

/// All at once: a text of the user may have a %2 of its own.
QString filled(const QString &sentence, const QStringList &arguments) {
    switch (arguments.size()) {
    case 0:
        return sentence;
    case 1:
        return sentence.arg(arguments[0]);
    case 2:
        return sentence.arg(arguments[0], arguments[1]);
    default:
        return sentence.arg(arguments.value(0), arguments.value(1), arguments.value(2), arguments.value(3));
    }
}

} // namespace

QString Problem::message() const {
    QString sentence = filled(translated(sentences.at(static_cast<std::size_t>(code)).second), arguments);
    const char *frame = frameOf(attempt);
    if (frame == nullptr) {
        return sentence;
    }
    const bool isInput = attempt == Attempt::Read && fileName == "-"_L1;
    return translated(frame).arg(isInput
                                     ? translated(QT_TRANSLATE_NOOP("timeline::Problem", "standard input"))
                                     : shownFileName(fileName),
                                 sentence);
}

} // namespace timeline
