# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What takes bytes from anywhere, fed with bytes from anywhere. The corpora are replayed in every build; the preset
# `fuzz` builds the libFuzzer executables, which look for more:
#   build/fuzz/bin/fuzz_edit -dict=tests/fuzz/events.dict -max_len=4096 FOUND tests/fuzz/corpus/edit
option(TIMELOOM_FUZZ "Build the libFuzzer executables; needs clang++ and its libFuzzer" OFF)

foreach(name read edit)
    add_executable(fuzz_${name}_replay fuzz/${name}_fuzzer.cpp fuzz/replay.cpp)
    set(targets fuzz_${name}_replay)
    if(TIMELOOM_FUZZ)
        add_executable(fuzz_${name} fuzz/${name}_fuzzer.cpp)
        target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
        list(APPEND targets fuzz_${name})
    endif()
    foreach(target ${targets})
        target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
        target_link_libraries(${target} PRIVATE timeline::document timeloom_options)
        set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    endforeach()
endforeach()

set(corpus ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus)
set(data ${CMAKE_CURRENT_SOURCE_DIR}/data)
add_test(NAME fuzz.read COMMAND fuzz_read_replay ${corpus}/read ${data}/good ${data}/bad)
add_test(NAME fuzz.edit COMMAND fuzz_edit_replay ${corpus}/edit)
