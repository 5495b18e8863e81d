#!/usr/bin/env python3
"""Holds the counts of `hinterland data import --osm` against those of osmium-tool.

    apt-get install osmium-tool
    python3 osm_with_osmium.py HINTERLAND FOLDER-OR-EXTRACT...

Every extract (.osm, .osm.gz, .osm.bz2, .pbf) is imported, and asked of `osmium`: ways with a tag by
`tags-filter` and `fileinfo`, what a way is to a car by a count of its own over `cat -f opl`
(written after Documentation/Import.md, sharing nothing with the program), nodes of the roads so
found by `getid -r`, and references without a node by `check-refs`. Printed is a table with one
figure where both are the same, else both. Ends with 1 where one differs.

Not comparable, and so not in the table:
- nodes and edges of the dataset: ways are joined, thinned and cut to the largest part there;
- edges left out: a count of the program's own graph, and osmium knows no graph;
- ferries that are no roads for cars: the program prints only those it uses.

A way that follows itself in a file counts once; osmium's own figures are lessened by such.
Kilometres: the program prints whole ones of what it keeps and tenths of what it leaves out; their
sum is held against the ways as drawn on the ellipsoid, within 0.1 % and the rounding.
"""

import collections
import math
import pathlib
import re
import subprocess
import sys
import tempfile

ENDINGS = (".osm", ".osm.gz", ".osm.bz2", ".pbf")
ROADS = set(
    "motorway trunk primary secondary tertiary unclassified residential living_street service road"
    " motorway_link trunk_link primary_link secondary_link tertiary_link".split())
UNBUILT = {"construction", "proposed", "planned"}
UNUSED_SERVICES = {"parking_aisle", "drive-through", "emergency_access"}
ACCESS = ("motorcar", "motor_vehicle", "vehicle", "access")
CLOSED = set(
    "no private agricultural forestry agricultural;forestry emergency military psv bus"
    " use_sidepath discouraged".split())
SOLID = set(
    "block bollard chain cycle_barrier debris fence hampshire_gate jersey_barrier kissing_gate log"
    " motorcycle_barrier planter rock stile turnstile wall".split())
PLACES = ("city", "town", "village", "suburb", "borough", "quarter", "neighbourhood", "hamlet")
PRINTED = (
    r"The extract: (?P<highways>\d+) ways with a tag highway; (?P<roads>\d+) used as roads, "
    r"(?P<oneways>\d+) of them one way and (?P<ferries>\d+) ferries\.\n"
    r"Not used: (?P<unbuilt>\d+) under construction or planned, (?P<closed>\d+) closed to cars, "
    r"(?P<other>\d+) paths, tracks and the like, (?P<broken>\d+) of fewer than two nodes\.\n"
    r"(?P<nodes>\d+) nodes of roads, (?P<barriers>\d+) of which stop cars; "
    r"(?P<missing>\d+) references to nodes that no file holds.*\n"
    r"(?:\d+ connected part\(s\) kept; (?P<cut>\d+) edges of (?P<cut_km>[\d.]+) km left out)?")
# The line of places is there where there are any.
KM = r"road km +(?P<km>\d+)\n(?:.+\n)*?(?:named places \(points\) +(?P<places>\d+)\n|\n)"


def osmium(*arguments, check=True):
    return subprocess.run(
        ["osmium", *map(str, arguments)], check=check, capture_output=True, text=True)


def count(path, kind):
    return int(osmium("fileinfo", "-e", "-g", f"data.count.{kind}", path).stdout)


def filtered(extract, folder, kind, *expressions):
    """How many objects of one kind bear one of the tags, by osmium alone."""
    made = folder / "filtered.osm.pbf"
    osmium("tags-filter", "-R", "--overwrite", "-o", made, extract, *expressions)
    return count(made, kind)


def unescaped(text):
    return re.sub("%([0-9a-fA-F]+)%", lambda found: chr(int(found[1], 16)), text)


def tags(text):
    found = {}
    for pair in filter(None, text.split(",")):
        key, _, value = pair.partition("=")
        found.setdefault(unescaped(key), unescaped(value))
    return found


def objects(extract):
    """Nodes as (id, tags, position), ways as (id, tags, references), from OPL lines."""
    with subprocess.Popen(
            ["osmium", "cat", "--no-progress", "-f", "opl,add_metadata=false", "-t", "node", "-t",
             "way", extract], stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        for line in process.stdout:
            fields = {field[0]: field[1:] for field in line.rstrip("\n").split(" ") if field}
            if line[0] == "n":
                place = (float(fields["x"]), float(fields["y"])) if fields.get("x") else None
                yield "n", int(fields["n"]), tags(fields.get("T", "")), place
            elif line[0] == "w":
                nodes = [int(each.split("x")[0].lstrip("n"))
                         for each in fields.get("N", "").split(",") if each]
                yield "w", int(fields["w"]), tags(fields.get("T", "")), nodes
    if process.returncode:
        raise SystemExit(f"osmium cat ends with {process.returncode} on {extract}")


def word(found):
    """The most particular word on who may pass."""
    return next((found[key] for key in ACCESS if key in found), None)


def kind(found):
    """What a way is: road, unbuilt, closed, other; nothing where it bears no highway nor ferry."""
    is_ferry = found.get("route") == "ferry"
    if not is_ferry and "highway" not in found:
        return None
    # Of a list of classes the first counts.
    classes = [each.strip() for each in found.get("highway", "").split(";") if each]
    highway = classes[0] if classes else None
    if highway in UNBUILT:
        return "unbuilt"
    if is_ferry:
        return "closed" if word(found) in CLOSED else "road"
    if highway not in ROADS or found.get("area") == "yes":
        return "other"
    if found.get("service") in UNUSED_SERVICES:
        return "other"
    return "closed" if word(found) in CLOSED or found.get("oneway") == "reversible" else "road"


def is_one_way(found):
    oneway = found.get("oneway")
    if oneway in ("yes", "true", "1", "-1", "reverse"):
        return True
    if oneway in ("no", "false", "0"):
        return False
    ends = (found.get(f"motor_vehicle:{each}") for each in ("forward", "backward"))
    if oneway is None and "no" in ends:
        return True
    return found.get("junction") in ("roundabout", "circular") or found.get("highway") == "motorway"


def stops(found):
    if "barrier" not in found:
        return False
    return word(found) in CLOSED or word(found) is None and found["barrier"] in SOLID


def kilometres(a, b):
    """On the WGS 84 ellipsoid, good for the short legs of ways."""
    middle = math.radians((a[1] + b[1]) / 2)
    axis, square = 6378.137, 0.00669437999014
    bent = 1 - square * math.sin(middle) ** 2
    north = math.radians(b[1] - a[1]) * axis * (1 - square) / bent ** 1.5
    east = math.radians(b[0] - a[0]) * axis * math.cos(middle) / math.sqrt(bent)
    return math.hypot(north, east)


def counted(extract):
    """Figures over the objects of an extract, the ids of its roads, and the nodes it lacks."""
    figures, roads, references = collections.Counter(), [], []
    places, barriers, named, last = {}, set(), set(), None
    for letter, number, found, rest in objects(extract):
        if letter == "n":
            if rest is not None:
                places[number] = rest
            if found and stops(found):
                barriers.add(number)
            if rest and found.get("place") in PLACES and found.get("name", "").strip():
                named.add(number)
            continue
        what = kind(found)
        is_road = what == "road" and len(rest) > 1
        if number == last:
            figures["highways twice"] += "highway" in found
            figures["roads twice"] += is_road
            continue
        last = number
        figures["highways"] += "highway" in found
        if is_road:
            figures["roads"] += 1
            figures["oneways"] += is_one_way(found)
            figures["ferries"] += found.get("route") == "ferry"
            roads.append(number)
            references.append(rest)
        elif what:
            figures["broken" if what == "road" else what] += what != "other" or "highway" in found
    used = {node for nodes in references for node in nodes}
    figures["places"] = len(named)
    figures["nodes"] = len(used & places.keys())
    figures["barriers"] = len(used & barriers)
    figures["missing"] = sum(node not in places for nodes in references for node in nodes)
    figures["km"] = sum(
        kilometres(places[a], places[b]) for nodes in references for a, b in zip(nodes, nodes[1:])
        if a in places and b in places)
    return figures, roads


def theirs(extract, folder):
    """The same with osmium's own figures, as far as it has them, given which ways are roads."""
    figures, roads = counted(extract)
    highways = filtered(extract, folder, "ways", "w/highway")
    figures["highways by tags-filter"] = highways - figures["highways twice"]
    ids, made = folder / "ids.txt", folder / "roads.osm.pbf"
    ids.write_text("".join(f"w{road}\n" for road in roads))
    osmium("getid", "-r", "--overwrite", "-i", ids, "-o", made, extract, check=False)
    figures["roads by getid"] = count(made, "ways") - figures["roads twice"]
    figures["nodes by getid"] = count(made, "nodes")
    if not figures["roads twice"]:  # which check-refs refuses
        lost = osmium("check-refs", "--show-ids", made, check=False)
        # One line a reference: `n17 in w4`.
        figures["missing by check-refs"] = len(
            re.findall(r"^n-?\d+ in w", lost.stdout + lost.stderr, re.M))
    return figures


def ours(program, extract, folder):
    made = folder / "x.hinterland"
    run = subprocess.run(
        [program, "data", "import", "--osm", extract, "--lang", "en", "-o", made], check=True,
        capture_output=True, text=True)
    figures = {}
    for pattern in (PRINTED, KM):
        found = re.search(pattern, run.stdout)
        if not found:
            raise SystemExit(f"{extract}: the import's summary does not read as expected")
        figures.update({key: float(value or 0) for key, value in found.groupdict().items()})
    figures["all_km"] = figures["km"] + figures["cut_km"]
    return figures


def rows(mine, other):
    """Title, program, osmium, whether they agree."""
    for title, key in (
            ("ways with `highway`", "highways"),
            ("used as roads", "roads"),
            ("one way", "oneways"),
            ("ferries", "ferries"),
            ("unbuilt", "unbuilt"),
            ("closed to cars", "closed"),
            ("paths, tracks, …", "other"),
            ("under two nodes", "broken"),
            ("nodes of roads", "nodes"),
            ("stop cars", "barriers"),
            ("missing references", "missing"),
            ("places", "places")):
        yield title, int(mine[key]), other[key], mine[key] == other[key]
    km, whole = other["km"], mine["all_km"]
    yield "km", round(whole, 1), round(km, 1), abs(whole - km) <= 0.001 * km + 0.56


def own_sum(other):
    """Where osmium's own figures are not those of the count over its lines."""
    for title in ("highways by tags-filter", "roads by getid", "nodes by getid",
                  "missing by check-refs"):
        own = other[title.split()[0]]
        if title in other and other[title] != own:
            yield f"{title} {other[title]}, by OPL {own}"


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    extracts = []
    for each in map(pathlib.Path, sys.argv[2:]):
        extracts += sorted(each.iterdir()) if each.is_dir() else [each]
    extracts = [each for each in extracts if each.name.endswith(ENDINGS)]
    columns, differing = [], []
    for extract in extracts:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            mine, other = ours(program, extract, folder), theirs(extract, folder)
        columns.append(list(rows(mine, other)))
        differing += [
            f"{extract.name}: {title}: hinterland {a}, osmium {b}"
            for title, a, b, same in columns[-1] if not same]
        differing += [f"{extract.name}: {words}" for words in own_sum(other)]
    titles = [title for title, *_ in columns[0]]
    print("| extract | " + " | ".join(titles) + " |")
    print("|---|" + "--:|" * len(titles))
    for extract, column in zip(extracts, columns):
        cells = [f"{a}" if same and a == b else f"{a} / {b}" if same else f"**{a} / {b}**"
                 for _, a, b, same in column]
        print(f"| {extract.name} | " + " | ".join(cells) + " |")
    print("\nOne figure where both are the same, else hinterland / osmium; bold where they differ.")
    for words in differing:
        print("differs: " + words)
    sys.exit(1 if differing else 0)


main()
