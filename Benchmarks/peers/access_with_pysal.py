#!/usr/bin/env python3
"""Times `hinterland access counties` beside the same with PySAL and scipy, on the same tables.

    python3 -m venv venv && venv/bin/pip install -r access-requirements.txt
    venv/bin/python access_with_pysal.py HINTERLAND [GEODATA]

HINTERLAND is the program, GEODATA the folder of its tables (../../GeoData). Both sides go from the
tables to the weighted average time, the potential, the daily reach and two transport performances of
964 counties, their Gini, Theil, Moran's I and local Moran. The peers' side is the usual recipe:
seats snapped to the nearest node of the roads, Dijkstra from each, expressways entered at any node
they share with another road, nothing for terminals, last legs, water or speeds by ten per cent. The
seconds are of the wall clock and of the processor, of one run each.

At the end esda works out Moran's I of this program's own columns, with neighbours that libpysal finds; what
differs by more than a unit of the last decimal it writes ends the script with 1.
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import warnings

import geopandas
import numpy as np
import pandas as pd
from esda import Moran, Moran_Local
from inequality.gini import Gini
from inequality.theil import TheilD
from libpysal.weights import W, Rook
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

warnings.filterwarnings("ignore", category=RuntimeWarning)  # places without a neighbour
KMH = {"expressway": 100, "main": 60}
PERMUTATIONS, LOCAL = 999, 9_999
clock = {}


class Timed:
    """Adds wall and processor seconds of a block to `clock`."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.start = time.perf_counter(), time.process_time()

    def __exit__(self, *_):
        clock[self.name] = (
            time.perf_counter() - self.start[0], time.process_time() - self.start[1])


def on_sphere(lon, lat):
    lon, lat = np.radians(lon), np.radians(lat)
    return np.c_[np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)] * 6371.0088


def spread(values, groups, weights, seed):
    """What both sides say of a column; every place counts once."""
    np.random.seed(seed)
    moran = Moran(values, weights, permutations=PERMUTATIONS)
    local = Moran_Local(values, weights, permutations=LOCAL, seed=seed, n_jobs=1)
    return {
        "gini": Gini(values).g, "theil": TheilD(values, groups).T, "moran": moran.I,
        "local": local.Is,
    }


def peers(folder):
    with Timed("read"):
        seats = pd.read_csv(folder / "seats.csv", dtype={"adcode": str})
        people = pd.read_csv(folder / "population.csv", dtype={"adcode": str})
        seats = seats.merge(people[["adcode", "population_2020"]], on="adcode").dropna(
            subset=["lon", "population_2020"]).reset_index(drop=True)
        nodes = pd.read_csv(folder / "roads_nodes.csv")
        edges = pd.read_csv(folder / "roads_edges.csv")
        shapes = geopandas.read_file(folder / "regions.geojson")
    with Timed("network"):
        place = pd.Series(np.arange(len(nodes)), index=nodes["id"])
        tail, head = place[edges["from"]].to_numpy(), place[edges["to"]].to_numpy()
        minutes = edges["km"].to_numpy() / edges["class"].map(KMH).fillna(60).to_numpy() * 60
        both = (np.r_[tail, head], np.r_[head, tail])
        graph = coo_matrix((np.r_[minutes, minutes], both), shape=(len(nodes),) * 2).tocsr()
        # Nobody steps off an expressway between its interchanges: snap to ordinary roads.
        ordinary = np.unique(np.r_[tail, head][np.tile(edges["class"] != "expressway", 2)])
        at = cKDTree(on_sphere(nodes["lon"], nodes["lat"])[ordinary])
        snapped = ordinary[at.query(on_sphere(seats["lon"], seats["lat"]))[1]]
    with Timed("times"):
        origins, row = np.unique(snapped, return_inverse=True)
        times = dijkstra(graph, indices=origins)[:, snapped][row]
        times = np.maximum(times, 5.0)
    with Timed("indicators"):
        mass = seats["population_2020"].to_numpy(float)
        xyz = on_sphere(seats["lon"], seats["lat"])
        km = np.linalg.norm(xyz[:, None] - xyz[None], axis=2)
        reached = np.isfinite(times)
        columns = {
            "watt": np.where(reached, times, 0) @ mass / (reached @ mass),
            "potential": (1 / times) @ mass}
        for limit in (60, 120, 180, 90):
            columns[f"within {limit}"] = (times <= limit) @ mass
        for limit, radius in ((90, 120), (60, 80)):
            columns[f"performance {limit}"] = ((times <= limit) @ mass) / ((km <= radius) @ mass)
    with Timed("neighbours"):
        order = seats[["adcode"]].merge(shapes[["adcode", "geometry"]], on="adcode", how="left")
        weights = Rook.from_dataframe(
            geopandas.GeoDataFrame(order, geometry="geometry"), use_index=False,
            silence_warnings=True)
        weights.transform = "r"
    with Timed("spread"):
        groups = seats["adcode"].str[:2].to_numpy()
        for values in columns.values():
            spread(values, groups, weights, seed=1)


def hinterland(program, folder, out):
    command = [
        program, "access", "counties", "--indicator", "watt,potential,daily,transport-performance",
        "--data", str(folder), "--json", "-o", str(out / "access.csv")]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with open(out / "answer.json", "w") as answer:
        subprocess.run(command, check=True, stdout=answer, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, processor


def agree(folder, out):
    """Moran's I of this program's columns, by esda over neighbours counted from shared vertices."""
    table = pd.read_csv(out / "access.csv", dtype={"code": str})
    said = {row["variable"]: row for row in json.load(open(out / "answer.json"))["spread"]}
    shapes = geopandas.read_file(folder / "regions.geojson").set_index("adcode")
    rook = Rook.from_dataframe(
        shapes.loc[table["code"]].reset_index(), use_index=False, silence_warnings=True)
    worst = 0.0
    for name, row in said.items():
        known = table[name].notna().to_numpy()
        number = {old: new for new, old in enumerate(np.flatnonzero(known))}
        weights = W(
            {number[i]: [number[j] for j in rook.neighbors[i] if j in number] for i in number},
            silence_warnings=True)
        weights.transform = "r"
        moran = Moran(table.loc[known, name].to_numpy(), weights, permutations=0).I
        worst = max(worst, abs(moran - row["moran"]))
        print(f"  {name:36} Moran's I {row['moran']:.4f}, esda {moran:.6f}")
    return worst


def main():
    program = sys.argv[1]
    here = pathlib.Path(__file__).resolve().parent
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here / "../../GeoData"
    with tempfile.TemporaryDirectory() as name:
        out = pathlib.Path(name)
        with Timed("all"):
            peers(folder)
        ours = hinterland(program, folder, out)
        print(f"{'':12} {'wall s':>8} {'processor s':>12}")
        for step, (wall, processor) in clock.items():
            print(f"{'peers ' + step:18} {wall:8.1f} {processor:10.1f}")
        print(f"{'hinterland all':18} {ours[0]:8.1f} {ours[1]:10.1f}")
        worst = agree(folder, out)
        print(f"largest difference of Moran's I: {worst:.6f}")
        sys.exit(1 if worst > 1e-4 else 0)


main()
