import Foundation
public import Geometry
public import Shapes

/// What a user lays over a dataset: regions, people, tables.
public struct OwnRegionFiles: Hashable, Sendable {
  /// A layer of county-level units; nil keeps those that the dataset has.
  public var regions: String?
  public var columns: RegionFile.Options
  /// Whether the layer is taken as it is, whatever it seems to be drawn in.
  public var isAsDrawn: Bool
  public var population: PopulationFile?
  /// Tables of figures.
  public var tables: [String]

  public init(
    regions: String? = nil, columns: RegionFile.Options = .init(), isAsDrawn: Bool = false,
    population: PopulationFile? = nil, tables: [String] = []
  ) {
    self.regions = regions
    self.columns = columns
    self.isAsDrawn = isAsDrawn
    self.population = population
    self.tables = tables
  }

  public var isEmpty: Bool { regions == nil && population == nil && tables.isEmpty }
}

/// A dataset with a user's own regions, people and tables.
public struct OwnRegion: Sendable {
  public private(set) var dataset: Dataset
  public private(set) var regions: RegionCounts?
  public private(set) var people: PopulationFile.Counts?
  public private(set) var tables: [UnitTableCounts] = []

  /// What is being done.
  public enum Stage: Sendable {
    case regions, people, tables
  }

  /// Lays `files` over `dataset`; `reference` is a region in WGS 84 that gives names to codes of
  /// prefectures and provinces, and tells a layer that is drawn in a shifted system.
  ///
  /// - Throws: ``GeoIOError`` with the file and what to do.
  public init(
    _ dataset: Dataset, _ files: OwnRegionFiles, reference: Region?,
    progress: (Stage) -> Void = { _ in }
  ) throws {
    self.dataset = dataset
    if let path = files.regions {
      progress(.regions)
      let file = try RegionFile(path: path, files.columns, known: reference?.parentNames ?? [:])
      var points: [String: GeoPoint] = [:]
      let codes = Set(file.region.counties.map(\.code))
      for county in reference?.counties ?? [] where codes.contains(county.code) {
        points[county.code] = try county.polygons.middle()
      }
      regions = try self.dataset.add(file, reference: points, isAsDrawn: files.isAsDrawn)
    }
    if let population = files.population {
      progress(.people)
      people = try self.dataset.add(population, own: regions?.file)
    }
    if var counts = regions {
      try self.dataset.seatUnits(&counts)
      regions = counts
    }
    if !files.tables.isEmpty { progress(.tables) }
    for path in files.tables {
      tables.append(try self.dataset.addTable(path, own: regions?.file))
    }
    if !files.isEmpty { self.dataset.describe(files) }
  }
}

extension Region {
  /// Names of prefectures and provinces by their codes.
  fileprivate var parentNames: [String: PlaceName] {
    let pairs = prefectures.map { ($0.code, $0.name) } + provinces.map { ($0.code, $0.name) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

extension Dataset {
  /// Says what was laid over it, what it holds now, and takes the digest anew.
  fileprivate mutating func describe(_ files: OwnRegionFiles) {
    func file(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
    func add(_ chinese: String, _ english: String, _ path: String) {
      notes.vintage.chinese += ";\(chinese):\(file(path))"
      notes.vintage.english += "; \(english): \(file(path))"
    }
    if let regions = files.regions { add("区划", "regions", regions) }
    if let population = files.population { add("人口", "people", population.path) }
    for table in files.tables { add("表格", "table", table) }
    var missing: [(String, String)] = []
    if region.counties.allSatisfy({ $0.people == nil }) { missing.append(("人口", "people")) }
    if rail.stations.isEmpty { missing.append(("铁路", "railways")) }
    if region.waters.isEmpty { missing.append(("水体", "waters")) }
    let how =
      region.counted == nil
      ? ("县内人口按模型分布", "people within a unit are modelled")
      : ("人口按格网统计", "people stand where they were counted")
    let lacks =
      missing.isEmpty
      ? ("", "")
      : (
        ";没有" + missing.map(\.0).joined(separator: "、"),
        "; no " + missing.map(\.1).joined(separator: ", ")
      )
    if files.regions != nil {
      notes.limits = PlaceName(
        chinese: "道路与区划如所给文件;\(how.0)\(lacks.0)",
        english: "roads and regions as the files give them; \(how.1)\(lacks.1)")
    }
    notes.digest = contentDigest
  }
}
