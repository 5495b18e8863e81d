"""Files of regions: what breaks off, GeoJSON, archives, virtual layers, what is no layer."""

import zipfile
import zlib

from harness import BAD, HOME, MISSING, USAGE, case, laughs, noise, put
from layers import geojson, layer, region_case
from rasters import raster
from town import GOOD


def region_files():
    for suffix in (".dbf", ".shx"):
        path = layer(f"without{suffix[1:]}.shp", driver="ESRI Shapefile")
        path.with_suffix(suffix).unlink()
        region_case("without-" + suffix[1:], f"a shapefile without {suffix}", path, {0, 65})
    path = layer("cut.shp", driver="ESRI Shapefile")
    path.write_bytes(path.read_bytes()[:150])
    region_case("cut-shp", "a shapefile that breaks off", path, BAD)
    path = layer("cut.dbf.shp", driver="ESRI Shapefile")
    table = path.with_suffix(".dbf")
    table.write_bytes(table.read_bytes()[:-60])
    region_case("cut-dbf", "a shapefile whose table breaks off", path, BAD)
    whole = (HOME / "in/r/good.gpkg").read_bytes()
    region_case("cut-gpkg", "half a GeoPackage", put("r/cut.gpkg", whole[: len(whole) // 2]), BAD)
    region_case(
        "noise-gpkg",
        "a GeoPackage with noise in its middle",
        put("r/noise.gpkg", whole[:40_000] + noise(30_000) + whole[70_000:]),
        BAD,
    )
    path = layer("cut.fgb", driver="FlatGeobuf")
    path.write_bytes(path.read_bytes()[:-40])
    region_case("cut-fgb", "a FlatGeobuf that breaks off", path, BAD)
    ring = "[[7,50],[7.02,50],[7.02,50.02],[7,50.02],[7,50]]"
    for name, how, text, exits in (
        (
            "json-broken",
            "JSON that breaks off",
            geojson('{"type":"Polygon","coordinates":[%s]}' % ring)[:-20],
            BAD,
        ),
        (
            "json-nan",
            "NaN in a ring",
            geojson('{"type":"Polygon","coordinates":[%s]}' % ring.replace("7.02,50]", "NaN,50]")),
            BAD,
        ),
        (
            "json-1e308",
            "1e308 in a ring",
            geojson(
                '{"type":"Polygon","coordinates":[%s]}' % ring.replace("7.02,50]", "1e308,50]")
            ),
            BAD,
        ),
        (
            "json-1e400",
            "1e400 in a ring",
            geojson(
                '{"type":"Polygon","coordinates":[%s]}' % ring.replace("7.02,50]", "1e400,50]")
            ),
            BAD,
        ),
        (
            "json-deep",
            "100,000 brackets inside each other",
            geojson('{"type":"Polygon","coordinates":' + "[" * 100_000 + "]" * 100_000 + "}"),
            BAD,
        ),
        (
            "json-collections",
            "1,000 collections inside each other",
            geojson(
                '{"type":"GeometryCollection","geometries":[' * 1_000
                + '{"type":"Polygon","coordinates":[%s]}' % ring
                + "]}" * 1_000
            ),
            {0, 65},
        ),
        (
            "json-two-corners",
            "a ring of two corners",
            geojson('{"type":"Polygon","coordinates":[[[7,50],[7.02,50]]]}'),
            BAD,
        ),
        (
            "json-open",
            "a ring that is not closed",
            geojson('{"type":"Polygon","coordinates":[[[7,50],[7.02,50],[7.02,50.02]]]}'),
            {0, 65},
        ),
        ("json-empty", "no features", geojson(), BAD),
        ("json-null", "features without shapes", geojson("null", "null"), BAD),
        (
            "json-world",
            "the whole world as one unit",
            geojson(
                '{"type":"Polygon","coordinates":[%s]}'
                % "[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]"
            ),
            {0},
        ),
        (
            "json-360",
            "longitudes to 360",
            geojson(
                '{"type":"Polygon","coordinates":[%s]}'
                % "[[200,-10],[300,-10],[300,10],[200,10],[200,-10]]"
            ),
            BAD,
        ),
        (
            "json-nested-rings",
            "a hole outside of its ring",
            geojson(
                '{"type":"Polygon","coordinates":[%s,[[8,51],[8.1,51],[8.1,51.1],[8,51]]]}' % ring
            ),
            {0},
        ),
        ("json-text", "a sentence", "These are no regions.", BAD),
    ):
        region_case(name, how, put(f"r/{name}.geojson", text), exits)
    region_case("png", "a picture", put("r/picture.png", zlib.compress(b"x")), BAD)
    region_case("csv", "a table without shapes", put("r/units.csv", "code,name\n1,a\n"), BAD)
    region_case(
        "zip-empty", "an archive of nothing", put("r/empty.zip", b"PK\5\6" + bytes(18)), BAD
    )
    path = HOME / "in/r/good.zip"
    with zipfile.ZipFile(path, "w") as archive:
        path2 = layer("zipped.shp", driver="ESRI Shapefile")
        for each in path2.parent.glob("zipped.*"):
            archive.write(each, each.name)
    region_case("zip", "a shapefile in an archive", path, {0})
    data = path.read_bytes()
    region_case("zip-cut", "half an archive", put("r/half.zip", data[: len(data) // 2]), BAD)
    path = HOME / "in/r/bomb.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("bomb.geojson", "w", force_zip64=True) as file,
    ):
        file.write(b'{"type":"FeatureCollection","features":[')
        for _ in range(1024):
            file.write(b" " * (1 << 20))
        file.write(b"]}")
    region_case("zip-bomb", "1 GB of spaces of GeoJSON in an archive", path, BAD)
    region_case(
        "vrt-nowhere",
        "a virtual layer that points nowhere",
        put(
            "r/nowhere.vrt",
            '<OGRVRTDataSource><OGRVRTLayer name="u"><SrcDataSource>/none.shp</SrcDataSource>'
            "</OGRVRTLayer></OGRVRTDataSource>",
        ),
        BAD,
    )
    region_case(
        "vrt-net",
        "a virtual layer that points to the net",
        put(
            "r/net.vrt",
            "<OGRVRTDataSource><OGRVRTLayer"
            ' name="u"><SrcDataSource>/vsicurl/http://127.0.0.1:9/x.geojson'
            "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
        ),
        BAD,
    )
    region_case(
        "vrt-itself",
        "a virtual layer of itself",
        put(
            "r/itself.vrt",
            '<OGRVRTDataSource><OGRVRTLayer name="itself"><SrcDataSource'
            ' relativeToVRT="1">itself.vrt</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
        ),
        BAD,
    )
    region_case(
        "kml-laughs",
        "KML with entities of entities",
        put(
            "r/laughs.kml",
            "<?xml version='1.0'?>"
            + laughs("kml")
            + "<kml xmlns='http://www.opengis.net"
            "/kml/2.2'><Document><name>&j;</name></Document></kml>",
        ),
        BAD,
    )
    region_case("missing", "no such file", HOME / "in/r/is-none.gpkg", MISSING)
    region_case("folder", "a folder", HOME / "in/r", MISSING)
    region_case("empty", "no bytes", put("r/nothing.gpkg", b""), BAD)
    region_case("raster", "a raster", raster("as-regions.tif"), BAD)
    case(
        "r-alone",
        "people without regions",
        ["--osm", put("town.osm", GOOD), "--population", HOME / "in/p/as-regions.tif"],
        USAGE,
        blame="--regions",
    )
