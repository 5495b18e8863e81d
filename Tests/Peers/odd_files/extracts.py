"""Extracts that are damaged or no extracts: endings, packing, protocol buffers, paths."""

import bz2
import gzip
import os

from harness import BAD, HOME, MISSING, NOBODY, case, osm_case, put
from protobuf import blob, header, pbf
from town import GOOD


def extracts():
    good = put("good.osm", GOOD)
    whole = pbf()
    for ending in (".osm", ".osm.pbf", ".osm.gz", ".osm.bz2"):
        osm_case("empty" + ending, "no bytes", b"", BAD)
    osm_case("good.osm.pbf", "the town as protocol buffers", whole, {0}, "24 used as roads")
    osm_case(
        "noise.osm.pbf", "4 kB of noise", bytes((i * 7919 + i // 3) % 256 for i in range(4096)), BAD
    )
    osm_case("text.osm.pbf", "a sentence", "This is no extract.\n" * 50, BAD)
    osm_case(
        "html.osm.pbf", "a server's error page", "<html><body>404 Not Found</body></html>", BAD
    )
    edge = len(header())
    for title, at in (
        ("1-byte", 1),
        ("in-length", 3),
        ("in-header", 12),
        ("after-header", edge),
        ("in-blob-head", edge + 6),
        ("half", len(whole) // 2),
        ("last-byte", len(whole) - 1),
    ):
        osm_case(f"cut-{title}.osm.pbf", f"the first {at} of {len(whole)} bytes", whole[:at], BAD)
    osm_case(
        "head-4gb.osm.pbf", "length of the first head 0xFFFFFFFF", b"\xff" * 4 + whole[4:], BAD
    )
    osm_case("blob-2gb.osm.pbf", "a blob that says it has 2 GB", pbf(body_size=2**31 - 1), BAD)
    osm_case("raw-2gb.osm.pbf", "a packed blob that says it holds 2 GB", pbf(size=2**31 - 1), BAD)
    osm_case(
        "raw-too-small.osm.pbf", "a packed blob that says it holds 10 bytes", pbf(size=10), BAD
    )
    osm_case(
        "zeros-in-blob.osm.pbf",
        "a packed blob of 31 MB of zeros",
        header() + blob(b"OSMData", bytes(31 << 20)),
        BAD,
    )
    osm_case(
        "tag-index.osm.pbf", "a way's tag outside of the texts", pbf(keys=(1,), values=(900,)), BAD
    )
    osm_case(
        "tag-halves.osm.pbf",
        "a way with two keys and one value",
        pbf(keys=(1, 1), values=(2,)),
        {0, 65},
    )
    osm_case(
        "dense-index.osm.pbf",
        "a node's tag outside of the texts",
        pbf(keys_values=[900, 901, 0]),
        BAD,
    )
    osm_case("dense-short.osm.pbf", "tags of nodes that break off", pbf(keys_values=[1]), {0, 65})
    osm_case("feature.osm.pbf", "a required feature nobody knows", pbf(features=(b"Sphere",)), BAD)
    osm_case(
        "history.osm.pbf", "a file with history", pbf(features=(b"HistoricalInformation",)), {0, 65}
    )
    osm_case(
        "granularity-0.osm.pbf", "granularity 0: all nodes at 0,0", pbf(granularity=0), {0, 65}
    )
    osm_case(
        "granularity-max.osm.pbf",
        "granularity 2^31-1: positions that overflow",
        pbf(granularity=2**31 - 1),
        {0, 65},
    )
    osm_case(
        "not-utf8.osm.pbf",
        "maxspeed and name are not UTF-8",
        pbf(
            strings=(
                b"",
                b"highway",
                b"residential",
                b"maxspeed",
                b"\xff\xfe50",
                b"ref",
                b"\xc3\x28",
            ),
            keys=(1, 3, 5),
            values=(2, 4, 6),
        ),
        {0, 65},
    )
    osm_case(
        "not-utf8-place.osm.pbf",
        "a place whose name is not UTF-8",
        pbf(
            strings=(b"", b"highway", b"residential", b"place", b"town", b"name", b"\xff\xfe\x80"),
            keys_values=[3, 4, 5, 6] + [0] * 144,
        ),
        {0, 65},
    )
    osm_case(
        "unpacked.osm.pbf", "blobs that are not packed", pbf(packed=False), {0}, "24 used as roads"
    )

    osm_case("pbf-named.osm", "protocol buffers that end in .osm", whole, BAD)
    osm_case("xml-named.osm.pbf", "XML that ends in .pbf", GOOD, BAD)
    osm_case("xml-named.osm.gz", "XML that ends in .gz, not packed", GOOD, {0, 65})
    packed = gzip.compress(GOOD.encode())
    osm_case("cut.osm.gz", "half of a packed file", packed[: len(packed) // 2], BAD)
    osm_case("cut-end.osm.gz", "without its checksum", packed[:-8], BAD)
    osm_case(
        "checksum.osm.gz", "with a wrong checksum", packed[:-8] + b"\0\0\0\0" + packed[-4:], BAD
    )
    osm_case(
        "two-members.osm.gz",
        "packed in two members",
        gzip.compress(GOOD[:999].encode()) + gzip.compress(GOOD[999:].encode()),
        {0},
        "24 used as roads",
    )
    osm_case("behind.osm.gz", "with noise behind its end", packed + b"noise" * 99, {0, 65})
    packed = bz2.compress(GOOD.encode())
    osm_case("cut.osm.bz2", "half of a packed file", packed[: len(packed) // 2], BAD)
    for name, how, start, fill, end in (
        ("zeros-1gb.osm.gz", "1 GB of zeros, 1 MB packed", b"", b"\0", b""),
        (
            "spaces-1gb.osm.gz",
            "1 GB of spaces in an extract without objects",
            b'<osm version="0.6">',
            b" ",
            b"</osm>",
        ),
        (
            "value-1gb.osm.gz",
            "one value of 1 GB",
            b'<osm version="0.6"><node id="1" lat="1" lon="1"><tag k="name" v="',
            b"a",
            b'"/></node></osm>',
        ),
    ):
        path = HOME / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(path, "wb", 1) as file:
            file.write(start)
            for _ in range(1024):
                file.write(fill * (1 << 20))
            file.write(end)
        case(name, how, ["--osm", path], BAD)

    case(
        "change.osc",
        "an ending no extract has",
        ["--osm", put("change.osc", "<osmChange/>")],
        {64, 65},
    )
    case("ending.txt", "an ending no extract has", ["--osm", put("ending.txt", GOOD)], {64, 65})
    case("capitals", "an ending in capitals", ["--osm", put("TOWN.OSM", GOOD)], {0})
    case("missing", "no such file", ["--osm", HOME / "in/there-is-none.osm"], MISSING)
    (HOME / "in/folder.osm").mkdir()
    case("folder", "a folder", ["--osm", HOME / "in/folder.osm"], MISSING)
    path = put("unreadable.osm", GOOD)
    path.chmod(0)
    case("unreadable", "without permission, as nobody", ["--osm", path], MISSING, user=NOBODY)
    (HOME / "in/loop.osm").symlink_to("loop.osm")
    case("symlink-loop", "a link to itself", ["--osm", HOME / "in/loop.osm"], MISSING)
    os.mkfifo(HOME / "in/pipe.osm")
    case("pipe", "a pipe that nobody writes to", ["--osm", HOME / "in/pipe.osm"], MISSING)
    for ending in ("osm", "osm.pbf", "osm.gz"):
        link = HOME / f"in/zero.{ending}"
        link.symlink_to("/dev/zero")
        case(f"zero.{ending}", "a link to /dev/zero", ["--osm", link], MISSING)
    case(
        "second-bad",
        "the second of two is cut",
        ["--osm", good, "--osm", put("second.osm.pbf", whole[:-9])],
        BAD,
    )
    case(
        "twice",
        "one extract twice counts once",
        ["--osm", good, "--osm", good],
        {0},
        "24 used as roads",
    )
    spaced = put("with space 中文 'quote.osm", GOOD)
    case("odd-path", "a path with a space, a quote and Chinese", ["--osm", spaced], {0})
