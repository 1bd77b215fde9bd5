# SPDX-FileCopyrightText: 2026 The Timeloom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the published schema to the files that the reader is held to.

Good files must be valid. A bad file's NAME.findings says in its first line what the schema must think of it:
"# schema: refused", "# schema: accepted" (only the reader can know) or "# schema: no JSON".
Usage: schema_test.py SCHEMA DATA [FILE...], where each FILE must be valid too.
"""
import json
import pathlib
import sys

import jsonschema


def main() -> int:
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    data = pathlib.Path(sys.argv[2])
    failures = []
    checked = 0

    def problem_of(path: pathlib.Path):
        problem = jsonschema.exceptions.best_match(validator.iter_errors(json.loads(path.read_bytes().decode("utf-8-sig"))))
        return None if problem is None else f"{problem.json_path}: {problem.message[:200]}"

    sys.setrecursionlimit(10000)
    for path in [*sorted((data / "good").glob("*.json")), *map(pathlib.Path, sys.argv[3:])]:
        checked += 1
        problem = problem_of(path)
        if problem is not None:
            failures.append(f"{path}: is good, but the schema refuses it: {problem}")
    for path in sorted((data / "bad").glob("*.json")):
        checked += 1
        verdict = path.with_suffix(".findings").read_text(encoding="utf-8").splitlines()[0]
        if verdict == "# schema: no JSON":
            continue
        problem = problem_of(path)
        found = "# schema: accepted" if problem is None else "# schema: refused"
        if found != verdict:
            failures.append(f"{path}: expected {verdict!r}, found {found!r} {problem or ''}")
    print(*failures, f"{checked} files, {len(failures)} failures", sep="\n")
    return 1 if failures or checked < 55 else 0


sys.exit(main())
