#!/usr/bin/env python3
"""Writes Examples/reported/: a scenario file for each row of its pairs.csv.

    Scripts/make-reported-links.py                    # the files
    Scripts/make-reported-links.py --table HINTERLAND # asks that binary, and prints the manual's table

A row that adds a link is one the baseline lacks; a row that closes one is one it has, so that the
baseline is the time after. Nothing in the files is fitted to the reported minutes.
"""
import csv
import json
import pathlib
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
folder = root / "Examples" / "reported"
data = root / "GeoData"


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def position(name):
    """Where trips to a place of the tables end: a county's seat, a prefecture's core."""
    for row in rows(data / "prefectures.csv"):
        if row["name_zh"] == name:
            return row["core_lon"], row["core_lat"]
    for row in rows(data / "seats.csv"):
        if row["name_zh"] == name:
            return row["lon"], row["lat"]
    raise SystemExit(f"No place is called {name}.")


def points(row):
    for part in row["course"].split("|"):
        name, *place = part.split(":")
        longitude, latitude = place or position(name)
        yield name, longitude, latitude


def text(row):
    reported = f"reported {row['reported_before']} min before, {row['reported_after']} after"
    kind = "forecast" if row["forecast"] else "news of the opening"
    lines = [
        f"# {row['from'].split(':')[0]} to {row['to'].split(':')[0]}: {reported} ({kind}).",
        f"# {', '.join(filter(None, [row['source'], row['date']]))}",
    ]
    if row["does"] == "close":
        route, first, last = row["close"].split(":")
        return "\n".join(
            lines
            + [
                "# The baseline has this link: closing it gives the time before.",
                f"name: 无{row['name_zh']}",
                f"close: [{{where: {route}, between: [{first}, {last}]}}]",
            ]
        ) + "\n"
    course = list(points(row))
    lines += [f"name: {row['name_zh']}", "links:", f"  - name: {row['name_zh']}"]
    lines += [f"    mode: {row['mode']}", "    via:"]
    lines += [f"      - {{name: {name}, at: [{x}, {y}]}}" for name, x, y in course]
    lines.append(f"    interchanges: [{', '.join(name for name, _, _ in course)}]")
    if row["km"]:
        lines.append(f"    km: {row['km']}")
    return "\n".join(lines) + "\n"


def path(row):
    return folder / f"{row['id']}-{row['slug']}.yaml"


def minutes(binary, row, *options):
    """Door to door by road from the core, as `route` says it."""
    def end(place, option):
        name, *point = place.split(":")
        return [option, ",".join(point)] if point else [name]

    ends = end(row["from"], "--at") + end(row["to"], "--to-at")
    command = [binary, "route", *ends, "--mode", "road-door", "--json"]
    done = subprocess.run(
        command + ["--data", str(data), *options], capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}: {done.stderr}")
    return json.loads(done.stdout)["legs"][-1]["clock"]


def table(binary):
    heads = ["link", "in the file", "pair", "computed", "reported", "why they differ"]
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for row in rows(folder / "pairs.csv"):
        alone = minutes(binary, row)
        changed = minutes(binary, row, "--with", str(path(row)))
        before, after = (changed, alone) if row["does"] == "close" else (alone, changed)
        places = [row[end].split(":")[0] for end in ("from", "to")]
        reported = f"{row['reported_before']} → {row['reported_after']}"
        if row["forecast"]:
            reported += " (forecast)"
        does = "closed" if row["does"] == "close" else "added"
        print(
            f"| {row['name_zh']} | {does} | {places[0]}–{places[1]} |"
            f" {before:.0f} → {after:.0f} | {reported} | {row['why']} |"
        )


def main():
    if sys.argv[1:2] == ["--table"]:
        return table(sys.argv[2])
    for old in folder.glob("*.yaml"):
        old.unlink()
    for row in rows(folder / "pairs.csv"):
        path(row).write_text(text(row), encoding="utf-8")


main()
