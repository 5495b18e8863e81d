"""A QGIS Processing script: commute circles of named places, loaded with their styles.

Processing Toolbox > Scripts > Add Script to Toolbox…, then choose this file; or without a window

    qgis_process run script:hinterlandcircle -- PLACES=长株潭 MINUTES=30,60 OUTPUT=circles.gpkg

(Debian 12: `qgis_process.bin`, its wrapper passes a word that QGIS 3.22 does not know.) The program
`hinterland` is looked for on the path; another place is given as PROGRAM.
"""

import shutil
import subprocess

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsVectorLayer,
)


class HinterlandCircle(QgsProcessingAlgorithm):
    MODES = ["road-door", "road", "rail-door", "road-door,rail-door"]
    LAYERS = ["coverage", "circles", "centres"]

    def createInstance(self):
        return HinterlandCircle()

    def name(self):
        return "hinterlandcircle"

    def displayName(self):
        return "通勤圈 Commute circles"

    def shortHelpString(self):
        return (
            "Who and what lies within some minutes of one or many places, named as plans write them: "
            "长沙, 长株潭, 430100. 以规划中的名称给出中心。"
        )

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterString("PLACES", "中心 Places", "长株潭"))
        self.addParameter(QgsProcessingParameterString("MINUTES", "分钟 Minutes", "30,60"))
        self.addParameter(
            QgsProcessingParameterEnum("MODE", "方式 Mode", options=self.MODES, defaultValue=0)
        )
        self.addParameter(
            QgsProcessingParameterString("CRS", "坐标系 Reference system", "EPSG:4490")
        )
        self.addParameter(QgsProcessingParameterString("PROGRAM", "程序 Program", "hinterland"))
        self.addParameter(
            QgsProcessingParameterFileDestination("OUTPUT", "结果 GeoPackage", "GeoPackage (*.gpkg)")
        )
        for layer in self.LAYERS:
            self.addOutput(QgsProcessingOutputVectorLayer(layer.upper(), layer))

    def processAlgorithm(self, parameters, context, feedback):
        text = lambda key: self.parameterAsString(parameters, key, context)
        output = self.parameterAsFileOutput(parameters, "OUTPUT", context)
        program = shutil.which(text("PROGRAM"))
        if program is None:
            raise QgsProcessingException(
                f"There is no program '{text('PROGRAM')}' on the path; install hinterland, or give PROGRAM."
            )
        command = [program, "circle", *text("PLACES").split(), "--within", text("MINUTES")]
        command += ["--mode", self.MODES[self.parameterAsEnum(parameters, "MODE", context)]]
        command += ["--crs", text("CRS"), "-o", output]
        feedback.pushCommandInfo(" ".join(command))
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        if done.returncode != 0:
            raise QgsProcessingException(done.stderr.strip())
        feedback.pushInfo(done.stdout)
        results = {"OUTPUT": output}
        for name in self.LAYERS:
            # The GeoPackage holds how each layer looks: QGIS takes it up on opening.
            layer = QgsVectorLayer(f"{output}|layername={name}", name, "ogr")
            if not layer.isValid():
                raise QgsProcessingException(f"{output} has no layer {name}.")
            feedback.pushInfo(
                f"{name}: {layer.featureCount()} features, {layer.renderer().type()}, "
                f"{layer.crs().authid()}"
            )
            context.temporaryLayerStore().addMapLayer(layer)
            context.addLayerToLoadOnCompletion(
                layer.id(),
                QgsProcessingContext.LayerDetails(name, context.project(), name.upper()),
            )
            results[name.upper()] = layer.id()
        return results
