#!/usr/bin/env python3
"""Asks for commute circles, reads the GeoPackage with geopandas, draws a map and a chart.

    pip install geopandas matplotlib
    python3 Examples/python/circles.py [folder]

The cells (# %%) run one by one in VS Code, Spyder or Jupyter (jupytext), too.
"""

# %% Ask the program. Everything it knows lies on this machine.
import pathlib
import subprocess
import sys

import geopandas
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plot

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out/python")
folder.mkdir(parents=True, exist_ok=True)
package = folder / "circles.gpkg"
subprocess.run(
    ["hinterland", "circle", "长株潭", "--within", "30,60,90", "--lang", "en", "-o", package],
    check=True,
    stdout=subprocess.DEVNULL,
)

# %% Layers are tables: circles, coverage (a row a county and circle), centres.
circles = geopandas.read_file(package, layer="circles")
coverage = geopandas.read_file(package, layer="coverage")
counties = coverage[coverage["level"] == "county"]
print(circles[["minutes", "area_km2", "people", "people_low", "people_high"]].to_string(index=False))

# %% Counts come from the table: an area measured on the drawn shape may differ a little.
equal_area = "+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +datum=WGS84"
drawn = circles.to_crs(equal_area).area / 1e6
difference = ((drawn - circles["area_km2"]) / circles["area_km2"]).abs().max()
print(f"drawn and counted areas differ by at most {difference:.2%}")

# %% Who is almost inside? Seats that the 60-minute circle misses by less than ten minutes.
hour = counties[counties["minutes"] == 60]
near = hour[hour["minutes_missing"].between(0, 10, inclusive="right")].sort_values("minutes_missing")
print(near[["code", "name", "minutes_missing"]].to_string(index=False))

# %% A map: counties by the share of their people within an hour, circles over them.
plot.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "Noto Sans CJK JP", "Source Han Sans SC", "SimHei", "DejaVu Sans"]
figure, (left, right) = plot.subplots(1, 2, figsize=(13, 6), width_ratios=[3, 2])
hour.plot("people_share", ax=left, cmap="YlOrBr", vmin=0, vmax=1, edgecolor="#9b9b93", legend=True)
circles.boundary.plot(ax=left, color=["#440154", "#3b528b", "#28ae80"][: len(circles)], linewidth=1.2)
left.set_axis_off()
left.set_title("Share of people within 60 minutes of 长株潭")

# %% A chart: people within, with the band of speeds 10 % lower and higher.
people = circles["people"] / 1e6
band = [people - circles["people_low"] / 1e6, circles["people_high"] / 1e6 - people]
right.bar(circles["minutes"].astype(int).astype(str), people, yerr=band, color="#3b528b", capsize=6)
right.set_xlabel("minutes")
right.set_ylabel("million people")
figure.tight_layout()
figure.savefig(folder / "circles.png", dpi=120)
print(f"wrote {folder / 'circles.png'}")
