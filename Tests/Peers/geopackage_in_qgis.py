#!/usr/bin/env python3
"""Opens a GeoPackage of circles in QGIS without a window, and runs the Processing script there.

    python3 geopackage_in_qgis.py path/to/hinterland [picture.png]

Fails where a layer does not open, is empty, has lost a feature or its reference system, or opens
without the style that lies in the package. Needs Debian's python3-qgis.
"""

import importlib.util
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

SCRIPT = pathlib.Path(__file__).parents[2] / "Examples" / "qgis" / "hinterland_circle.py"
LAYERS = ["coverage", "circles", "centres"]


def check(is_so, words):
    if not is_so:
        raise SystemExit(f"geopackage_in_qgis: {words}")


def opened(package, name):
    layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
    check(layer.isValid(), f"layer {name} does not open")
    words, has_style = layer.loadDefaultStyle()
    check(has_style, f"layer {name} has no style: {words}")
    with sqlite3.connect(package) as rows:
        count = rows.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
    check(layer.featureCount() == count > 0, f"{name}: {layer.featureCount()} of {count} features")
    check(layer.crs().authid() == "EPSG:4490", f"{name} is in {layer.crs().authid()}")
    shown = layer.renderer().type()
    print(f"{name}: {count} features, drawn as {shown}, {layer.crs().authid()}")
    return layer


def picture(layers, path):
    settings = QgsMapSettings()
    settings.setLayers([layers[name] for name in ("centres", "circles", "coverage")])
    settings.setDestinationCrs(layers["circles"].crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(1000, 800))
    settings.setExtent(layers["circles"].extent())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = {image.pixel(x, y) for x in range(0, 1000, 10) for y in range(0, 800, 10)}
    check(len(colours) > 3, f"the map has {len(colours)} colours")
    if path:
        image.save(path)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    application = QgsApplication([], False)
    application.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        package = str(pathlib.Path(folder) / "circles.gpkg")
        command = [program, "circle", "长株潭", "--within", "30,60", "--crs", "EPSG:4490"]
        subprocess.run([*command, "-o", package], check=True, stdout=subprocess.DEVNULL)
        layers = {name: opened(package, name) for name in LAYERS}
        picture(layers, sys.argv[2] if len(sys.argv) > 2 else None)

        spec = importlib.util.spec_from_file_location("hinterland_circle", SCRIPT)
        script = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(script)
        algorithm = script.HinterlandCircle().create()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        again = str(pathlib.Path(folder) / "again.gpkg")
        asked = {"PLACES": "长株潭", "MINUTES": "30,60", "PROGRAM": program, "OUTPUT": again}
        results, is_well = algorithm.run(asked, context, QgsProcessingFeedback())
        check(is_well and results["OUTPUT"] == again, f"the Processing script failed: {results}")
        check(
            pathlib.Path(again).read_bytes() == pathlib.Path(package).read_bytes(),
            "the Processing script's package differs",
        )
        print("the Processing script gives the same bytes")
        for wrong in ({"PLACES": "长砂"}, {"PROGRAM": "no-such-program"}):
            feedback = QgsProcessingFeedback()
            try:
                _, is_well = algorithm.run({**asked, **wrong}, context, feedback)
            except Exception:
                is_well = False
            check(not is_well, f"{wrong} was not refused")
        layers.clear()
    application.exitQgis()


main()
