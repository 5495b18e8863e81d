#!/usr/bin/env python3
"""Writes Examples/links/: a scenario file for each row of GeoData/candidate_links.csv that has ends.

Run it from anywhere after the table changed; it writes the same files from the same tables.
"""
import csv
import pathlib
import re

root = pathlib.Path(__file__).resolve().parent.parent
folder = root / "Examples" / "links"
modes = {
    "expressway": "expressway",
    "urban road": "main",
    "HSR": "HSR",
    "intercity rail": "intercity",
    "conventional rail": "conventional",
}


def rows(name):
    with open(root / "GeoData" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def place(name, longitude, latitude):
    return f"{{name: {name}, at: [{longitude}, {latitude}]}}"


def cost(row, costs):
    """The published investment, where it is for about the whole length."""
    for figure in costs:
        if figure["link_id"] != row["id"] or not figure["investment_yi"]:
            continue
        if abs(float(figure["length_km"]) / float(row["length_km"]) - 1) <= 0.1:
            return figure
    return None


def text(row, costs):
    mode = modes[row["mode"]]
    points = [(row["from_zh"], row["from_lon"], row["from_lat"])]
    for via in filter(None, row["via_zh_lon_lat"].split(" | ")):
        points.append(tuple(via.split(":")))
    points.append((row["to_zh"], row["to_lon"], row["to_lat"]))
    names = list(dict.fromkeys(name for name, _, _ in points))
    name = row["name_zh"] if row["id"] not in ("L047b",) else "呼南高铁荆州–常德"
    if row["id"].startswith("L183"):
        name = f"市县快速通道 {row['from_zh']}–{row['to_zh']}"
    lines = [
        f"# {row['id']} {row['name_en']}: {row['status_in_document']} in the document.",
        f"# Ends: {row['basis']}. Length: {row['length_source']}.",
        f"name: {name}",
        "links:",
        f"  - name: {name}",
        f"    mode: {mode}",
        "    via:",
    ]
    lines += [f"      - {place(*point)}" for point in points]
    lines.append(f"    interchanges: [{', '.join(names)}]")
    lines.append(f"    km: {row['length_km']}")
    if mode in ("HSR", "intercity", "conventional"):
        lines.append(f"    design: {row['design_kmh']}")
    found = cost(row, costs)
    if found:
        lines.append(f"    cost: {found['investment_yi']}   # 亿元; {found['source']}, {found['date']}")
        terrain = found["terrain"].split("/")[0]
        if terrain in ("plain", "hill", "mountain"):
            lines.append(f"    terrain: {terrain}")
    lines.append(f"    source: {row['document']}, line {row['document_line']}")
    return "\n".join(lines) + "\n"


def main():
    costs = rows("link_costs.csv")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.yaml"):
        old.unlink()
    for row in rows("candidate_links.csv"):
        if not row["from_lon"] or not row["to_lon"]:
            continue
        slug = re.sub(r"[^a-z0-9]+", "-", row["name_en"].lower()).strip("-")
        (folder / f"{row['id']}-{slug}.yaml").write_text(text(row, costs), encoding="utf-8")


main()
