# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Made-up events files, and what working with them costs; see tests/bench/run. Only the generator has a test.
add_library(bench_event_source STATIC bench/event_source.cpp bench/made_dates.cpp bench/made_shape.cpp
            bench/made_texts.cpp)
target_include_directories(bench_event_source PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(bench_event_source PRIVATE timeloom_options)
set_target_properties(bench_event_source PROPERTIES AUTOMOC OFF)

add_executable(generate_events bench/generate_events.cpp)
target_link_libraries(generate_events PRIVATE bench_event_source timeloom_options)
set_target_properties(generate_events PROPERTIES AUTOMOC OFF)

add_executable(bench_event_source_test bench/event_source_test.cpp)
target_link_libraries(bench_event_source_test PRIVATE bench_event_source timeline::document Qt6::Test timeloom_options)
add_test(NAME bench.event_source COMMAND bench_event_source_test)

add_executable(timeloom_benchmarks bench/benchmarks.cpp bench/mass_edits.cpp)
target_link_libraries(timeloom_benchmarks PRIVATE timeloom_app timeloom_options)

# They run the program itself.
add_dependencies(app_bench_test timeloom)
add_dependencies(app_set_test timeloom)
