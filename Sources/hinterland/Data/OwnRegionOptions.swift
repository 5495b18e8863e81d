import ArgumentParser
import GeoIO
import Shapes
import Studies

/// What is laid over the roads of an import: regions, people, tables.
struct OwnRegionOptions: ParsableArguments {
  @Option(
    help: "A layer of counties or the like, in any format and reference system that GDAL reads.",
    completion: .file())
  var regions: String?

  @Option(help: "Its layer, where the file has several.")
  var layer: String?

  @Option(
    help:
      "How a shapefile writes its texts, such as ISO-8859-1; otherwise as it says, UTF-8 or GBK.")
  var encoding: String?

  @Option(
    name: .customLong("code-column"),
    help: "Its column of codes; otherwise adcode, gb, code, ADM3_PCODE, GID_3 and the like.")
  var codeColumn: String?

  @Option(
    name: .customLong("name-column"),
    help: "Its column of names; otherwise name, NAME_3, ADM3_ZH and the like.")
  var nameColumn: String?

  @Option(
    name: .customLong("prefecture-column"),
    help: "Its column of prefectures; otherwise as usual, or by the first four of six digits.")
  var prefectureColumn: String?

  @Option(
    name: .customLong("province-column"),
    help: "Its column of provinces; otherwise as usual, or by the first two of six digits.")
  var provinceColumn: String?

  @Flag(name: .customLong("from-gcj02"), help: "The layer is drawn in GCJ-02; bring it to WGS 84.")
  var isFromGCJ02 = false

  @Flag(name: .customLong("from-bd09"), help: "The layer is drawn in BD-09; bring it to WGS 84.")
  var isFromBD09 = false

  @Flag(
    name: .customLong("as-drawn"), help: "Take the layer as it is, whatever it seems to be in.")
  var isAsDrawn = false

  @Option(
    help: "People: a raster, or a .csv or .xlsx with people by code or name, or by lon and lat.",
    completion: .file())
  var population: String?

  @Option(
    name: .customLong("population-unit"),
    help: "What a raster's cells hold: count, or density (people a km²).")
  var populationUnit = "count"

  @Option(name: .customLong("population-column"), help: "The column of a table that holds people.")
  var populationColumn: String?

  @Option(help: "A table of people by unit that the sums are checked against.")
  var totals: String?

  @Option(
    help: """
      A .csv or .xlsx with a row a county (code or name) whose columns of numbers become weights: GDP, \
      jobs, beds; repeatable.
      """,
    completion: .file(extensions: ["csv", "xlsx"]))
  var table: [String] = []

  /// Whether nothing is laid over what is imported.
  var areAllMissing: Bool { regions == nil && population == nil && table.isEmpty }

  /// What to lay over the roads; `hasRegions` says that regions come with them.
  func files(hasRegions: Bool) throws(UsageError) -> OwnRegionFiles {
    let ways = [isFromGCJ02, isFromBD09, isAsDrawn].count { $0 }
    guard ways <= 1 else {
      throw UsageError("--from-gcj02, --from-bd09 and --as-drawn exclude each other; give one.")
    }
    let aboutRegions = [layer, encoding, codeColumn, nameColumn, prefectureColumn, provinceColumn]
    guard regions != nil || (ways == 0 && aboutRegions.allSatisfy { $0 == nil }) else {
      throw UsageError("Columns, layers and reference systems are those of --regions; give it.")
    }
    guard regions != nil || hasRegions || (population == nil && table.isEmpty) else {
      throw UsageError("--population and --table need regions to stand on; give --regions.")
    }
    guard !(hasRegions && regions != nil) else {
      throw UsageError("--tables brings regions of its own; give it or --regions.")
    }
    guard ["count", "density"].contains(populationUnit) else {
      throw UsageError(
        "--population-unit is '\(populationUnit.prefix(30))'; give count or density.")
    }
    guard population != nil || (totals == nil && populationColumn == nil) else {
      throw UsageError("--totals and --population-column are about --population; give it.")
    }
    return OwnRegionFiles(
      regions: regions,
      columns: RegionFile.Options(
        layer: layer, encoding: encoding, code: codeColumn, name: nameColumn,
        prefecture: prefectureColumn,
        province: provinceColumn, datum: isFromGCJ02 ? .gcj02 : isFromBD09 ? .bd09 : nil),
      isAsDrawn: isAsDrawn,
      population: population.map {
        PopulationFile(
          path: $0, isDensity: populationUnit == "density", column: populationColumn,
          totals: totals)
      }, tables: table)
  }
}
