# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What takes bytes from anywhere, fed with bytes from anywhere. The corpora are replayed in every build; the preset
# `fuzz` builds the libFuzzer executables, which look for more:
#   build/fuzz/bin/fuzz_edit -dict=tests/fuzz/events.dict -max_len=4096 FOUND tests/fuzz/corpus/edit
option(TIMELOOM_FUZZ "Build the libFuzzer executables; needs clang++ and its libFuzzer" OFF)
add_custom_target(fuzzers)

# fuzz/NAME_fuzzer.cpp, linked to that layer; folders beside its corpus are replayed, too.
function(timeloom_fuzzer name layer)
    add_executable(fuzz_${name}_replay fuzz/${name}_fuzzer.cpp fuzz/replay.cpp)
    set(targets fuzz_${name}_replay)
    if(TIMELOOM_FUZZ)
        add_executable(fuzz_${name} fuzz/${name}_fuzzer.cpp)
        target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
        add_dependencies(fuzzers fuzz_${name})
        list(APPEND targets fuzz_${name})
    endif()
    foreach(target ${targets})
        target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
        target_link_libraries(${target} PRIVATE timeline::${layer} timeloom_options)
        set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    endforeach()
    add_test(NAME fuzz.${name} COMMAND fuzz_${name}_replay ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name} ${ARGN})
endfunction()

timeloom_fuzzer(date time)
timeloom_fuzzer(read document ${CMAKE_CURRENT_SOURCE_DIR}/data/good ${CMAKE_CURRENT_SOURCE_DIR}/data/bad)
timeloom_fuzzer(edit document)
timeloom_fuzzer(filter document)
timeloom_fuzzer(merge document)
