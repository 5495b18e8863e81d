#!/usr/bin/env python3
"""Writes the column `study` of Examples/targets.csv from the studies' own targets.

A target answers a row where its id is the row's, or the row's with a dash and more. A row that a study
answers lacks nothing; one that none answers keeps the table and column that it lacks, and must have
them.
"""
import csv
import io
import pathlib
import re
import sys

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "Examples"
LIST = EXAMPLES / "targets.csv"


def answers():
    """The study of each row's id: the first by name that has a target of it."""
    found = {}
    for path in sorted(EXAMPLES.glob("*/study.yaml")):
        text = path.read_text(encoding="utf-8")
        for row in re.findall(r'^\s*- id: "?(T\d{3})(?:-[^"\s]*)?"?\s*$', text, re.MULTILINE):
            found.setdefault(row, path.parent.name)
    return found


def main():
    rows = list(csv.DictReader(io.StringIO(LIST.read_text(encoding="utf-8"))))
    found = answers()
    for row in rows:
        row["study"] = found.get(row["id"], "")
        if row["study"]:
            row["lacks_table"] = row["lacks_column"] = ""
        elif not row["lacks_table"] or not row["lacks_column"]:
            sys.exit(f"{row['id']} is answered by no study; say which table and column it lacks.")
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    LIST.write_text(text.getvalue(), encoding="utf-8")
    print(f"{sum(1 for row in rows if row['study'])} of {len(rows)} targets are answered.")


if __name__ == "__main__":
    main()
