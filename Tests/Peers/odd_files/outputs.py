"""Outputs: folders that are not there, full disks, older files, inputs."""

from harness import BAD, HOME, MISSING, NOBODY, USAGE, case, put
from networks import network
from town import GOOD


def outputs():
    good = put("o/good.osm", GOOD)
    bad = put("o/bad.osm", "nothing")
    case(
        "o-no-folder",
        "output in a folder that is not there",
        ["--osm", good],
        MISSING,
        output="none/x.hinterland",
        blame="x.hinterland",
    )
    case(
        "o-folder",
        "output is a folder",
        ["--osm", good],
        MISSING,
        output="folder.hinterland",
        blame="folder.hinterland",
        old="folder",
    )
    case(
        "o-ending",
        "output with another ending",
        ["--osm", good],
        USAGE,
        output="x.gpkg",
        blame="x.gpkg",
    )
    case("o-old-kept", "a bad extract over an older output", ["--osm", bad], BAD, old=b"old")
    case("o-old-replaced", "a good extract over an older output", ["--osm", good], {0}, old=b"old")
    case(
        "o-read-only",
        "output in a folder without permission, as nobody",
        ["--osm", good],
        MISSING,
        user=NOBODY,
        output="../locked/x.hinterland",
        blame="x.hinterland",
    )
    case(
        "o-full",
        "a disk that is full after 4 kB",
        ["--osm", good],
        MISSING,
        room=4096,
        blame="x.hinterland",
    )
    case(
        "o-full-old",
        "the same over an older output",
        ["--osm", good],
        MISSING,
        room=4096,
        old=b"old",
        blame="x.hinterland",
    )
    nodes, edges = network()
    own = put("o/nodes.hinterland", nodes)
    case(
        "o-is-input",
        "output is the table of nodes",
        ["--nodes", own, "--edges", put("o/e.csv", edges)],
        USAGE,
        output=str(own),
        blame="nodes.hinterland",
    )
    link = HOME / "in/o/link.hinterland"
    link.symlink_to("good.osm")
    case(
        "o-links-to-input",
        "output is a link to the extract",
        ["--osm", good],
        USAGE,
        output=str(link),
        blame="link.hinterland",
    )
    case(
        "o-null",
        "output is /dev/null by a link",
        ["--osm", good],
        {0, 64, 66},
        output="null.hinterland",
        old="null",
        blame="null.hinterland",
    )
