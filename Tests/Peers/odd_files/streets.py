"""Extracts that can be read and hold what should not be there: nodes, ways, tags, XML."""

import re

from harness import BAD, laughs, osm_case
from town import GOOD, grid, osm, tag_lines, way


def streets():
    nodes, ways = grid()
    osm_case("refs-none.osm", "ways, and none of their nodes", osm({}, ways), BAD)
    osm_case(
        "refs-some.osm",
        "a way over two nodes that are not there",
        osm(extra=way(1, [1, 777_001, 777_002, 2])),
        {0},
        "2 references",
    )
    osm_case("one-node.osm", "ways of one node only", osm(nodes, {1: [1], 2: [2]}), BAD)
    osm_case("no-nodes.osm", "ways of no node", osm(nodes, {1: [], 2: []}), BAD)
    osm_case(
        "one-node-too.osm",
        "the town with a way of one node and one of none",
        osm(extra=way(1, [1]) + way(2, [])),
        {0},
        "2 of fewer than two nodes",
    )
    osm_case(
        "same-node.osm", "a way that goes from a node to itself", osm(nodes, {1: [1, 1, 1]}), BAD
    )
    osm_case(
        "node-twice.osm",
        "a node with two positions",
        osm(extra='<node id="5" lat="50.0001" lon="7.008"/>'),
        {0},
    )
    osm_case("way-twice.osm", "a way that is there twice", osm(extra=way(1000, range(1, 13))), {0})
    osm_case("no-ways.osm", "nodes only", osm(nodes, {}), BAD)
    osm_case("footways.osm", "footways only", osm().replace("residential", "footway"), BAD)
    for name, how, y, x in (
        ("latitude-91", "latitude 91", "91", "7"),
        ("longitude-181", "longitude 181", "50", "181"),
        ("nan", "latitude NaN", "NaN", "7"),
        ("infinite", "longitude inf", "50", "inf"),
        ("word", "latitude north", "north", "7"),
        ("no-value", "latitude without a value", "", "7"),
    ):
        osm_case(
            f"position-{name}.osm",
            f"a node of a road: {how}",
            GOOD.replace(
                '<node id="14" lat="50.002" lon="7.002"/>', f'<node id="14" lat="{y}" lon="{x}"/>'
            ),
            {0, 65},
        )
    osm_case(
        "position-none.osm",
        "all nodes without positions",
        re.sub(r' lat="[^"]*" lon="[^"]*"', "", GOOD),
        BAD,
    )
    osm_case(
        "negative-ids.osm",
        "negative ids, as editors give new objects",
        osm({-n: p for n, p in nodes.items()}, {-w: [-r for r in rs] for w, rs in ways.items()}),
        {0},
        "24 used as roads",
    )
    huge = 2**62
    osm_case("huge-ids.osm", "ids above 2^62", osm(*grid(huge)), {0}, "24 used as roads")
    osm_case("ids-over.osm", "ids above 2^64", osm(*grid(2**64)), BAD)
    osm_case(
        "id-word.osm", "an id that is a word", GOOD.replace('node id="3"', 'node id="three"'), BAD
    )
    osm_case(
        "nested.osm",
        "100,000 elements inside each other",
        '<osm version="0.6">' + "<a>" * 100_000 + "</a>" * 100_000 + "</osm>",
        BAD,
    )
    osm_case(
        "entity.osm",
        "an entity that is not declared",
        GOOD.replace("residential", "&resident;", 1),
        BAD,
    )
    osm_case(
        "laughs.osm",
        "entities of entities, 10 GB unfolded",
        osm(head=laughs("osm"), tags={"name": "&j;"}),
        BAD,
    )
    osm_case(
        "outside.osm",
        "an entity that is a file of the machine",
        osm(head="<!DOCTYPE osm [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", tags={"ref": "&a;"}),
        BAD,
    )
    osm_case("open.osm", "without its end", GOOD[: len(GOOD) * 2 // 3], BAD)
    osm_case("other-root.osm", "an HTML page", "<html><body>Rate limit</body></html>", BAD)
    osm_case(
        "change.osm", "an osmChange", '<osmChange version="0.6"><create></create></osmChange>', BAD
    )
    osm_case(
        "version.osm", "version 0.3", GOOD.replace('osm version="0.6"', 'osm version="0.3"'), BAD
    )
    osm_case("json.osm", "Overpass's JSON", '{"version":0.6,"elements":[]}', BAD)
    osm_case(
        "utf16.osm",
        "UTF-16, as it says",
        osm(head='<?xml version="1.0" encoding="UTF-16"?>\n').encode("utf-16"),
        {0, 65},
    )
    osm_case(
        "not-utf8.osm",
        "a name that is not UTF-8",
        GOOD.replace("residential", "\udcff\udcfe", 1).encode("utf-8", "surrogateescape"),
        BAD,
    )
    osm_case("nul.osm", "a NUL in a value", GOOD.replace("residential", "resi\0dential", 1), BAD)
    speeds = [
        "-5",
        "0",
        "1e999",
        "9" * 400,
        "nan",
        "inf",
        ".",
        "",
        "fast",
        "50;;;",
        ";",
        "50 mph;walk",
        "٥٠",
        "五十",
        "50kmh",
        "0x50",
        "50 furlongs",
        "🚗",
        "none",
        "1.2.3",
        "  60  ",
        "RO:urban",
        "signals",
        "mph",
    ]
    osm_case(
        "speeds.osm",
        "limits that are none",
        osm(
            extra="".join(
                way(5000 + i, [1 + i, 2 + i], maxspeed=each, oneway=each)
                for i, each in enumerate(speeds)
            )
        ),
        {0},
        "48 used as roads",
    )
    durations = [
        "PT",
        "P",
        "PT9999999999999999999999H",
        "-5",
        "nan",
        "inf",
        "::",
        "1:2:3:4",
        "0",
        "",
        "PTH",
        "1e309",
        "99999999999",
        "00:00",
        "PT1.5H",
        "一小时",
    ]
    osm_case(
        "durations.osm",
        "ferries with durations that are none",
        osm(
            extra="".join(
                way(5000 + i, [1 + i, 142 - i], route="ferry", duration=each)
                for i, each in enumerate(durations)
            )
        ),
        {0},
        "16 ferries",
    )
    for duration in ("0.0001", "00:00:01"):
        osm_case(
            f"fast-ferry-{duration.replace(':', '-')}.osm",
            f"a ferry of 10 km that takes {duration}",
            osm(extra='<node id="9001" lat="50.1" lon="7.0"/>', ways=ways, nodes=nodes).replace(
                "</osm>", way(5000, [1, 9001], route="ferry", duration=duration) + "</osm>"
            ),
            {0},
            "1 ferries",
        )
    osm_case(
        "refs-70000.osm",
        "70,000 route numbers",
        osm(
            extra="".join(
                way(9000 + i, [1 + i % 143, 2 + i % 143], highway="trunk", ref=f"X{i}")
                for i in range(70_000)
            )
        ),
        {0, 65},
        blame="ref",
    )
    osm_case("long-value.osm", "a value of 1 MB", osm(tags={"name": "a" * 1_000_000}), {0, 65})
    osm_case(
        "long-ref.osm",
        "a route number of 60 kB on a trunk road",
        osm(tags={"highway": "trunk", "ref": "G1;" * 20_000}),
        {0, 65},
    )
    osm_case(
        "many-tags.osm",
        "a way with 20,000 tags",
        osm(tags={f"k{i}": "v" for i in range(20_000)}),
        {0, 65},
    )
    osm_case(
        "many-nodes.osm",
        "a way of 200,000 references",
        osm(nodes, {1: [1 + i % 144 for i in range(200_000)]}),
        {0, 65},
    )
    osm_case(
        "places.osm",
        "places with odd names",
        osm(
            extra="".join(
                f'<node id="{90_000 + i}" lat="50.001" lon="7.001">'
                + tag_lines({"place": "town", "name": each})
                + "</node>"
                for i, each in enumerate(
                    [
                        " ",
                        "",
                        "a" * 1_000,
                        "&#x202E;dehcrem",
                        "=HYPERLINK(1)",
                        "x&#10;y",
                        "\u200b",
                        "长沙" * 100,
                    ]
                )
            )
        ),
        {0},
    )
    osm_case(
        "date-line.osm",
        "roads on both sides of the date line",
        osm(nodes | {9001: (-179.99, 50.0), 9002: (179.99, 50.0)}, ways | {1: [1, 9001, 9002, 12]}),
        BAD,
    )
    osm_case("pole.osm", "a town at the North Pole", osm(*grid(0, 7.0, 89.978)), {0, 65})
    osm_case("at-date-line.osm", "a town that ends at 180 E", osm(*grid(0, 179.978, -17.0)), {0})
    osm_case(
        "one-point.osm",
        "a town whose nodes are all in one place",
        osm({n: (7.0, 50.0) for n in nodes}, ways),
        {0, 65},
    )
    osm_case(
        "antipodes.osm",
        "one road from 0,0 to 179,0",
        osm({1: (0, 0), 2: (179, 0)}, {1: [1, 2]}),
        {0, 65},
    )
    osm_case(
        "one-way-out.osm",
        "one street, one way",
        osm({1: (7, 50), 2: (7.01, 50)}, {1: [1, 2]}, tags={"oneway": "yes"}),
        BAD,
    )
