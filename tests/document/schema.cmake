# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Debian's Python, not one that a version manager puts before it: the package python3-jsonschema belongs to that.
add_test(NAME document.schema COMMAND /usr/bin/python3 ${CMAKE_CURRENT_LIST_DIR}/schema_test.py
    ${CMAKE_SOURCE_DIR}/resources/timeloom.schema.json ${CMAKE_CURRENT_SOURCE_DIR}/data
    ${CMAKE_SOURCE_DIR}/resources/deepseek.json)
