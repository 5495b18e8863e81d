"""Layers of regions: shapes, codes, levels above, reference systems."""

from osgeo import ogr

from harness import BAD, HOME, USAGE
from layers import TWO, layer, region_case, square


def regions():
    region_case("good", "two squares", layer("good.gpkg"), {0}, "counties")
    region_case("points", "points only", layer("points.gpkg", [("POINT(7 50)", "1", "a")]), BAD)
    region_case(
        "lines", "lines only", layer("lines.gpkg", [("LINESTRING(7 50,7.1 50)", "1", "a")]), BAD
    )
    region_case("no-rows", "a layer without rows", layer("none.gpkg", []), BAD)
    region_case("no-shapes", "rows without shapes", layer("table.gpkg", [(None, "1", "a")]), BAD)
    region_case(
        "mixed",
        "points and a polygon",
        layer("mixed.gpkg", TWO + [("POINT(7 50)", "430103", "点")]),
        {0},
        "430103",
    )
    bow = "POLYGON((6.999 49.999,7.025 50.025,7.025 49.999,6.999 50.025,6.999 49.999))"
    region_case(
        "crossing",
        "a ring that crosses itself",
        layer("bow.gpkg", [(bow, "430101", "结县")]),
        {0},
        "结县",
    )
    region_case(
        "flat",
        "areas of nothing",
        layer("flat.gpkg", [("POLYGON((7 50,7.01 50,7 50))", "1", "a")]),
        BAD,
    )
    region_case(
        "code-twice",
        "a code twice",
        layer("twice.gpkg", [TWO[0], (TWO[1][0], "430101", "乙县")]),
        BAD,
        "430101",
    )
    region_case(
        "code-empty",
        "a row without a code",
        layer("codeless.gpkg", [TWO[0], (TWO[1][0], None, "乙县")]),
        BAD,
        "code",
    )
    region_case(
        "no-columns",
        "no column for codes",
        layer("columns.gpkg", fields=("a", "b")),
        BAD,
        "--code-column",
    )
    region_case(
        "no-name",
        "no column for names",
        layer("nameless.gpkg", fields=("code", "b")),
        BAD,
        "--name-column",
    )
    region_case(
        "column-named",
        "a column that is not there",
        HOME / "in/r/good.gpkg",
        BAD | USAGE,
        "gemeinde",
        more=["--code-column", "gemeinde"],
    )
    region_case(
        "layer-named",
        "a layer that is not there",
        HOME / "in/r/good.gpkg",
        BAD,
        "nope",
        "units",
        more=["--layer", "nope"],
    )
    shape = layer(
        "gbk.shp", driver="ESRI Shapefile", kind=ogr.wkbPolygon, options=("ENCODING=GBK",)
    )
    shape.with_suffix(".cpg").unlink(missing_ok=True)
    # The driver writes the code page into the table's head, too: away with it.
    table = bytearray(shape.with_suffix(".dbf").read_bytes())
    table[29] = 0
    shape.with_suffix(".dbf").write_bytes(table)
    region_case("gbk", "a shapefile in GBK that does not say so", shape, {0}, "GB")
    local = 'LOCAL_CS["site",UNIT["metre",1]]'
    region_case(
        "unknown-system",
        "a local reference system",
        layer("local.gpkg", [(square(0, 0, 800), "430101", "甲")], code=None, prj=local),
        BAD,
    )
    region_case(
        "local-degrees",
        "a local reference system, numbers like degrees",
        layer("local2.gpkg", code=None, prj=local),
        {0, 65},
    )
    region_case(
        "no-system-metres",
        "metres and no reference system",
        layer(
            "metres.shp",
            [(square(500_000, 5_000_000, 800), "430101", "a")],
            code=None,
            driver="ESRI Shapefile",
        ),
        BAD,
    )
    region_case(
        "no-system",
        "degrees and no reference system",
        layer("bare.shp", code=None, driver="ESRI Shapefile"),
        {0},
    )
    for code in (3857, 32632, 4490, 2154):
        region_case(f"epsg-{code}", f"in EPSG:{code}", layer(f"e{code}.gpkg", code=code), {0})
    region_case(
        "elsewhere", "units elsewhere", layer("far.gpkg", [(square(112, 28), "430101", "a")]), BAD
    )
    region_case(
        "axes",
        "latitude and longitude swapped",
        layer("axes.gpkg", [(square(50, 7), "430101", "a")]),
        BAD,
    )
    region_case(
        "same-area",
        "two units on one ground",
        layer("same.gpkg", [TWO[0], (TWO[0][0], "430102", "乙县")]),
        {0},
        "overlap",
    )
    region_case(
        "long-name",
        "a name of 1 MB and a code of 100 kB",
        layer("long.gpkg", [(TWO[0][0], "4" * 100_000, "名" * 300_000), TWO[1]]),
        {0, 65},
    )
    region_case(
        "odd-codes",
        "codes like paths and formulas",
        layer("codes.gpkg", [(TWO[0][0], "../../etc", "=1+1"), (TWO[1][0], 'a,b"c\n', "<script>")]),
        {0},
    )
    region_case(
        "escape",
        "names that colour a terminal",
        layer(
            "escape.gpkg",
            [(bow, "43\x1b[31m", "\x1b[31m县"), ("POINT(7 50)", "4301\x1b[32m", "点")],
        ),
        {0},
    )
    four = ("code", "name", "city", "province")
    region_case(
        "parents-same",
        "one prefecture's name in two provinces",
        layer("par1.gpkg", [(*TWO[0], "城", "甲"), (*TWO[1], "城", "乙")], fields=four),
        {0},
    )
    region_case(
        "parents-missing",
        "a unit without parents",
        layer("par2.gpkg", [(*TWO[0], "城", "甲"), (*TWO[1], None, None)], fields=four),
        {0, 65},
    )
    region_case(
        "parents-blank",
        "parents of blanks",
        layer("par3.gpkg", [(*TWO[0], " ", "|"), (*TWO[1], "\u3000", "|")], fields=four),
        {0, 65},
    )
    region_case(
        "parents-crossed",
        "a prefecture in two provinces by code",
        layer(
            "par4.gpkg",
            [(*TWO[0], "1", "1"), (*TWO[1], "1", "2")],
            fields=("code", "name", "city_code", "prov_code"),
        ),
        {0, 65},
    )
    region_case(
        "parents-as-unit",
        "a prefecture with a unit's code",
        layer(
            "par5.gpkg",
            [(*TWO[0], "430101", "430101"), (*TWO[1], "430102", "430101")],
            fields=("code", "name", "city_code", "prov_code"),
        ),
        {0, 65},
    )
    region_case(
        "blank-code",
        "a code of one bar, a name of blanks",
        layer("bar.gpkg", [(TWO[0][0], "|", " "), (TWO[1][0], "\u00a0x", "|")]),
        {0, 65},
    )
    region_case(
        "180",
        "a unit that ends at 180.0005 E",
        layer(
            "edge.gpkg",
            [
                (
                    (
                        "POLYGON((6.999 49.999,180.0005 49.999,180.0005 50.03,6.999 50.03,6.999"
                        " 49.999))"
                    ),
                    "1",
                    "a",
                )
            ],
        ),
        {0, 65},
    )
    region_case(
        "90",
        "a unit that ends at 90.0005 N",
        layer(
            "top.gpkg",
            [
                (
                    "POLYGON((6.999 49.999,7.03 49.999,7.03 90.0005,6.999 90.0005,6.999 49.999))",
                    "1",
                    "a",
                )
            ],
        ),
        {0, 65},
    )
    region_case(
        "seat",
        "a seat of words",
        layer(
            "seat.gpkg",
            [(*TWO[0], "east", "north")],
            fields=("code", "name", "seat_lon", "seat_lat"),
        ),
        BAD,
        "east",
    )
    region_case(
        "curves",
        "a curved polygon",
        layer(
            "curve.gpkg",
            [
                (
                    "CURVEPOLYGON(CIRCULARSTRING(7 50,7.02 50,7.02 50.02,7 50.02,7 50))",
                    "430101",
                    "弯",
                )
            ],
        ),
        {0, 65},
    )
    region_case(
        "heights",
        "with heights",
        layer(
            "z.gpkg",
            [("POLYGON Z((7 50 1,7.02 50 2,7.02 50.02 3,7 50.02 4,7 50 1))", "430101", "高")],
        ),
        {0},
    )
    region_case(
        "tin",
        "a triangulated surface",
        layer("tin.gpkg", [("TIN Z(((7 50 0,7.02 50 0,7.02 50.02 0,7 50 0)))", "430101", "网")]),
        {0, 65},
    )
