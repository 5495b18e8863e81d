"""People: rasters and tables."""

from osgeo import gdal

from harness import BAD, HOME, MISSING, USAGE, case, put
from layers import layer
from rasters import raster
from town import GOOD


def people():
    town, two = put("town.osm", GOOD), layer("two.gpkg")

    def pop(name, how, path, exits, *says, more=()):
        case(
            "p-" + name,
            how,
            ["--osm", town, "--regions", two, "--population", path, *more],
            exits,
            *says,
        )

    pop("good", "3 people a cell", raster("good.tif"), {0}, "2400 people")
    warped = HOME / "in/p/warped.tif"
    gdal.Warp(str(warped), str(HOME / "in/p/good.tif"), dstSRS="EPSG:32632", dstNodata=-1)
    pop("other-system", "in EPSG:32632", warped, {0})
    pop("no-data", "all cells without data", raster("silent.tif", value=-9999, no_data=-9999), BAD)
    pop("nan", "all cells NaN", raster("nan.tif", value=float("nan")), BAD)
    pop("negative", "all cells -5", raster("negative.tif", value=-5), BAD)
    pop("zero", "all cells 0", raster("zero.tif", value=0), BAD)
    pop(
        "elsewhere",
        "a raster elsewhere",
        raster("far.tif", transform=(112, 0.01, 0, 28, 0, -0.01)),
        BAD,
    )
    pop(
        "no-place",
        "a raster that does not say where it lies",
        raster("bare.tif", code=None, transform=()),
        BAD,
    )
    pop("no-size", "cells of size 0", raster("nosize.tif", transform=(7, 0, 0, 50, 0, 0)), {65, 66})
    pop(
        "rotated",
        "a raster that lies aslant",
        raster("aslant.tif", transform=(6.999, 0.0005, 0.0002, 50.025, 0.0002, -0.0005)),
        {0},
    )
    pop(
        "upside-down",
        "south above north",
        raster("south.tif", transform=(6.999, 0.00065, 0, 49.999, 0, 0.00065)),
        {0},
        "2400 people",
    )
    pop(
        "local",
        "a local reference system",
        raster("local.tif", prj='LOCAL_CS["site",UNIT["metre",1]]', transform=(0, 1, 0, 0, 0, -1)),
        BAD,
    )
    pop(
        "metres-bare",
        "metres and no reference system",
        raster("metres.tif", code=None, transform=(500_000, 100, 0, 5_000_000, 0, -100)),
        BAD,
    )
    pop("complex", "complex numbers", raster("complex.tif", kind=gdal.GDT_CFloat32), {0, 65})
    pop("bytes", "bytes", raster("bytes.tif", kind=gdal.GDT_Byte), {0})
    pop(
        "wide-tif",
        "a GeoTIFF of 10^8 x 2 cells",
        raster(
            "wide.tif",
            size=(10**8, 2),
            value=None,
            options=("SPARSE_OK=TRUE", "TILED=YES", "BLOCKXSIZE=4096"),
            transform=(6.999, 0.026 / 10**8, 0, 50.025, 0, -0.013),
        ),
        BAD,
    )
    pop("huge-values", "9e11 a cell", raster("huge.tif", kind=gdal.GDT_Float64, value=9e11), BAD)
    pop(
        "2e9-cell",
        "2e9 people in one cell",
        raster(
            "2e9.tif",
            kind=gdal.GDT_Float64,
            value=2e9,
            size=(1, 1),
            transform=(7.001, 1e-4, 0, 50.001, 0, -1e-4),
        ),
        BAD,
    )
    pop(
        "5e9-cell",
        "5e9 people in one cell",
        raster(
            "5e9.tif",
            kind=gdal.GDT_Float64,
            value=5e9,
            size=(1, 1),
            transform=(7.001, 1e-4, 0, 50.001, 0, -1e-4),
        ),
        BAD,
    )
    pop("1e8-cells", "1e8 people a cell, over 2^32 in a unit", raster("1e8.tif", value=1e8), BAD)
    pop(
        "huge-density",
        "9e11 a km², cells of 10 degrees",
        raster(
            "dense.tif",
            kind=gdal.GDT_Float64,
            value=9e11,
            size=(4, 4),
            transform=(-10, 10, 0, 70, 0, -10),
        ),
        BAD,
        more=["--population-unit", "density"],
    )
    pop(
        "one-cell",
        "one cell of the whole world",
        raster(
            "world.tif",
            size=(1, 1),
            value=8e9,
            kind=gdal.GDT_Float64,
            transform=(-180, 360, 0, 90, 0, -180),
        ),
        {0, 65},
    )
    pop(
        "tiny",
        "one cell of 0.8 m²",
        raster("tiny.tif", size=(1, 1), transform=(7.01, 1e-5, 0, 50.01, 0, -1e-5)),
        BAD,
        "square metre",
    )
    whole = raster(
        "whole.tif", size=(200, 200), transform=(6.999, 0.00013, 0, 50.025, 0, -0.00013)
    ).read_bytes()
    for part in (4, 200, len(whole) // 2):
        pop(f"cut-{part}", f"the first {part} bytes", put(f"p/cut-{part}.tif", whole[:part]), BAD)
    packed = raster(
        "packed.tif",
        options=("COMPRESS=LZW",),
        size=(200, 200),
        transform=(6.999, 0.00013, 0, 50.025, 0, -0.00013),
    ).read_bytes()
    middle = len(packed) * 3 // 4
    pop(
        "noise",
        "noise in a packed block",
        put("p/noise.tif", packed[:middle] + b"\xff" * 60 + packed[middle + 60 :]),
        BAD,
    )
    frame = (
        '<VRTDataset rasterXSize="{w}" rasterYSize="{h}"><SRS>EPSG:4326</SRS>'
        "<GeoTransform>6.999,{dx},0,50.025,0,-{dy}</GeoTransform>"
        '<VRTRasterBand dataType="Float32" band="1">{source}</VRTRasterBand></VRTDataset>'
    )
    nowhere = (
        "<SimpleSource><SourceFilename"
        ' relativeToVRT="1">none.tif</SourceFilename><SourceBand>1</SourceBand><SrcRect xOff="0"'
        ' yOff="0" xSize="9" ySize="9"/><DstRect xOff="0" yOff="0" xSize="{w}"'
        ' ySize="{h}"/></SimpleSource>'
    )

    def virtual(w, h, source=""):
        return frame.format(w=w, h=h, dx=0.026 / w, dy=0.026 / h, source=source.format(w=w, h=h))

    pop(
        "vrt-nowhere",
        "10^6 x 10^6 cells that point nowhere",
        put("p/nowhere.vrt", virtual(10**6, 10**6, nowhere)),
        BAD,
    )
    pop(
        "vrt-fine",
        "10^5 x 10^5 cells of nothing, 3 cm each",
        put("p/fine.vrt", virtual(10**5, 10**5)),
        BAD,
    )
    pop(
        "vrt-empty",
        "10^6 x 10^6 cells of nothing, 3 mm each",
        put("p/empty.vrt", virtual(10**6, 10**6)),
        BAD,
    )
    pop("vrt-wide", "10^9 x 1 cells of nothing", put("p/wide.vrt", virtual(10**9, 1)), BAD)
    pop(
        "vrt-most",
        "2^31-1 x 2^31-1 cells of nothing",
        put("p/most.vrt", virtual(2**31 - 1, 2**31 - 1)),
        BAD,
    )
    pop("vrt-over", "10^12 columns", put("p/over.vrt", virtual(10**12, 1)), BAD)
    pop(
        "vrt-itself",
        "a virtual raster of itself",
        put("p/itself.vrt", virtual(40, 40, nowhere.replace("none.tif", "itself.vrt"))),
        BAD,
    )
    pop("png", "a picture of words", put("p/picture.png", b"\x89PNG\r\n\x1a\n" + bytes(40)), BAD)
    pop("text", "a sentence", put("p/text.tif", "This is no raster."), BAD)
    pop(
        "ascii",
        "an ASCII grid of words",
        put(
            "p/words.asc",
            "ncols 2\nnrows 2\nxllcorner 7\nyllcorner 50\ncellsize 0.01\nmany few\nsome none\n",
        ),
        {65},
    )
    pop("empty", "no bytes", put("p/empty.tif", b""), BAD)
    pop("layer", "a layer", two, BAD)
    pop("missing", "no such file", HOME / "in/p/none.tif", MISSING)
    pop("folder", "a folder", HOME / "in/p", MISSING)
    link = HOME / "in/p/device.tif"
    link.symlink_to("/dev/zero")
    pop("zero-device", "a link to /dev/zero", link, MISSING)
    table = "code,people\n430101,1000\n430102,500\n"
    for name, how, text, exits, *says in (
        ("t-good", "a table", table, {0}, "1500"),
        ("t-negative", "-5 people", table.replace("500", "-5"), BAD, "-5"),
        ("t-word", "'many' people", table.replace("500", "many"), BAD, "many"),
        ("t-1e300", "1e300 people", table.replace("500", "1e300"), BAD, "1e300"),
        ("t-5e9", "5e9 people in a unit", table.replace("500", "5000000000"), BAD),
        ("t-5e9-point", "5e9 people at a point", "lon,lat,people\n7.001,50.001,5e9\n", BAD),
        ("t-hex", "0x1F4 people", table.replace("500", "0x1F4"), BAD, "0x1F4"),
        ("t-nul", "a NUL in a number", table.replace("500", "5\x0000"), BAD),
        ("t-half", "0.4 people", "code,people\n430101,0.4\n", BAD),
        ("t-twice", "a unit twice", table + "430101,3\n", BAD, "430101"),
        ("t-nobody", "0 people", "code,people\n430101,0\n", BAD),
        ("t-columns", "no column of people", "code,gdp\n430101,3\n", BAD, "gdp"),
        ("t-none", "no unit of the layer", "code,people\n999999,3\n", BAD, "999999"),
        ("t-urban", "more townspeople than people", "code,people,urban\n430101,10,11\n", BAD, "11"),
        ("t-lon", "longitude 200", "lon,lat,people\n200,50,3\n", BAD, "200"),
        ("t-points-off", "points elsewhere", "lon,lat,people\n100,20,3\n", BAD),
        ("t-header", "a header only", "code,people\n", BAD),
    ):
        pop(name, how, put(f"p/{name}.csv", text), exits, *says)
    good = put("p/t-good.csv", table)
    pop(
        "totals",
        "totals of a tenth",
        good,
        BAD,
        more=["--totals", put("p/totals.csv", "code,people\n430101,100\n430102,50\n")],
    )
    pop("unit", "a unit nobody knows", good, USAGE, "inches", more=["--population-unit", "inches"])
