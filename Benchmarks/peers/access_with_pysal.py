#!/usr/bin/env python3
"""The ten-province access run with Python's libraries, to hold `hinterland access counties` against.

    python3 -m venv venv && venv/bin/pip install -r ../../Tests/Peers/access/requirements.txt
    venv/bin/python access_with_pysal.py times.csv access.csv regions.geojson

`times.csv` is `hinterland matrix counties --centre-at seat`, `access.csv` is `hinterland access
counties`. Times are python-igraph's part to make: with --roads FOLDER (GeoData) the script first
searches the same road graph from the node nearest to each seat, which leaves out last legs, water and
terminal minutes. Then it works the indicators out from `times.csv` by numpy and PySAL's access,
esda and inequality, and compares them with our columns. Prints seconds and peak memory.
"""

import argparse
import resource
import time

import esda
import igraph
import inequality
import libpysal
import numpy
import pandas


def clock(name, started):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name}: {time.perf_counter() - started:.2f} s, peak {peak:.0f} MB", flush=True)


def search(folder, seats):
    """Minutes between the nodes nearest to the seats, by igraph's Dijkstra."""
    started = time.perf_counter()
    nodes = pandas.read_csv(f"{folder}/roads_nodes.csv")
    edges = pandas.read_csv(f"{folder}/roads_edges.csv")
    speed = edges["class"].map({"expressway": 100.0, "main": 60.0})
    graph = igraph.Graph(n=len(nodes), edges=edges[["from", "to"]].to_numpy())
    minutes = (edges["km"] / speed * 60).to_numpy()
    lon, lat = nodes["lon"].to_numpy(), nodes["lat"].to_numpy()
    nearest = [
        int(numpy.argmin(((lon - x) * numpy.cos(numpy.radians(y))) ** 2 + (lat - y) ** 2))
        for x, y in seats[["lon", "lat"]].to_numpy()
    ]
    unique = sorted(set(nearest))
    graph.distances(unique, unique, weights=minutes, algorithm="dijkstra")
    clock(f"igraph: {len(unique)} searches on {len(nodes)} nodes", started)


def indicators(times, ours):
    started = time.perf_counter()
    codes = ours["code"].astype(str).to_list()
    place = {code: index for index, code in enumerate(codes)}
    matrix = numpy.full((len(codes), len(codes)), numpy.inf)
    rows, columns = times["from"].astype(str).map(place), times["to"].astype(str).map(place)
    matrix[rows, columns] = times["minutes"].fillna(numpy.inf)
    people = ours["people"].fillna(0).to_numpy()
    # A place is half the radius of its disc from itself, at 60 km/h; no trip is below 5 minutes.
    inner = ours["self_minutes"].to_numpy()
    numpy.fill_diagonal(matrix, inner)
    matrix = numpy.maximum(matrix, 5)
    finite = numpy.isfinite(matrix)
    reached = finite @ people
    watt = numpy.where(finite, matrix, 0) @ people / numpy.maximum(reached, 1)
    watt[reached < people.sum() / 2] = numpy.nan
    found = {
        "watt_people": watt,
        "potential_people": (1 / matrix) @ people,
        "people_60min": (matrix <= 60) @ people,
        "people_180min": (matrix <= 180) @ people,
    }
    clock("numpy: indicators", started)
    return found


def statistics(ours, geometry):
    started = time.perf_counter()
    import geopandas

    shapes = geopandas.read_file(geometry)[["adcode", "geometry"]]
    shapes["adcode"] = shapes["adcode"].astype(str)
    shapes = shapes.set_index("adcode").loc[ours["code"].astype(str)]
    clock("geopandas: polygons", started)
    started = time.perf_counter()
    weights = libpysal.weights.Rook.from_dataframe(shapes.reset_index(), silence_warnings=True)
    clock("libpysal: neighbours", started)
    started = time.perf_counter()
    for column in ["watt_people", "potential_people", "people_60min"]:
        known = ours[column].notna().to_numpy()
        part = libpysal.weights.w_subset(weights, list(numpy.flatnonzero(known)), silence_warnings=True)
        part.transform = "r"
        values = ours.loc[known, column].to_numpy()
        moran = esda.Moran(values, part, permutations=999)
        esda.Moran_Local(values, part, permutations=999, seed=1)
        gini = inequality.gini.Gini(values).g
        print(f"{column}: Moran's I {moran.I:.4f}, p {2 * moran.p_sim:.3f}, Gini of places {gini:.4f}")
    clock("esda, inequality: 3 columns, 999 permutations", started)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("times")
    parser.add_argument("access")
    parser.add_argument("regions")
    parser.add_argument("--roads")
    options = parser.parse_args()
    started = time.perf_counter()
    ours = pandas.read_csv(options.access, dtype={"code": str})
    times = pandas.read_csv(options.times, dtype={"from": str, "to": str})
    clock("pandas: reading the tables", started)
    if options.roads:
        seats = pandas.read_csv(f"{options.roads}/seats.csv")
        search(options.roads, seats)
    import geopandas

    shapes = geopandas.read_file(options.regions)
    area = shapes.to_crs("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=WGS84").area / 1e6
    area.index = shapes["adcode"].astype(str)
    ours["self_minutes"] = 0.5 * numpy.sqrt(area.loc[ours["code"]].to_numpy() / numpy.pi)
    for name, theirs in indicators(times, ours).items():
        column = ours[name].to_numpy()
        both = numpy.isfinite(column) & numpy.isfinite(theirs)
        apart = numpy.max(numpy.abs(column[both] / theirs[both] - 1))
        print(f"{name}: {both.sum()} places, at most {apart:.1e} of itself apart")
    statistics(ours, options.regions)


main()
