#!/usr/bin/env python3
"""Asks every question once, writes every format, and opens the files with other programs.

    python3 formats_in_gdal.py path/to/hinterland [question …]

Fails where a file cannot be opened, layers and sheets tell different figures, a shape is invalid, a
layer has no style or one that names no field, a sheet holds a formula, or a second run gives other
bytes. Needs `ogrinfo` (gdal-bin), and pyogrio 0.10.0, shapely 2.0.6 and openpyxl 3.1.5 from PyPI.
"""

import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import openpyxl
import pyogrio
import pyogrio.raw
import shapely

LINKS = pathlib.Path(__file__).parents[2] / "Examples" / "links"
FACILITIES = "kind,lon,lat\nschool,112.98,28.20\nschool,113.02,28.22\nclinic,112.99,28.19\n"

QUESTIONS = {
    "circle": "circle 长株潭 --within 30,60 --crs EPSG:4490",
    "each": "circle 长株潭 --within 30 --each --crs EPSG:4526",
    "rail": "circle 长沙 --within 90 --mode rail",
    "both": "circle 怀化 --within 60 --mode road-door,rail-door",
    "air": "circle 长沙 --within 120,180 --mode air",
    "walk": "circle 芙蓉区 --within 5,15 --mode walk --facilities FACILITIES",
    "route": "route 长沙 怀化 --mode road-door,rail-door,rail",
    "matrix": "matrix 长沙 株洲 湘潭 --to 怀化 岳阳",
    "border": "border 龙凤 --within 60",
    "band": "border 湖南 --within 60",
    "corridor": "corridor 渝厦高铁 --within 15,30",
    "access": "access 长沙 株洲 湘潭 岳阳 怀化 --indicator watt,potential",
    "nearest": "access 长沙 株洲 湘潭 --nearest interchange,station",
    "structure": "access 长沙 株洲 湘潭 --structure",
    "cohesion": "access 长株潭 3+5 --cohesion",
    "compare": f"compare {LINKS}/L022-tongren-xinhuang-tianzhu-expressway.yaml --of 怀化 --within 60",
    "rank": f"compare {LINKS}/L022-tongren-xinhuang-tianzhu-expressway.yaml "
    f"{LINKS}/L023-anhua-xupu-expressway.yaml --of 怀化 --rank --budget 300",
    "closures": "compare --close-each expressway --of 怀化",
    "explain": "explain 沅陵县 --of 怀化",
}
FORMATS = ["gpkg", "xlsx", "shp", "fgb", "geojson"]


def run(binary, words, folder):
    folder.mkdir()
    facilities = folder / "facilities.csv"
    facilities.write_text(FACILITIES, encoding="utf-8")
    command = [binary] + [w.replace("FACILITIES", str(facilities)) for w in words.split()]
    for ending in FORMATS:
        command += ["-o", str(folder / f"a.{ending}")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, f"{words}: {done.returncode} {done.stderr}"
    return {file.name: file.read_bytes() for file in folder.iterdir() if file != facilities}


def layer(path, name=None):
    meta, _, shapes, columns = pyogrio.raw.read(path, layer=name)
    fields = {key: list(values) for key, values in zip(meta["fields"], columns)}
    return meta, shapely.from_wkb(shapes) if shapes is not None else None, fields


def plain(value):
    """One spelling of nothing, of numbers and of flags."""
    if value is None or value != value:
        return None
    if isinstance(value, (bool, int, float)) or hasattr(value, "dtype"):
        return round(float(value), 6)
    return value


def check(words, folder):
    package = folder / "a.gpkg"
    told = subprocess.run(["ogrinfo", "-ro", "-so", "-al", package], capture_output=True, text=True)
    assert told.returncode == 0 and not told.stderr, f"{words}: {told.stderr}"
    names = [str(name) for name, _ in pyogrio.list_layers(package)]
    assert names[-2:] == ["layer_styles", "hinterland"], f"{words}: {names}"
    tables = names[:-2]
    layers = {name: layer(package, name) for name in tables}
    with sqlite3.connect(package) as database:
        styles = database.execute(
            "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles"
        ).fetchall()
        geometry = dict(
            database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchall()
        )
        about = dict(database.execute("SELECT name, value FROM hinterland").fetchall())
        assert len(set(database.execute("SELECT last_change FROM gpkg_contents"))) == 1
    assert about["question"] in ("rank", "close-each") or about["question"] == words.split()[0]
    drawn = [name for name in tables if layers[name][1] is not None and len(layers[name][1])]
    assert {style[0] for style in styles} == set(drawn), f"{words}: {[s[0] for s in styles]}"
    for name, column, default, qml in styles:
        assert geometry[name] == column and default == 1
        renderer = xml.fromstring(qml.split("\n", 1)[1]).find("renderer-v2")
        symbols = renderer.findall("symbols/symbol")
        assert symbols and all(symbol.find("layer/Option") is not None for symbol in symbols)
        if "attr" in renderer.attrib:
            figure = renderer.attrib["attr"]
            fields = re.findall('"(.*?)"', figure) or [figure]
            assert set(fields) <= set(layers[name][2]), f"{words}: {figure}"
            classes = renderer.findall("categories/category") + renderer.findall("ranges/range")
            assert len(classes) == len(symbols), f"{words}: {name}"
    for name in drawn:
        shapes = [shape for shape in layers[name][1] if shape is not None]
        assert all(shapely.is_valid(shapes)), f"{words}: {name} has an invalid shape"

    book = openpyxl.load_workbook(folder / "a.xlsx")
    assert book.sheetnames == tables + ["hinterland"], f"{words}: {book.sheetnames}"
    assert all(c.data_type != "f" for sheet in book for row in sheet for c in row), words
    for name in tables:
        head, *rows = book[name].iter_rows(values_only=True)
        fields = layers[name][2]
        assert list(head) == list(fields) and len(rows) == len(next(iter(fields.values()))), name
        for key, cells in zip(head, zip(*rows)):
            cells, values = [plain(c) for c in cells], [plain(v) for v in fields[key]]
            assert cells == values, f"{words}: {name}.{key} {cells[:3]} {values[:3]}"

    first = drawn[0]
    for ending in ["shp", "fgb"]:
        path = folder / f"a.{ending}"
        meta, shapes, fields = layer(path)
        rows = layers[first][1]
        # FlatGeobuf has no place for a row without a shape.
        expected = [s for s in rows if s is not None] if ending == "fgb" else rows
        assert len(shapes) == len(expected), f"{words}: {ending}"
        assert meta["crs"] == layers[first][0]["crs"] or ending == "shp", f"{words}: {meta['crs']}"
        assert "hinterland" in path.with_name(path.name + ".json").read_text(encoding="utf-8")
    points = sum(len(layers[name][1]) for name in drawn)
    counts = ", ".join(f"{name} {len(next(iter(layers[name][2].values())))}" for name in tables)
    print(f"{words}: {counts}; {points} shapes, {layers[first][0]['crs']}")


binary = sys.argv[1]
wanted = sys.argv[2:] or list(QUESTIONS)
with tempfile.TemporaryDirectory() as place:
    for name in wanted:
        folder = pathlib.Path(place) / name
        files = run(binary, QUESTIONS[name], folder)
        check(QUESTIONS[name], folder)
        again = run(binary, QUESTIONS[name], folder.with_name(name + "-again"))
        different = [key for key in files if files[key] != again[key]]
        facilities = "FACILITIES" in QUESTIONS[name]
        assert facilities or not different, f"{name}: {different} differ in a second run"
print(f"{len(wanted)} questions, {len(FORMATS)} formats each: as they should be")
