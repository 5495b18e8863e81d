#!/usr/bin/env python3
"""Compares minutes and kilometres of `hinterland data import --osm` with Valhalla's.

    python3.12 -m venv venv && venv/bin/pip install -r osm-requirements.txt
    venv/bin/python osm_with_valhalla.py HINTERLAND EXTRACT.osm.pbf...

Of each extract 200 pairs of junctions are drawn from a seed, over 1 km apart in a straight line; both
routers read the same file and are asked for the fastest way by car at free flow. Printed are the
ratios of the minutes and of the kilometres (this program's by Valhalla's), how many pairs lie
within 15 %, which were not reached, how many have an end on a road that was left out (a last leg
joins it), and the pairs that differ most, each with both kilometres: where those agree the way is the
same and its speeds differ. Ends with 1 where a median is off by more than 15 %.
"""

import csv
import json
import math
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

import osmium
import valhalla

PAIRS, SEED, BAND, APART = 200, 2024, 0.15, 1.0
ROADS = {
    "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "primary_link",
    "secondary_link", "tertiary_link"}


def junctions(extract):
    """Where two or more ways of public roads meet, by id."""
    seen, found = set(), {}
    for way in osmium.FileProcessor(extract).with_locations():
        if not isinstance(way, osmium.osm.Way) or way.tags.get("highway") not in ROADS:
            continue
        if any(way.tags.get(key) not in (None, "yes", "permissive", "designated")
               for key in ("access", "vehicle", "motor_vehicle", "motorcar")):
            continue
        for node in way.nodes:
            if node.ref in seen and node.location.valid():
                found[node.ref] = (node.location.lon, node.location.lat)
            seen.add(node.ref)
    return [found[key] for key in sorted(found)]


def apart(a, b):
    """Kilometres in a straight line."""
    east = (a[0] - b[0]) * math.cos(math.radians((a[1] + b[1]) / 2))
    return math.hypot(east, a[1] - b[1]) * 111.195


def draw(places):
    generator, pairs = random.Random(SEED), []
    while len(pairs) < PAIRS:
        a, b = generator.choice(places), generator.choice(places)
        if apart(a, b) > APART:
            pairs.append((a, b))
    return pairs


def ours(program, extract, pairs, folder):
    dataset, table = folder / "made.hinterland", folder / "times.csv"
    subprocess.run(
        [program, "data", "import", "--osm", extract, "-o", dataset], check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    starts = [f"--at={lon},{lat}" for (lon, lat), _ in pairs]
    ends = [f"--to-at={lon},{lat}" for _, (lon, lat) in pairs]
    subprocess.run(
        [program, "matrix", *starts, *ends, "--mode", "road", "--data", dataset, "-o", table],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(table, newline="", encoding="utf-8") as lines:
        # Before a minus stands an apostrophe, so that no spreadsheet takes the text for a formula.
        rows = {
            (row["from"].lstrip("'"), row["to"].lstrip("'")): row
            for row in csv.DictReader(lines)}
    answers = []
    for pair in pairs:
        row = rows[tuple(f"{lon},{lat}" for lon, lat in pair)]
        snapped = max(float(row["from_snap_km"] or 0), float(row["to_snap_km"] or 0))
        answers.append(
            (float(row["minutes"]), float(row["km"]), snapped)
            if row["status"] == "reached" else None)
    return answers


def theirs(extract, pairs, folder):
    (folder / "tiles").mkdir()
    config = valhalla.get_config(tile_extract="", tile_dir=str(folder / "tiles"), verbose=False)
    config["mjolnir"].update(admin="", timezone="", concurrency=2)
    path = folder / "valhalla.json"
    path.write_text(json.dumps(config))
    tool = pathlib.Path(valhalla.__file__).parent / "bin" / "valhalla_build_tiles"
    subprocess.run(
        [tool, "-c", path, extract], check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)
    router, answers = valhalla.Actor(str(path)), []
    for pair in pairs:
        try:
            trip = router.route({
                "locations": [{"lon": lon, "lat": lat} for lon, lat in pair], "costing": "auto",
                "directions_type": "none"})["trip"]["summary"]
            answers.append((trip["time"] / 60, trip["length"]))
        except RuntimeError:
            answers.append(None)
    return answers


def main():
    program, off = sys.argv[1], False
    for extract in sys.argv[2:]:
        with tempfile.TemporaryDirectory() as name:
            pairs = draw(junctions(extract))
            mine = ours(program, extract, pairs, pathlib.Path(name))
            other = theirs(extract, pairs, pathlib.Path(name))
        both = [(p, a, b) for p, a, b in zip(pairs, mine, other) if a and b]
        minutes = sorted(a[0] / b[0] for _, a, b in both)
        lengths = sorted(a[1] / b[1] for _, a, b in both)
        median, within = statistics.median(minutes), sum(abs(r - 1) <= BAND for r in minutes)
        legs = sum(a[2] > 0.01 for _, a, _ in both)
        same = [a[0] / b[0] for _, a, b in both if abs(a[1] / b[1] - 1) < 0.02]
        print(f"{pathlib.Path(extract).name}: {len(both)} of {PAIRS} pairs reached by both")
        print(f"  not reached: by this {mine.count(None)}, by Valhalla {other.count(None)}")
        deciles = [len(both) * part // 10 for part in (1, 9)]
        for title, ratios in (("minutes", minutes), ("km", lengths)):
            print(
                f"  {title}: median {statistics.median(ratios):.3f}, "
                f"middle 80 % {ratios[deciles[0]]:.3f} to {ratios[deciles[1]]:.3f}, "
                f"least {ratios[0]:.3f}, most {ratios[-1]:.3f}")
        print(f"  minutes within 15 %: {within}")
        print(f"  with an end off this program's roads: {legs}")
        print(f"  as long within 2 %: {len(same)}, minutes there {statistics.median(same):.3f}")
        worst = sorted(both, key=lambda each: -abs(math.log(each[1][0] / each[2][0])))
        for (a, b), (m, k, off_roads), (n, length) in worst[:5]:
            print(
                "  %.5f,%.5f to %.5f,%.5f:" % (*a, *b)
                + f" {m:.1f} min {k:.1f} km, Valhalla {n:.1f} min {length:.1f} km"
                + (f", {off_roads:.2f} km off the roads" if off_roads > 0.01 else ""))
        off = off or abs(median - 1) > BAND
    sys.exit(1 if off else 0)


main()
