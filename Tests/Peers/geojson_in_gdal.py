"""Reads a circles GeoJSON with GDAL (pyogrio 0.10.0) and GEOS (shapely 2.0.6) from PyPI.

Usage: python geojson_in_gdal.py circles.geojson EXPECTED_FEATURES
Fails where GDAL counts other features, another reference system, an empty or invalid shape, or
where a circle of fewer minutes is not inside that of more of the same name.
"""

import sys

import pyogrio
import pyogrio.raw
import shapely

path, expected = sys.argv[1], int(sys.argv[2])
info = pyogrio.read_info(path)
meta, _, shapes, columns = pyogrio.raw.read(path)
fields = dict(zip(meta["fields"], columns))
shapes = shapely.from_wkb(shapes)
assert info["features"] == expected, f"{info['features']} features"
assert info["crs"] == "EPSG:4326", info["crs"]
assert all(shapely.is_valid(shapes)) and not any(shapely.is_empty(shapes))
assert all(p > 0 for p in fields["people"]) and all(k == "circle" for k in fields["kind"])
for i, inner in enumerate(shapes):
    for j, outer in enumerate(shapes):
        if fields["name"][i] == fields["name"][j] and fields["minutes"][i] < fields["minutes"][j]:
            left = shapely.difference(inner, outer).area
            assert left < 1e-9, f"{left} square degrees of {fields['minutes'][i]} lie outside"
print(f"{path}: {expected} features, {info['geometry_type']}, {info['crs']}, "
      f"GDAL {pyogrio.__gdal_version_string__}")
