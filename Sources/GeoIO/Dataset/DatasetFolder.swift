import Foundation
import GeoData
import Geometry
import Routing
import Shapes

/// A folder of tables in the spellings of the embedded dataset.
public struct DatasetFolder: Sendable {
  public let path: String

  /// The first folder that holds a dataset: the one named, `HINTERLAND_DATA`,
  /// `../share/hinterland` beside the binary, the tables that the build laid beside it.
  ///
  /// - Throws: ``GeoIOError/noDataset(looked:)`` with every place that was looked at. A folder
  ///   that is named must be the one: nothing stands in for it.
  public static func find(named: String?) throws(GeoIOError) -> DatasetFolder {
    let environment = ProcessInfo.processInfo.environment["HINTERLAND_DATA"]
    if let named = named ?? environment.flatMap({ $0.isEmpty ? nil : $0 }) {
      return try first(of: [named])
    }
    return try embedded()
  }

  /// The embedded dataset, whatever `HINTERLAND_DATA` says.
  ///
  /// - Throws: ``GeoIOError/noDataset(looked:)`` with every place that was looked at.
  public static func embedded() throws(GeoIOError) -> DatasetFolder {
    try first(of: embeddedPlaces)
  }

  private static func first(of places: [String]) throws(GeoIOError) -> DatasetFolder {
    for path in places {
      let folder = DatasetFolder(path: path)
      if folder.has("dataset.csv") { return folder }
    }
    throw .noDataset(looked: places)
  }

  /// Where the embedded tables may lie, in the order in which they are looked for.
  public static var embeddedPlaces: [String] {
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folder = binary.deletingLastPathComponent()
    var places = [
      folder.deletingLastPathComponent().appendingPathComponent("share/hinterland").path,
      folder.appendingPathComponent(GeoData.bundleName).path,
    ]
    if let built = GeoData.builtFolder, !places.contains(built) { places.append(built) }
    return places
  }

  public init(path: String) { self.path = path }

  func file(_ name: String) -> String { path + "/" + name }

  /// Whether there is a table that a dataset may do without.
  func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  func table(_ name: String) throws(GeoIOError) -> CSVTable { try CSVTable(path: file(name)) }

  /// Reads everything; roads and polygons side by side.
  ///
  /// - Throws: ``GeoIOError`` with file, line and value.
  public func read() throws -> Dataset {
    enum Part: Sendable {
      case region(Region)
      case roads(
        RoadNetwork, routeNames: [String: PlaceName], order: NodeOrder, shape: HierarchyShape)
    }
    let settings = try Settings(table("dataset.csv"))
    let detail = try settings.roadDetail("road_network")
    let parts = try Parallel.map(2) { index -> Part in
      if index == 0 { return .region(try RegionTables(folder: self).read()) }
      let tables = RoadTables(folder: self)
      let roads = try tables.read()
      let (order, shape) = try roads.contraction(chainsFirst: detail == .street)
      return .roads(roads, routeNames: try tables.routeNames(), order: order, shape: shape)
    }
    guard case .region(var region) = parts[0],
      case .roads(let roads, let names, let order, let shape) = parts[1]
    else { preconditionFailure("Parts come in order.") }
    let plane = try settings.plane("lattice")
    let own = OwnTables(folder: self)
    region.counted = try own.counted(
      in: region.counties, cell: try settings.number("counted_cell_m", in: Dataset.cellSizes),
      plane: plane)
    region.figures = try own.figures(of: region.counties)
    let bounds = region.counties.reduce(into: GeoBounds()) { $0.formUnion($1.polygons.bounds) }
    let rail = try RailTables(folder: self, bounds: bounds).read()
    return Dataset(
      region: region, roads: roads, roadOrder: order, roadShape: shape,
      rail: rail.network, railNames: rail.names,
      roadDetail: detail,
      corridors: roads.corridors(named: names) + rail.corridors,
      corridorAliases: try corridorAliases(), facilities: try facilities(),
      places: try own.places(),
      plane: plane,
      cellSize: try settings.number("cell_m", in: Dataset.cellSizes),
      simplified: try simplified(),
      notes: try notes(settings), folder: path)
  }

  private func simplified() throws -> [Character: Character] {
    let table = try table("traditional.csv")
    let (from, to) = (try table.column("traditional"), try table.column("simplified"))
    var map: [Character: Character] = [:]
    for row in 0..<table.rowCount {
      guard let traditional = try table.text(row, from).first,
        let plain = try table.text(row, to).first
      else { throw table.badValue(row, from, expected: "one character in each column") }
      map[traditional] = plain
    }
    return map
  }

  private func notes(_ settings: Settings) throws -> DatasetNotes {
    func pair(_ key: String) throws -> PlaceName {
      PlaceName(
        chinese: try settings.value("\(key)_zh"), english: try settings.value("\(key)_en"))
    }
    return DatasetNotes(
      title: try pair("title"), version: try settings.value("version"), digest: try digest(),
      vintage: try pair("vintage"),
      attribution: (1...1_000).compactMap { settings.optional("attribution_\($0)") },
      limits: try pair("limits"))
  }
}

/// `dataset.csv`: keys and values.
struct Settings {
  private let values: [String: String]
  private let rows: [String: Int]
  private let path: String

  init(_ table: CSVTable) throws(GeoIOError) {
    let (key, value) = (try table.column("key"), try table.column("value"))
    var values: [String: String] = [:]
    var rows: [String: Int] = [:]
    for row in 0..<table.rowCount {
      let name = try table.text(row, key)
      values[name] = try table.text(row, value)
      rows[name] = table.line(ofRow: row)
    }
    self.values = values
    self.rows = rows
    path = table.path
  }

  func optional(_ key: String) -> String? { values[key] }

  func value(_ key: String) throws(GeoIOError) -> String {
    guard let value = values[key] else {
      throw .missingColumn(key, path: path, found: values.keys.sorted())
    }
    return value
  }

  func number(_ key: String, in range: ClosedRange<Double>) throws(GeoIOError) -> Double {
    let text = try value(key)
    guard let number = Double(text), range.contains(number) else {
      throw badValue(
        key, expected: "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
    }
    return number
  }

  /// A projection whose plane is in metres.
  func plane(_ key: String) throws(GeoIOError) -> ProjectedPlane {
    guard let plane = ProjectedPlane(inMetres: try value(key)) else {
      throw badValue(key, expected: "a PROJ definition of an equal-area plane in metres")
    }
    return plane
  }

  func roadDetail(_ key: String) throws(GeoIOError) -> Dataset.RoadDetail {
    guard let detail = Dataset.RoadDetail(rawValue: try value(key)) else {
      throw badValue(key, expected: "backbone or street")
    }
    return detail
  }

  private func badValue(_ key: String, expected: String) -> GeoIOError {
    .badValue(
      values[key] ?? "", column: key, row: rows[key] ?? 1, path: path, expected: expected)
  }
}

extension ProjectedPlane {
  /// A plane in metres by its PROJ definition; nil where it is none, or in degrees.
  init?(inMetres definition: String) {
    guard !["longlat", "latlong"].contains(where: definition.contains),
      let plane = try? ProjectedPlane(definition),
      // A tenth of a degree from the plane's own middle is some 11,000 m, on a plane of metres.
      let middle = try? plane.unproject([PlanePoint(x: 0, y: 0)]).first,
      middle.longitude.isFinite, abs(middle.latitude) <= 90,
      let step = try? plane.project([
        middle,
        GeoPoint(
          longitude: middle.longitude,
          latitude: middle.latitude + (middle.latitude > 0 ? -0.1 : 0.1)),
      ]), (5_000...20_000).contains(hypot(step[1].x - step[0].x, step[1].y - step[0].y))
    else { return nil }
    self = plane
  }
}
