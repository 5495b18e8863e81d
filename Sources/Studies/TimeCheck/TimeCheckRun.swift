public import Analysis
import GeoIO
import Geometry
public import Reports
import Shapes

/// Known times of a table against those of a dataset.
public struct TimeCheckRun: Sendable {
  public let check: TimeCheck

  private static let columns = (
    from: ["from", "from_zh", "起点", "起"], to: ["to", "to_zh", "终点", "讫", "止"],
    minutes: ["minutes", "min", "分钟", "时间"]
  )

  /// Times are minutes, over 0 and below twelve days, as with `--within`.
  private static let most = 17_000.0

  /// Reads `from,to,minutes` and asks the dataset for the same trips.
  ///
  /// Places are names, or `lon,lat` in one quoted field. Where the table has a column `mode`, rows
  /// whose mode is not that of the question are left out; where it has `bound`, those that are not
  /// `=`. All that is left out is listed.
  ///
  /// - Throws: ``GeoIOError``, or ``TimeCheckError/nothingToCompare(path:)``.
  public init(
    path: String, mode: TravelMode, reading: CentreReading, in workspace: Workspace
  ) throws {
    let table = try PlanTable(path: path)
    func column(_ names: [String]) throws(GeoIOError) -> Int {
      guard let found = table.column(names) else {
        throw .missingColumn(names[0], path: path, found: table.columns)
      }
      return found
    }
    let (from, to) = (try column(Self.columns.from), try column(Self.columns.to))
    let minutes = try column(Self.columns.minutes)
    let (kind, bound) = (table.column(["mode"]), table.column(["bound"]))
    var leftOut: [TimeCheck.LeftOut] = []
    var trips: [(from: String, to: String, minutes: Double, ends: [PlaceGroup])] = []
    for row in table.rows.indices {
      guard let start = table.rows[row][from], let end = table.rows[row][to] else { continue }
      guard let known = table.number(row, minutes), known > 0, known <= Self.most else {
        throw table.badValue(row, minutes, expected: "minutes over 0")
      }
      let isOther = kind.map { !mode.answers(table.rows[row][$0]) } ?? false
      let isBound = bound.map { !["=", nil].contains(table.rows[row][$0]) } ?? false
      guard !isOther, !isBound else {
        leftOut.append(.init(from: start, to: end, reason: .otherKind))
        continue
      }
      let ends = [start, end].compactMap { workspace.end(named: $0) }
      guard ends.count == 2 else {
        leftOut.append(.init(from: start, to: end, reason: .unknownPlace))
        continue
      }
      guard ends[0].places != ends[1].places else {
        leftOut.append(.init(from: start, to: end, reason: .samePlace))
        continue
      }
      trips.append((start, end, known, ends))
    }
    guard !trips.isEmpty else { throw TimeCheckError.nothingToCompare(path: path) }
    var computed = [Double?](repeating: nil, count: trips.count)
    // One search a start, over the ends that it is asked for.
    let starts = Dictionary(grouping: trips.indices) { trips[$0].ends[0].places }
    for members in starts.values.sorted(by: { $0[0] < $1[0] }) {
      let matrix = try workspace.world.matrix(
        MatrixQuestion(
          origins: [trips[members[0]].ends[0]], destinations: members.map { trips[$0].ends[1] },
          mode: mode, reading: reading, measuresWays: false))
      for (place, trip) in members.enumerated() {
        computed[trip] = matrix.minutes(from: 0, to: place)
      }
    }
    check = TimeCheck(
      rows: zip(trips, computed).map {
        .init(from: $0.from, to: $0.to, known: $0.minutes, computed: $1)
      }, leftOut: leftOut)
  }

  public func text(language: Language) -> String {
    TimeCheckReport(check: check, language: language).text()
  }

  /// The table of all rows as CSV.
  public var csv: String { CSVWriter.text(of: check.table) }
}

/// A table of times that has nothing in common with the dataset.
public enum TimeCheckError: Error, Hashable, Sendable, CustomStringConvertible {
  case nothingToCompare(path: String)

  public var description: String {
    switch self {
    case .nothingToCompare(let path):
      "\(path) has no pair of places that the dataset knows; give names of its units, or \"lon,lat\" in "
        + "quotation marks."
    }
  }
}

extension TravelMode {
  /// Whether a table's word for a mode is this one; no word is any.
  fileprivate func answers(_ word: String?) -> Bool {
    guard let word = word?.lowercased() else { return true }
    return word == rawValue || (rawValue.hasPrefix("road") && ["road", "car", "公路"].contains(word))
  }
}

extension Workspace {
  /// The place behind a name or a `lon,lat`, where it is one that trips start and end at.
  fileprivate func end(named text: String) -> PlaceGroup? {
    let parts = text.split(separator: ",").compactMap {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    if parts.count == 2 {
      return (try? GeoPoint(checking: parts[0], parts[1])).map { PlaceGroup(point: $0) }
    }
    guard let group = try? group(named: text) else { return nil }
    let isSeated = group.places.allSatisfy { place in
      guard case .unit(let unit) = place else { return true }
      return unit.level < .province && world.seat(of: unit) != nil
    }
    return isSeated && !group.places.isEmpty ? group : nil
  }
}
