#!/usr/bin/env python3
"""Times `hinterland data import --osm` against `osmium cat` on one extract, by turns.

    apt-get install osmium-tool
    python3 time_with_osmium.py HINTERLAND EXTRACT.osm.pbf [FOLDER-OF-EXTRACTS]

Seven rounds after one that is not counted, so that files are in memory: wall, user and system
seconds, medians and their ratio. With a folder also the peak memory of each import, the median of
three, and a line through memory by nodes of roads (least squares).
"""

import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS, PEAKS = 7, 3
ENDINGS = (".osm", ".osm.gz", ".osm.bz2", ".pbf")


def run(command):
    """Seconds of wall, user, system; MB at the most; what it printed."""
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        child = subprocess.Popen(
            [str(each) for each in command], stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            raise SystemExit(f"{command} ends with {child.returncode}")
        out.seek(0)
        text = out.read().decode()
    return (wall, used.ru_utime, used.ru_stime), used.ru_maxrss / 1024, text


def importing(program, extract, folder):
    return [
        program, "data", "import", "--osm", extract, "--lang", "en", "-o", folder / "x.hinterland"]


def race(program, extract, folder):
    """Both by turns, on one extract."""
    commands = {
        "hinterland": importing(program, extract, folder),
        "osmium cat": ["osmium", "cat", extract, "-o", folder / "x.pbf", "--overwrite"]}
    times = {key: [] for key in commands}
    print("load before", os.getloadavg())
    for turn in range(ROUNDS + 1):
        for key, command in commands.items():
            measured = run(command)[0]
            if turn:
                times[key].append(measured)
    print("load after ", os.getloadavg())
    medians = []
    for key, each in times.items():
        medians.append([statistics.median(column) for column in zip(*each)])
        print(
            f"{key}: wall " + " ".join(f"{t[0]:.2f}" for t in each)
            + " | median wall %.3f user %.3f system %.3f s" % tuple(medians[-1]))
    a, b = medians
    print("ratio wall %.2f, user %.2f, user + system %.2f" % (
        a[0] / b[0], a[1] / b[1], (a[1] + a[2]) / (b[1] + b[2])))


def objects(extract, kind):
    return subprocess.run(
        ["osmium", "fileinfo", "-e", "-g", f"data.count.{kind}", extract], check=True,
        capture_output=True, text=True).stdout.strip()


def memory(program, extracts, folder):
    """Peaks, and how they grow."""
    points = []
    for extract in extracts:
        runs = [run(importing(program, extract, folder)) for _ in range(PEAKS)]
        nodes = int(re.search(r"^(\d+) nodes of roads", runs[0][2], re.M)[1])
        wall, peak = (statistics.median(each) for each in zip(*((r[0][0], r[1]) for r in runs)))
        size = (folder / "x.hinterland").stat().st_size / 1e6
        print(
            f"{extract.name}: {nodes} nodes of roads of {objects(extract, 'nodes')} nodes, "
            f"{objects(extract, 'ways')} ways; peak {peak:.1f} MB; wall {wall:.2f} s; "
            f"dataset {size:.1f} MB")
        points.append((nodes / 1e6, peak))
    if len(points) > 1:
        slope, start = statistics.linear_regression(*zip(*points))
        print(f"line: {start:.1f} MB + {slope:.0f} MB a million nodes of roads")


def main():
    program, extract = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        race(program, extract, pathlib.Path(name))
        if len(sys.argv) > 3:
            found = sorted(pathlib.Path(sys.argv[3]).iterdir())
            extracts = [each for each in found if each.name.endswith(ENDINGS)]
            memory(program, extracts, pathlib.Path(name))


main()
