"""Layers of regions, written by GDAL."""

from osgeo import gdal, ogr, osr

from harness import HOME, case, put
from town import GOOD

gdal.UseExceptions()


def square(x, y, side=0.012):
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


TWO = [
    (square(6.999, 49.999, 0.013), "430101", "甲县"),
    (square(7.012, 49.999, 0.013), "430102", "乙县"),
]


def layer(
    name,
    rows=None,
    code=4326,
    driver="GPKG",
    kind=ogr.wkbUnknown,
    fields=("code", "name"),
    prj=None,
    options=(),
    dataset_options=(),
):
    """Rows of geometry and values; `code` None gives no reference system."""
    path = HOME / "in/r" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    reference = None
    if code:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(code)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if prj:
        reference = osr.SpatialReference(prj)
    made = ogr.GetDriverByName(driver).CreateDataSource(str(path), list(dataset_options))
    table = made.CreateLayer("units", reference, kind, list(options))
    for each in fields:
        table.CreateField(ogr.FieldDefn(each, ogr.OFTString))
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    degrees.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    for shape, *values in TWO if rows is None else rows:
        row = ogr.Feature(table.GetLayerDefn())
        for each, value in zip(fields, values):
            if value is not None:
                row.SetField(each, value)
        if shape:
            geometry = ogr.CreateGeometryFromWkt(shape)
            if code not in (None, 4326):
                geometry.Transform(osr.CoordinateTransformation(degrees, reference))
            row.SetGeometry(geometry)
        table.CreateFeature(row)
    table = made = None
    return path


def geojson(*geometries):
    return (
        '{"type":"FeatureCollection","features":['
        + ",".join(
            '{"type":"Feature","properties":{"code":"%d","name":"u%d"},"geometry":%s}'
            % (430101 + i, i, each)
            for i, each in enumerate(geometries)
        )
        + "]}"
    )


def region_case(name, how, path, exits, *says, more=(), **others):
    """Regions over the town's streets."""
    town = put("town.osm", GOOD)
    case("r-" + name, how, ["--osm", town, "--regions", path, *more], exits, *says, **others)
