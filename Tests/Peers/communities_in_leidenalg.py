"""Modularity of ten real graphs by leidenalg 0.12.0 on igraph 1.0.0 (PyPI: leidenalg, python-igraph).

Usage: python communities_in_leidenalg.py GeoData Tests/Peers

Each graph is a province of the embedded dataset: counties that share two vertices or more, weights
exp(-km between their seats / 30), rounded to six decimals. Writes community_graphs.csv
(graph,from,to,weight) and communities_in_leidenalg.csv (graph,nodes,resolution,modularity): the best
of 20 seeds, each run until nothing improves. StudiesTests/CommunityFiguresTests reads both.
"""

import collections
import csv
import json
import math
import sys

import igraph
import leidenalg
import pyproj

data, out = sys.argv[1:3]
features = json.load(open(f"{data}/regions.geojson"))["features"]
seats = {row["adcode"]: (float(row["lon"]), float(row["lat"])) for row in csv.DictReader(open(f"{data}/seats.csv"))}
geod = pyproj.Geod(ellps="WGS84")
owners = collections.defaultdict(set)
province = {}
for feature in features:
    code = feature["properties"]["adcode"]
    province[code] = feature["properties"]["province_code"]
    geometry = feature["geometry"]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for vertex in (tuple(v) for part in parts for ring in part for v in ring):
        owners[vertex].add(code)
shared = collections.Counter()
for codes in owners.values():
    ordered = sorted(codes)
    for place, first in enumerate(ordered):
        for second in ordered[place + 1:]:
            shared[first, second] += 1
links = collections.defaultdict(list)
for (first, second), count in sorted(shared.items()):
    if count > 1 and province[first] == province[second]:
        km = geod.inv(*seats[first], *seats[second])[2] / 1000
        weight = round(math.exp(-km / 30), 6)
        if weight > 0:
            links[province[first]].append((first, second, weight))
with open(f"{out}/community_graphs.csv", "w") as graphs, open(f"{out}/communities_in_leidenalg.csv", "w") as results:
    graphs.write("graph,from,to,weight\n")
    results.write("graph,nodes,resolution,modularity\n")
    for name, edges in sorted(links.items()):
        for first, second, weight in edges:
            graphs.write(f"{name},{first},{second},{weight:.6f}\n")
        graph = igraph.Graph.TupleList(edges, weights=True)
        for resolution in (0.5, 1.0, 2.0):
            best = -1.0
            for seed in range(20):
                found = leidenalg.find_partition(
                    graph, leidenalg.RBConfigurationVertexPartition, weights="weight",
                    resolution_parameter=resolution, n_iterations=-1, seed=seed)
                best = max(best, found.quality() / (2 * sum(graph.es["weight"])))
            if resolution == 1:
                assert abs(found.quality() / (2 * sum(graph.es["weight"])) - graph.modularity(found, weights="weight")) < 1e-9
            results.write(f"{name},{graph.vcount()},{resolution},{best:.9f}\n")
