/// What can be wrong with a file, in a sentence that names it, the value, and the way out.
public enum GeoIOError: Error, Hashable, Sendable {
  case fileNotFound(path: String)
  case notReadable(path: String, words: String)
  case fileTooLarge(path: String, bytes: Int, limit: Int)
  case notUTF8(path: String, row: Int)
  case openQuote(path: String, row: Int)
  case wrongFieldCount(path: String, row: Int, found: Int, expected: Int)
  case noHeader(path: String)
  case isAnInput(path: String)
  case otherSeparator(path: String, name: String)
  case missingColumn(String, path: String, found: [String])
  case badValue(String, column: String, row: Int, path: String, expected: String)
  case notGeoJSON(path: String, words: String)
  /// A file that does not say how it was asked for.
  case notAResult(path: String, words: String)
  case notDegrees(path: String, words: String)
  case crossingPolygon(path: String, words: String)
  case noPolygons(path: String)
  case noPoints(path: String)
  case noLines(path: String, words: String)
  case notText(path: String)
  case notALayer(path: String, words: String)
  case noSuchLayer(String, path: String, layers: [String])
  case notARaster(path: String, words: String)
  case noUnitColumn(String, option: String, path: String, found: [String])
  case codeTwice(String, path: String)
  case unitTwice(String, path: String)
  case unitsOutside(path: String, words: String)
  case shiftedRegions(path: String, datum: String, meters: Int, option: String)
  case noPeople(path: String, words: String)
  case otherTotals(path: String, totals: String, ratio: String, advice: String)
  case tooManyPeople(path: String, unit: String, people: String)
  case rasterTooFine(path: String, words: String)
  case columnTwice(String, path: String)
  case noneJoined(path: String, example: String)
  case noDataset(looked: [String])
  case notOSM(path: String, words: String)
  case unknownExtract(path: String, known: [String])
  case noRoads(path: String)
  case tooManyRoutes(limit: Int)
  case acrossTheDateLine(path: String)
  case notADatasetFile(path: String)
  case otherDatasetVersion(path: String, found: Int, known: Int)
  case damagedDataset(path: String, words: String)
  case nothingToExport(layer: String)
  case folderInTheWay(path: String, words: String)
  case notCarried(part: String, words: String)
  case unknownEnding(path: String, known: [String])
  case cannotWrite(path: String, words: String)
  case noGDAL(words: String)
  case cannotMake(format: String, words: String)
  case noSheetTool(format: String)
  case notAReferenceSystem(text: String)
  case unknownReferenceSystem(code: Int)
}

extension GeoIOError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fileNotFound(let path):
      "There is no file at \(path); check the path."
    case .notReadable(let path, let words):
      "\(path) cannot be read (\(words)); check that it is a file and may be read."
    case .fileTooLarge(let path, let bytes, let limit):
      "\(path) has \(bytes) bytes, over the limit of \(limit); give a smaller extract."
    case .notUTF8(let path, let row):
      "Line \(row) of \(path) is not UTF-8; save the file as UTF-8."
    case .openQuote(let path, let row):
      "The quotation mark opened on line \(row) of \(path) is not closed at its field's end; "
        + "double those inside."
    case .wrongFieldCount(let path, let row, let found, let expected):
      "Line \(row) of \(path) has \(found) fields where the header has \(expected); "
        + "quote fields that hold commas."
    case .noHeader(let path): "\(path) has no header; its first line names the columns."
    case .isAnInput(let path):
      "\(path) is one of the files that are read; give the output another name."
    case .otherSeparator(let path, let name):
      "\(path) has \(name) between its fields; save it with commas between them and points in its "
        + "decimals."
    case .missingColumn(let column, let path, let found):
      "\(path) has no column '\(column)'; it has \(found.prefix(30).joined(separator: ", ")). Add it."
    case .badValue(let value, let column, let row, let path, let expected):
      "Line \(row) of \(path) has \(column) '\(value)'; give \(expected)."
    case .notGeoJSON(let path, let words):
      "\(path) is not GeoJSON (\(words)); give a FeatureCollection in longitude and latitude."
    case .notAResult(let path, let words):
      "\(path) is no result that can be asked again (\(words)); give a .geojson or .csv as it was "
        + "written."
    case .notDegrees(let path, let words):
      "\(path) holds positions that are not degrees (\(words)); save it in EPSG:4326, "
        + "longitude first."
    case .crossingPolygon(let path, let words):
      "\(path) holds a polygon that is not valid (\(words)); mend it, as with QGIS's Fix geometries."
    case .noPolygons(let path):
      "\(path) holds no polygon; give a layer of areas."
    case .noPoints(let path):
      "\(path) holds no point; give a layer of points, or a .csv with lon and lat."
    case .noLines(let path, let words):
      "\(path) holds no line that becomes a road (\(words)); give a layer of lines with a class, a "
        + "speed or minutes."
    case .notText(let path):
      "\(path) holds text that is neither UTF-8 nor GBK; save it as UTF-8."
    case .notALayer(let path, let words):
      "\(path) cannot be read as a layer or table (\(words)); open it in QGIS and save it as .gpkg."
    case .noSuchLayer(let named, let path, let layers):
      "\(path) has no layer '\(named.prefix(60))'; its layers are "
        + "\(layers.prefix(20).joined(separator: ", "))."
    case .notARaster(let path, let words):
      "\(path) cannot be read as a raster (\(words)); give a GeoTIFF that knows where it lies."
    case .noUnitColumn(let what, let option, let path, let found):
      "\(path) has no column that is known to hold \(what); it has "
        + "\(found.prefix(30).joined(separator: ", ")). Name yours with \(option)."
    case .codeTwice(let code, let path):
      "\(path) has the code '\(code.prefix(60))' on more than one row; dissolve the layer by its codes, "
        + "or name another column with --code-column."
    case .unitTwice(let unit, let path):
      "\(path) speaks of '\(unit.prefix(60))' on more than one row; leave it one."
    case .unitsOutside(let path, let words):
      "\(path) does not lie where the roads are (\(words)); check its reference system."
    case .shiftedRegions(let path, let datum, let meters, let option):
      "\(path) seems to be drawn in \(datum): its units lie \(meters) m off where they are in "
        + "WGS 84; import it with \(option), or with --as-drawn if it is right."
    case .noPeople(let path, let words):
      "\(path) counts nobody in the regions (\(words)); check its place and its no-data value."
    case .otherTotals(let path, let totals, let ratio, let advice):
      "\(path) counts \(ratio) times the people of \(totals); \(advice)"
    case .tooManyPeople(let path, let unit, let people):
      "\(path) puts \(people) people into \(unit); a unit holds fewer than a billion, so check what its "
        + "figures count."
    case .rasterTooFine(let path, let words):
      "\(path) has \(words) over the regions; cut it to them, or make its cells larger."
    case .columnTwice(let column, let path):
      "\(path) has a column '\(column.prefix(60))' that the dataset has already; call it otherwise."
    case .noneJoined(let path, let example):
      "No row of \(path) names a unit of the dataset (the first is '\(example.prefix(60))'); give codes or "
        + "names of its counties."
    case .noDataset(let looked):
      "The dataset was not found in \(looked.joined(separator: ", ")); name its folder or "
        + "file with --data or HINTERLAND_DATA."
    case .notOSM(let path, let words):
      "\(path) cannot be read as OpenStreetMap data (\(words)); get the extract again."
    case .unknownExtract(let path, let known):
      "\(path) has an ending that no extract has; give one that ends in "
        + "\(known.joined(separator: ", "))."
    case .noRoads(let path):
      "\(path) holds no road that a car can drive on and come back; give an extract with roads."
    case .tooManyRoutes(let limit):
      "The roads belong to over \(limit) different routes (ref); give a smaller extract."
    case .acrossTheDateLine(let path):
      "The roads of \(path) span over 180 degrees of longitude; give one side of the date line."
    case .notADatasetFile(let path):
      "\(path) is not a dataset; give a folder of tables, or a file that "
        + "`hinterland data import` has written."
    case .otherDatasetVersion(let path, let found, let known):
      "\(path) is a dataset of format \(found), and this program reads format \(known); "
        + "import it again."
    case .damagedDataset(let path, let words):
      "\(path) is damaged: \(words); copy it or import it again."
    case .nothingToExport(let layer):
      "The dataset holds nothing of the layer '\(layer)'; leave it out (`hinterland data show` says "
        + "what there is)."
    case .folderInTheWay(let path, let words):
      "\(path) is in the way (\(words)); name a folder that does not exist yet, or an empty one."
    case .notCarried(let part, let words):
      "Tables cannot say all of the dataset's \(part) (\(words)); pass its .hinterland file on instead."
    case .unknownEnding(let path, let known):
      "Nothing is written to files like \(path); end it in \(known.joined(separator: ", "))."
    case .cannotWrite(let path, let words):
      "\(path) cannot be written (\(words)); choose a folder that exists and may be written to."
    case .noGDAL(let words):
      "GDAL reads layers, rasters and workbooks and writes .gpkg, .xlsx, .shp and .fgb, and \(words); run "
        + "`apt-get install gdal-bin`, or write .geojson, .csv or .html."
    case .cannotMake(let format, let words):
      "No \(format) file can be made of this answer (\(words)); write .geojson instead."
    case .noSheetTool(let format):
      "\(format) is made by rsvg-convert, which is not on this machine; run `apt-get install "
        + "librsvg2-bin`, or write .svg."
    case .notAReferenceSystem(let text):
      "--crs is '\(text)'; give a number of the EPSG register, as EPSG:4490 or EPSG:4526."
    case .unknownReferenceSystem(let code):
      "EPSG:\(code) is no reference system for positions; give one as EPSG:4490 or EPSG:4526."
    }
  }
}
