import Foundation
import Geometry
import Shapes

/// People of a region from a raster, a table of units, or a table of points.
public struct PopulationFile: Hashable, Sendable {
  public var path: String
  /// Whether a raster's cells hold people a km² instead of people.
  public var isDensity: Bool
  /// The column of a table that holds people; nil is guessed.
  public var column: String?
  /// A table of units to check the sums against.
  public var totals: String?

  public init(
    path: String, isDensity: Bool = false, column: String? = nil, totals: String? = nil
  ) {
    self.path = path
    self.isDensity = isDensity
    self.column = column
    self.totals = totals
  }

  /// What came of it.
  public struct Counts: Hashable, Sendable {
    /// Whether people stand where they were counted, or only the units' totals are known.
    public var isOnCells = false
    public var people = 0
    /// People within the region's box that lie in no unit.
    public var outside = 0
    /// Cells of a raster with and without data.
    public var known = 0
    public var silent = 0
    /// Counties without a count, by name, and rows that name no county.
    public var withoutCount: [String] = []
    public var unmatched: [String] = []
    /// Sum of the totals, and those that differ most from what was counted, with the ratio.
    public var totals: Int?
    public var worst: [Deviation] = []
    /// The middle one of the ratios of what was counted to a total.
    public var medianRatio = 1.0

    /// A county whose total is not what was counted.
    public struct Deviation: Hashable, Sendable {
      public var county: String
      public var counted: Int
      public var total: Int
    }
  }

  static let peopleColumns = [
    "people", "population", "pop", "population_2020", "pop_2020", "total", "人口", "常住人口",
    "总人口", "人口数",
  ]
  fileprivate static let urbanColumns = ["urban", "urban_2020", "城镇人口", "城镇常住人口"]
  fileprivate static let tables = [".csv", ".xlsx", ".xls", ".ods"]

  /// A unit holds fewer people than that, as dataset files have it.
  static let most = 1e9
}

extension Dataset {
  /// Counts the people of the dataset's regions.
  ///
  /// - Throws: ``GeoIOError`` with file, line and value.
  mutating func add(
    _ file: PopulationFile, own: RegionFile.Counts?
  ) throws -> PopulationFile.Counts {
    var counts = try counted(by: file, own)
    counts.people = region.people
    counts.withoutCount = region.counties.filter { $0.people == nil }.map(\.name.chinese)
    guard counts.people > 0 else {
      throw GeoIOError.noPeople(path: file.path, words: "all figures there are 0")
    }
    if let totals = file.totals { try check(against: totals, file, own, &counts) }
    return counts
  }

  private mutating func counted(
    by file: PopulationFile, _ own: RegionFile.Counts?
  ) throws -> PopulationFile.Counts {
    let bounds = region.counties.reduce(into: GeoBounds()) { $0.formUnion($1.polygons.bounds) }
    guard file.isTable else {
      var counts = PopulationFile.Counts(isOnCells: true)
      var tally = try PeopleTally(
        of: region.counties, on: Lattice(plane: plane, cellSize: cellSize))
      (counts.known, counts.silent) = try PopulationRaster.add(
        file.path, of: file.isDensity ? .density : .count, within: bounds, to: &tally)
      try take(tally, of: file.path, &counts)
      return counts
    }
    let table = try PlanTable(path: file.path)
    let names = file.column.map { [$0] } ?? PopulationFile.peopleColumns
    guard let people = table.column(names) else {
      throw GeoIOError.noUnitColumn(
        "people", option: "--population-column", path: file.path, found: table.columns)
    }
    if let x = table.column(["lon", "longitude", "经度"]),
      let y = table.column(["lat", "latitude", "纬度"])
    {
      return try countPoints(table, x, y, people)
    }
    return try countUnits(table, people, own)
  }

  private mutating func countPoints(
    _ table: PlanTable, _ x: Int, _ y: Int, _ people: Int
  ) throws -> PopulationFile.Counts {
    var counts = PopulationFile.Counts(isOnCells: true)
    var (points, values): ([GeoPoint], [Double]) = ([], [])
    for row in table.rows.indices where table.rows[row][people] != nil {
      guard let longitude = table.number(row, x), let latitude = table.number(row, y),
        let point = try? GeoPoint(checking: longitude, latitude)
      else {
        throw table.badValue(row, x, expected: "longitude and latitude in degrees, WGS 84")
      }
      points.append(point)
      values.append(try PopulationFile.people(table, row, people))
    }
    counts.known = points.count
    var tally = try PeopleTally(
      of: region.counties, on: Lattice(plane: plane, cellSize: cellSize))
    for (index, point) in try plane.project(points).enumerated() {
      tally.add(values[index], at: points[index], point)
    }
    try take(tally, of: table.path, &counts)
    return counts
  }

  private mutating func take(
    _ tally: PeopleTally, of path: String, _ counts: inout PopulationFile.Counts
  ) throws(GeoIOError) {
    let (most, county) = tally.largest
    guard most < PopulationFile.most else {
      throw .tooManyPeople(
        path: path, unit: region.counties[county].name.chinese,
        people: String(format: "%.3g", locale: nil, most))
    }
    let (cells, totals) = tally.counted()
    region.counted = cells
    for index in region.counties.indices {
      region.counties[index].people = totals[index]
      region.counties[index].urbanPeople = nil
    }
    // No raster has that many; a fill value outside the units may look like it.
    counts.outside = Int(min(tally.outside, 1e15).rounded())
  }

  private mutating func countUnits(
    _ table: PlanTable, _ people: Int, _ own: RegionFile.Counts?
  ) throws -> PopulationFile.Counts {
    var counts = PopulationFile.Counts()
    let join = try UnitJoin(table, in: region, simplified: simplified, own: own)
    let urban = table.column(PopulationFile.urbanColumns)
    // What the dataset had counted before is no longer said of any unit.
    region.counted = nil
    for county in region.counties.indices {
      (region.counties[county].people, region.counties[county].urbanPeople) = (nil, nil)
    }
    for (county, row) in join.rowOfCounty.enumerated() {
      guard let row, table.rows[row][people] != nil else { continue }
      let all = Int(try PopulationFile.people(table, row, people).rounded())
      region.counties[county].people = all
      if let urban, table.rows[row][urban] != nil {
        let inTown = Int(try PopulationFile.people(table, row, urban).rounded())
        guard inTown <= all else {
          throw table.badValue(row, urban, expected: "at most the unit's people")
        }
        region.counties[county].urbanPeople = inTown
      }
    }
    counts.unmatched = join.unmatched
    return counts
  }

  /// Holds what was counted against a table of totals.
  private func check(
    against path: String, _ file: PopulationFile, _ own: RegionFile.Counts?,
    _ counts: inout PopulationFile.Counts
  ) throws {
    let table = try PlanTable(path: path)
    guard let people = table.column(PopulationFile.peopleColumns) else {
      throw GeoIOError.noUnitColumn(
        "people", option: "a header such as people", path: path, found: table.columns)
    }
    let join = try UnitJoin(table, in: region, simplified: simplified, own: own)
    var ratios: [(ratio: Double, deviation: PopulationFile.Counts.Deviation)] = []
    var (sum, counted) = (0, 0)
    for (county, row) in join.rowOfCounty.enumerated() {
      guard let row, table.rows[row][people] != nil, let own = region.counties[county].people
      else { continue }
      let total = Int(try PopulationFile.people(table, row, people).rounded())
      (sum, counted) = (sum + total, counted + own)
      guard total > 0 else { continue }
      ratios.append(
        (
          Double(own) / Double(total),
          .init(county: region.counties[county].name.chinese, counted: own, total: total)
        ))
    }
    counts.totals = sum
    counts.unmatched += join.unmatched
    guard !ratios.isEmpty else { return }
    let overall = Double(counted) / Double(max(1, sum))
    guard (0.5...2).contains(overall) else {
      throw GeoIOError.otherTotals(
        path: file.path, totals: path, ratio: String(format: "%.3g", locale: nil, overall),
        advice: file.advice)
    }
    func distance(_ ratio: Double) -> Double { abs(log(max(ratio, 1e-9))) }
    ratios.sort { distance($0.ratio) > distance($1.ratio) }
    counts.worst = ratios.prefix(5).map(\.deviation)
    counts.medianRatio = ratios.map(\.ratio).sorted()[ratios.count / 2]
  }
}

extension PopulationFile {
  fileprivate var isTable: Bool { Self.tables.contains(where: path.lowercased().hasSuffix) }

  /// What to look at where sums are far off the totals.
  fileprivate var advice: String {
    if isTable { return "check that both columns count people." }
    return isDensity
      ? "people a cell need --population-unit count."
      : "people a km² need --population-unit density."
  }

  fileprivate static func people(_ table: PlanTable, _ row: Int, _ column: Int) throws(GeoIOError)
    -> Double
  {
    guard let value = table.number(row, column), (0..<most).contains(value) else {
      throw table.badValue(row, column, expected: "people, 0 or more and under a billion")
    }
    return value
  }
}
