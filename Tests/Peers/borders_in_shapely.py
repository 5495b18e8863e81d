"""Holds our borders against shapely 2.2.0 and pyproj 3.7.2 from PyPI.

Usage: python borders_in_shapely.py GeoData/regions.geojson > Tests/Peers/hunan_borders.csv

Counts shared vertices on its own (two counties are neighbours where they share two vertices or
more), intersects the outlines with GEOS, and measures the common line with the geodesic of GeographicLib
(pyproj.Geod, WGS 84). One row a pair of counties across a border of Hunan:
code,other,shared_vertices,km. The rows are frozen in hunan_borders.csv, which
StudiesTests/BorderFiguresTests reads.
"""

import collections
import json
import sys

import pyproj
import shapely
from shapely.geometry import shape

features = json.load(open(sys.argv[1]))["features"]
codes = [f["properties"]["adcode"] for f in features]
provinces = [f["properties"]["province_code"] for f in features]
owners = collections.defaultdict(set)
for index, feature in enumerate(features):
    geometry = feature["geometry"]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for ring in (ring for part in parts for ring in part):
        for vertex in ring:
            owners[tuple(vertex)].add(index)
shared = collections.Counter()
for vertex_owners in owners.values():
    ordered = sorted(vertex_owners)
    for place, first in enumerate(ordered):
        for second in ordered[place + 1:]:
            shared[first, second] += 1
geod = pyproj.Geod(ellps="WGS84")
shapes = {}
print("code,other,shared_vertices,km")
for (first, second), count in sorted(shared.items(), key=lambda item: (codes[item[0][0]], codes[item[0][1]])):
    if provinces[first] == provinces[second] or "430000" not in (provinces[first], provinces[second]):
        continue
    for index in (first, second):
        if index not in shapes:
            shapes[index] = shape(features[index]["geometry"])
    common = shapely.intersection(shapes[first].boundary, shapes[second].boundary)
    inside, outside = (first, second) if provinces[first] == "430000" else (second, first)
    print(f"{codes[inside]},{codes[outside]},{count},{geod.geometry_length(common) / 1000:.4f}")
