#!/usr/bin/env python3
"""Compares minutes and kilometres of `hinterland data import --osm` with Valhalla's.

    python3.12 -m venv venv && venv/bin/pip install -r osm-requirements.txt
    venv/bin/python osm_with_valhalla.py HINTERLAND EXTRACT.osm.pbf...
    venv/bin/python osm_with_valhalla.py HINTERLAND --on-foot [--last-leg METRES] EXTRACT.osm.pbf...

Of each extract 200 pairs of junctions are drawn from a seed, over 1 km apart in a straight line;
both routers read the same file and are asked for the fastest way by car at free flow. With
--on-foot the pairs are 0.3 to 3 km apart, both walk at 5 km/h on ways that are open to walkers, and
Valhalla's tastes (for steps, alleys, tracks, ...) are set to none, so that it, too, looks for the
fastest way. --last-leg shortens this program's legs off the roads: with 5 m it stays on them, as
Valhalla does, and what then differs is how tags were read.

Printed are the ratios of the minutes and of the kilometres (this program's by Valhalla's), how many
pairs lie within 15 %, which were not reached, how many have an end on a road that was left out (a
last leg joins it), and the pairs that differ most, each with both kilometres: where those agree the
way is the same and its speeds differ. Ends with 1 where a median is off by more than 15 %.
"""

import argparse
import csv
import json
import math
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import typing

import osmium
import valhalla

PROFILES = pathlib.Path(__file__).resolve().parents[2] / "GeoData"
PAIRS, SEED, BAND = 200, 2024, 0.15
ROADS = {
    "trunk", "primary", "secondary", "tertiary", "unclassified", "residential", "primary_link",
    "secondary_link", "tertiary_link"}
WALKS = ROADS | {"living_street", "pedestrian", "footway", "path", "steps", "track", "service"}
OPEN = ("yes", "permissive", "designated")


def is_driven(tags):
    """Whether a way is surely open to cars."""
    keys = ("access", "vehicle", "motor_vehicle", "motorcar")
    return tags.get("highway") in ROADS and all(tags.get(key, "yes") in OPEN for key in keys)


def is_walked(tags):
    """Whether a way is surely open to walkers; `foot` comes before `access`."""
    if tags.get("motorroad") == "yes" or tags.get("area") == "yes":
        return False
    return tags.get("highway") in WALKS and tags.get("foot", tags.get("access", "yes")) in OPEN


class Traveller(typing.NamedTuple):
    """What differs between cars and walkers."""

    may_pass: typing.Callable
    apart: tuple[float, float]  # kilometres in a straight line
    options: tuple[str, ...]  # of the import
    profile: str  # that the import takes
    costing: dict  # of Valhalla


CAR = Traveller(is_driven, (1, math.inf), (), "profile.yaml", {"costing": "auto"})
FOOT = Traveller(is_walked, (0.3, 3), ("--on-foot",), "walking.yaml", {
    "costing": "pedestrian",
    "costing_options": {"pedestrian": {
        "walking_speed": 5, "max_hiking_difficulty": 6,
        # Neither sought nor shunned.
        **dict.fromkeys(("use_tracks", "use_living_streets", "use_ferry"), 0.5),
        **dict.fromkeys(("alley_factor", "driveway_factor", "service_factor"), 1),
        **dict.fromkeys((
            "step_penalty", "maneuver_penalty", "destination_only_penalty", "gate_penalty",
            "gate_cost", "elevator_penalty", "country_crossing_penalty", "country_crossing_cost",
            "private_access_penalty", "service_penalty"), 0)}}})


def junctions(extract, may_pass):
    """Where two or more ways meet that a traveller may pass, by id."""
    seen, found = set(), {}
    for way in osmium.FileProcessor(extract).with_locations():
        if not isinstance(way, osmium.osm.Way) or not may_pass(way.tags):
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


def draw(places, least, most):
    generator, pairs = random.Random(SEED), []
    while len(pairs) < PAIRS:
        a, b = generator.choice(places), generator.choice(places)
        if least < apart(a, b) < most:
            pairs.append((a, b))
    return pairs


def ours(program, extract, pairs, traveller, reach, folder):
    dataset, table = folder / "made.hinterland", folder / "times.csv"
    options = list(traveller.options)
    if reach:
        text = (PROFILES / traveller.profile).read_text(encoding="utf-8")
        legs = re.search(r"last_leg:\n(?: .*\n)+", text)[0]
        profile = folder / "profile.yaml"
        profile.write_text(text.replace(legs, re.sub(r"reach: \d+", f"reach: {reach}", legs)))
        options += ["--profile", profile]
    subprocess.run(
        [program, "data", "import", "--osm", extract, *options, "-o", dataset], check=True,
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


def theirs(extract, pairs, costing, folder):
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
                "locations": [{"lon": lon, "lat": lat} for lon, lat in pair],
                "directions_type": "none"} | costing)["trip"]["summary"]
            answers.append((trip["time"] / 60, trip["length"]))
        except RuntimeError:
            answers.append(None)
    return answers


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("program")
    words.add_argument("extracts", nargs="+")
    words.add_argument("--on-foot", action="store_true")
    words.add_argument("--last-leg", type=int, metavar="METRES")
    asked = words.parse_args()
    traveller, off = FOOT if asked.on_foot else CAR, False
    for extract in asked.extracts:
        with tempfile.TemporaryDirectory() as name:
            pairs = draw(junctions(extract, traveller.may_pass), *traveller.apart)
            mine = ours(
                asked.program, extract, pairs, traveller, asked.last_leg, pathlib.Path(name))
            other = theirs(extract, pairs, traveller.costing, pathlib.Path(name))
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
