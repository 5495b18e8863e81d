import Foundation
import Routing
import Shapes

/// Rows of a layer as roads: what each says, and what is left out.
struct LineReader {
  let file: VectorFile
  let columns: LineColumns
  var counts = LineCounts()

  init(file: VectorFile, columns: LineColumns) {
    self.file = file
    self.columns = columns
    counts.layer = file.layer
    counts.isGB18030 = file.isGB18030
    counts.rows = file.rows.count
    counts.columns = Dictionary(
      columns.names(in: file.columns).map { ($0.what, $0.column) }, uniquingKeysWith: { $1 })
  }

  /// - Throws: ``GeoIOError/badValue(_:column:row:path:expected:)`` with the row, or
  ///   ``GeoIOError/notDegrees(path:words:)``.
  mutating func roads() throws(GeoIOError) -> DrawnRoads {
    var roads = DrawnRoads()
    for row in file.rows.indices {
      let lines = try lines(of: row)
      guard !lines.isEmpty else { continue }
      let drawn = lines.reduce(0) { $0 + Thinning.length(of: $1[...]) }
      let length = try number(row, columns.kilometers, atMost: 40_000).map { $0 * 1_000 } ?? drawn
      guard let pace = try pace(row, over: length) else { continue }
      if length < drawn / 2 || length > drawn * 2 { counts.oddKilometers += 1 }
      let direction = try direction(row)
      let route = columns.route.flatMap { file.rows[row].values[$0] } ?? ""
      if lines.count > 1 { counts.rowsOfSeveral += 1 }
      counts.lines += lines.count
      for line in lines {
        roads.lines.append(
          .init(
            points: direction == .backward ? line.reversed() : line,
            roadClass: pace.roadClass, speed: pace.speed, isOneWay: direction != .both,
            route: route, scale: length / drawn))
      }
    }
    return roads
  }

  /// The lines of a row that have some length.
  private mutating func lines(of row: Int) throws(GeoIOError) -> [[GeoPoint]] {
    let drawn = file.rows[row].lines
    counts.withoutLength += file.rows[row].shortLines
    if drawn.isEmpty, file.rows[row].shortLines == 0 { counts.withoutLine += 1 }
    var lines: [[GeoPoint]] = []
    for line in drawn {
      guard line.allSatisfy({ $0.longitude.isFinite && $0.latitude.isFinite }) else {
        counts.notNumbers += 1
        continue
      }
      for point in line where abs(point.longitude) > 180 || abs(point.latitude) > 90 {
        throw .notDegrees(path: file.path, words: "\(point.longitude), \(point.latitude)")
      }
      guard Thinning.length(of: line[...]) > 0 else {
        counts.withoutLength += 1
        continue
      }
      lines.append(line)
    }
    return lines
  }

  /// How fast a row of so many metres is: minutes come before speed, speed before class; nil, and
  /// counted, where only a word is said that is no road's.
  private mutating func pace(
    _ row: Int, over length: Double
  ) throws(GeoIOError) -> (roadClass: RoadClass, speed: Double?)? {
    let word = columns.roadClass.flatMap { file.rows[row].values[$0] }
    let said = word.map { RoadWord($0) }
    var roadClass: RoadClass?
    var speed: Double?
    if case .road(let known, let usual) = said { (roadClass, speed) = (known, usual) }
    if let own = try number(row, columns.speed, atMost: 400, zeroIsNone: true) { speed = own }
    if let minutes = try number(row, columns.minutes, atMost: 10_000) {
      let own = length / 1_000 / (minutes / 60)
      guard own <= 10_000 else {
        throw badValue(row, columns.minutes, expected: "minutes that so many km can take")
      }
      speed = own
    }
    if let speed { FastEdges.note(speed, line: row + 1, in: &counts.fast) }
    if roadClass == nil, speed == nil {
      guard let word else {
        throw badValue(
          row, columns.minutes ?? columns.speed ?? columns.roadClass,
          expected: "a class, a speed or minutes")
      }
      counts.otherWords[word, default: 0] += 1
      return nil
    }
    return (roadClass ?? .main, speed)
  }

  private func direction(_ row: Int) throws(GeoIOError) -> LineDirection {
    guard let column = columns.oneWay, let text = file.rows[row].values[column] else {
      return .both
    }
    guard let direction = LineDirection(text) else {
      throw badValue(row, column, expected: LineDirection.words)
    }
    return direction
  }

  /// A number over 0; nil where nothing is said.
  private func number(
    _ row: Int, _ column: Int?, atMost limit: Double, zeroIsNone: Bool = false
  ) throws(GeoIOError) -> Double? {
    guard let column, let text = file.rows[row].values[column] else { return nil }
    guard let value = Double(text), value >= 0, value <= limit, zeroIsNone || value > 0 else {
      throw badValue(row, column, expected: "a number over 0, at most \(Int(limit))")
    }
    return value > 0 ? value : nil
  }

  private func badValue(_ row: Int, _ column: Int?, expected: String) -> GeoIOError {
    let value = column.flatMap { file.rows[row].values[$0] } ?? ""
    return .badValue(
      String(value.prefix(60)), column: column.map { file.columns[$0] } ?? "", row: row + 1,
      path: file.path, expected: expected)
  }
}
