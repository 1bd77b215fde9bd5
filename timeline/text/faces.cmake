# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The faces that are compiled in. They come from the system's packages and are cut down while building; only what no
# package has lies in resources/fonts.
set(TIMELOOM_FONT_DIRS /usr/share/fonts/opentype/inter /usr/share/fonts/opentype/noto /usr/share/fonts/truetype/noto
    CACHE STRING "Where the files of Inter and Noto lie")
find_program(HB_SUBSET hb-subset REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

set(fonts ${CMAKE_CURRENT_BINARY_DIR}/fonts)
set(cjk ${fonts}/cjk_characters.txt)
set(cjk_script ${CMAKE_CURRENT_LIST_DIR}/cjk_characters.py)
add_custom_command(OUTPUT ${cjk} COMMAND Python3::Interpreter ${cjk_script} ${cjk} DEPENDS ${cjk_script} VERBATIM)

# face(FAMILY KIN WEIGHT FILE [AS_IT_IS | OPTION...])   FILE, of the family KIN, is cut down with these options of hb-subset
# and becomes a face of a family of our own, so that none of the system's is taken for it.
set(face_table)
set(face_files)
set(face_entries)
function(face family kin weight file)
    find_file(source ${file} PATHS ${TIMELOOM_FONT_DIRS} ${CMAKE_SOURCE_DIR}/resources/fonts NO_CACHE REQUIRED
        NO_DEFAULT_PATH)
    if(ARGN STREQUAL AS_IT_IS)
        set(made ${source})
    else()
        set(made ${fonts}/${file})
        add_custom_command(OUTPUT ${made} DEPENDS ${source} ${cjk} VERBATIM
            COMMAND ${HB_SUBSET} ${source} --no-hinting --drop-tables+=MATH,vhea,vmtx,VORG ${ARGN} --output-file=${made})
    endif()
    string(APPEND face_table "FACE(\"${family}\", \"${kin}\", ${weight}, \"${file}\")\n")
    string(APPEND face_entries "<file alias=\"${file}\">${made}</file>\n")
    set(face_table "${face_table}" PARENT_SCOPE)
    set(face_entries "${face_entries}" PARENT_SCOPE)
    set(face_files ${face_files} ${made} PARENT_SCOPE)
endfunction()

# A character is drawn with the first family here that has it; a family's faces stand together. What Inter has is
# never looked for elsewhere; titles begin with a face of their own.
face("Timeloom Title" "Noto Serif Display" 700 NotoSerifDisplay-Bold.ttf --unicodes=*)
face("Timeloom Sans" "Inter" 400 Inter-Regular.otf AS_IT_IS)
face("Timeloom Sans" "Inter" 500 Inter-Medium.otf AS_IT_IS)
face("Timeloom Sans" "Inter" 600 Inter-SemiBold.otf AS_IT_IS)
face("Timeloom Sans" "Inter" 700 Inter-Bold.otf AS_IT_IS)
foreach(script "" Arabic Hebrew Devanagari Bengali Tamil Thai Georgian Armenian)
    string(STRIP "Noto Sans ${script}" kin)
    face("Timeloom ${kin}" "${kin}" 400 NotoSans${script}-Regular.ttf --unicodes=*)
    face("Timeloom ${kin}" "${kin}" 700 NotoSans${script}-Bold.ttf --unicodes=*)
endforeach()
# The third face of a collection is the one of simplified Chinese. Without `locl` Han characters look the same whatever
# the reader's language; kerning would take longer than all of the rest.
set(cjk_options --face-index=2 --unicodes-file=${cjk} --layout-features-=locl,kern,vert,vrt2,vkrn,vpal,vhal)
face("Timeloom Noto Sans CJK" "Noto Sans CJK SC" 400 NotoSansCJK-Regular.ttc ${cjk_options})
face("Timeloom Noto Sans CJK" "Noto Sans CJK SC" 700 NotoSansCJK-Bold.ttc ${cjk_options})
face("Timeloom Symbols" "Noto Sans Symbols" 400 NotoSansSymbols-Regular.ttf --unicodes=*)
face("Timeloom Symbols" "Noto Sans Symbols" 700 NotoSansSymbols-Bold.ttf --unicodes=*)
face("Timeloom Symbols 2" "Noto Sans Symbols2" 400 NotoSansSymbols2-Regular.ttf --unicodes=*)
face("Timeloom Math" "Noto Sans Math" 400 NotoSansMath-Regular.ttf --unicodes=*)
face("Timeloom Emoji" "Noto Emoji" 400 NotoEmoji-Regular.ttf AS_IT_IS)

file(CONFIGURE OUTPUT ${fonts}/face_table.inc CONTENT "${face_table}" @ONLY)
file(CONFIGURE OUTPUT ${fonts}/faces.qrc @ONLY
    CONTENT "<RCC><qresource prefix=\"/timeloom/fonts\">\n${face_entries}</qresource></RCC>\n")
# Beyond some megabytes the usual resources take minutes and gigabytes to compile. Uncompressed, they are used where they
# are. Later versions of the format hold the times of the files: no two builds would be the same.
qt_add_big_resources(face_objects ${fonts}/faces.qrc OPTIONS --no-compress --format-version 1)
target_sources(timeline_text PRIVATE ${face_objects})
target_include_directories(timeline_text PRIVATE ${fonts})
