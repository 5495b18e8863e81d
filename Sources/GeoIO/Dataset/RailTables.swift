import Foundation
import Geometry
import Routing
import Shapes

/// Railways from `rail_stations.csv`, `rail_lines.csv`, `rail_segments.csv` and, where there is
/// one, `rail_services.csv`: one reader for what is ridden and what is drawn.
struct RailTables {
  /// Railways as they are ridden, called and drawn.
  struct Rail: Sendable {
    var network: RailNetwork
    var names: RailNames
    var corridors: [Corridor]
  }

  /// How far a station may lie outside the box around the dataset's regions.
  private static let margin = Meters.kilometers(100)
  /// The fastest run is 350 km/h by timetable; more is a slip of the pen.
  private static let highestSpeed = 400.0
  /// Stations are placed to some kilometres, so a track may be that much too short.
  private static let shortestDetour = 0.95

  let folder: DatasetFolder
  /// Of the dataset's regions; an empty one checks nothing.
  let bounds: GeoBounds

  func read() throws -> Rail {
    let stations = try stations()
    let lines = try lines()
    let segments = try segments(stations, lines)
    let open = segments.filter(\.isOpen).map(\.run)
    var names = RailNames(
      stations: stations.names, stationCodes: stations.codes, lines: lines.names,
      lineCodes: lines.codes)
    var network = RailNetwork(stations: stations.positions, runs: open)
    try addServices(to: &network, &names, stations, lines)
    return Rail(
      network: network, names: names,
      corridors: lines.codes.indices.map { line in
        Corridor(
          code: lines.codes[line], name: lines.names[line], kind: .rail,
          lines: drawn(segments.map(\.run).filter { $0.line == line }, stations.positions))
      })
  }

  // MARK: Stations and lines

  private struct Stations {
    var codes: [String] = []
    var names: [PlaceName] = []
    var positions: [GeoPoint] = []
    var index: [String: Int] = [:]
  }

  private func stations() throws -> Stations {
    let table = try folder.table("rail_stations.csv")
    let (id, x, y) = (
      try table.column("station_id"), try table.column("lon"), try table.column("lat")
    )
    let (chinese, english) = (try table.column("name_zh"), try table.column("name_en"))
    let box = bounds.expanded(by: Self.margin)
    var stations = Stations()
    for row in 0..<table.rowCount {
      let code = try newCode(table, row, id, known: stations.index)
      let position = try table.position(row, longitude: x, latitude: y)
      guard box.isEmpty || box.contains(position) else {
        throw table.badValue(
          row, x, expected: "a position within 100 km of the dataset's regions, longitude first")
      }
      stations.index[code] = stations.codes.count
      stations.codes.append(code)
      stations.names.append(try table.name(row, chinese, english))
      stations.positions.append(position)
    }
    return stations
  }

  private struct Lines {
    var codes: [String] = []
    var names: [PlaceName] = []
    var index: [String: Int] = [:]
    var table: CSVTable
    var id: Int
  }

  private func lines() throws -> Lines {
    let table = try folder.table("rail_lines.csv")
    let id = try table.column("line_id")
    let (chinese, english) = (try table.column("name_zh"), try table.column("name_en"))
    var lines = Lines(table: table, id: id)
    for row in 0..<table.rowCount {
      let code = try newCode(table, row, id, known: lines.index)
      lines.index[code] = lines.codes.count
      lines.codes.append(code)
      lines.names.append(try table.name(row, chinese, english))
    }
    return lines
  }

  /// A code that is neither empty nor taken.
  private func newCode(_ table: CSVTable, _ row: Int, _ column: Int, known: [String: Int]) throws
    -> String
  {
    let code = try table.text(row, column)
    guard !code.isEmpty else { throw table.badValue(row, column, expected: "an id") }
    guard known[code] == nil else {
      throw table.badValue(row, column, expected: "an id that no other row has")
    }
    return code
  }

  // MARK: Segments

  private struct Segment {
    var run: RailNetwork.Run
    var isOpen: Bool
  }

  private func segments(_ stations: Stations, _ lines: Lines) throws -> [Segment] {
    let table = try folder.table("rail_segments.csv")
    let columns = try Columns(table)
    var segments: [[Segment]] = lines.codes.map { _ in [] }
    for row in 0..<table.rowCount {
      guard let line = lines.index[try table.text(row, columns.line)] else {
        throw table.badValue(row, columns.line, expected: "a line of rail_lines.csv")
      }
      let segment = try segment(table, row, columns, line, stations)
      guard try table.whole(row, columns.sequence) == segments[line].count + 1 else {
        throw table.badValue(
          row, columns.sequence, expected: "numbers that count a line's segments up from 1")
      }
      if let last = segments[line].last, last.run.to != segment.run.from {
        throw table.badValue(
          row, columns.from,
          expected: "the station where the line's segment before ends, "
            + stations.codes[Int(last.run.to)])
      }
      segments[line].append(segment)
    }
    for (line, own) in segments.enumerated() where own.isEmpty {
      throw lines.table.badValue(
        line, lines.id, expected: "a line with a segment in rail_segments.csv, so two stations")
    }
    return segments.flatMap { $0 }
  }

  private struct Columns {
    let line, sequence, from, to, distance, minutes, kind, trains, opened, status: Int

    init(_ table: CSVTable) throws(GeoIOError) {
      line = try table.column("line_id")
      sequence = try table.column("seq")
      from = try table.column("from_id")
      to = try table.column("to_id")
      distance = try table.column("distance_km")
      minutes = try table.column("run_min")
      kind = try table.column("class")
      trains = try table.column("trains_per_day")
      opened = try table.column("opened")
      status = try table.column("status")
    }
  }

  private func segment(
    _ table: CSVTable, _ row: Int, _ columns: Columns, _ line: Int, _ stations: Stations
  ) throws -> Segment {
    let from = try station(table, row, columns.from, stations)
    let to = try station(table, row, columns.to, stations)
    guard from != to else {
      throw table.badValue(row, columns.to, expected: "another station than the segment starts at")
    }
    if try table.text(row, columns.status) == Self.drawnOnly {
      return Segment(
        run: .init(
          from: UInt32(from), to: UInt32(to), line: UInt32(line), time: 1, length: 0,
          railClass: .conventional, trainsPerDay: 1),
        isOpen: false)
    }
    let minutes = try table.number(row, columns.minutes)
    guard minutes >= 0.1, minutes <= 1_440 else {
      throw table.badValue(row, columns.minutes, expected: "minutes from 0.1 to 1440")
    }
    let kilometers = try table.number(row, columns.distance)
    let straight = stations.positions[from].greatCircleDistance(to: stations.positions[to])
    guard kilometers >= straight.kilometers * Self.shortestDetour, kilometers > 0 else {
      throw table.badValue(
        row, columns.distance,
        expected: "kilometres along the track, at least the straight line of "
          + String(format: "%.1f", straight.kilometers))
    }
    guard kilometers <= Self.highestSpeed * minutes / 60 else {
      throw table.badValue(
        row, columns.minutes,
        expected: "more minutes for \(kilometers) km, or fewer kilometres: 400 km/h at most")
    }
    guard let railClass = RailClass(rawValue: try table.text(row, columns.kind)) else {
      throw table.badValue(
        row, columns.kind, expected: RailClass.allCases.map(\.rawValue).joined(separator: ", "))
    }
    let status = try table.text(row, columns.status)
    guard Self.statuses.contains(status) else {
      throw table.badValue(
        row, columns.status, expected: Self.statuses.joined(separator: ", "))
    }
    return Segment(
      run: .init(
        from: UInt32(from), to: UInt32(to), line: UInt32(line),
        time: TravelTime.minutes(minutes), length: kilometers * 1_000, railClass: railClass,
        trainsPerDay: try trains(table, row, columns.trains),
        opened: try year(table, row, columns.opened)),
      isOpen: status == "open")
  }

  /// Only `open` runs are ridden; the others are drawn.
  private static let statuses = [
    "open", "construction", "planned", "studied", "closed", drawnOnly,
  ]
  /// Not ridden, whatever the reason: its other columns may be empty.
  private static let drawnOnly = "drawn"

  private func station(_ table: CSVTable, _ row: Int, _ column: Int, _ stations: Stations) throws
    -> Int
  {
    guard let station = stations.index[try table.text(row, column)] else {
      throw table.badValue(row, column, expected: "a station of rail_stations.csv")
    }
    return station
  }

  private func trains(_ table: CSVTable, _ row: Int, _ column: Int) throws -> Double {
    let trains = try table.number(row, column)
    guard trains > 0, trains <= 2_000 else {
      throw table.badValue(
        row, column, expected: "trains a day each way, more than 0 and at most 2000")
    }
    return trains
  }

  /// `2014`, `2014-12` or `2014-12-26`; nil where empty.
  private func year(_ table: CSVTable, _ row: Int, _ column: Int) throws -> Int? {
    if table.isEmpty(row, column) { return nil }
    let parts = try table.text(row, column).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].count == 4, let year = Int(parts[0]), year >= 1800,
      parts.dropFirst().allSatisfy({ $0.count == 2 && Int($0) != nil })
    else {
      throw table.badValue(row, column, expected: "a date as in 2014-12-26, 2014-12 or 2014")
    }
    return year
  }

  // MARK: Services

  private func addServices(
    to network: inout RailNetwork, _ names: inout RailNames, _ stations: Stations, _ lines: Lines
  ) throws {
    guard FileManager.default.fileExists(atPath: folder.file("rail_services.csv")) else { return }
    let table = try folder.table("rail_services.csv")
    let (id, stops, trains) = (
      try table.column("service_id"), try table.column("stops"),
      try table.column("trains_per_day")
    )
    let (chinese, english) = (try table.column("name_zh"), try table.column("name_en"))
    var known = lines.index
    let joined = network.fastestRuns()
    for row in 0..<table.rowCount {
      known[try newCode(table, row, id, known: known)] = row
      let ids = try table.text(row, stops).split(separator: ";").map(String.init)
      let indices = try ids.map { id -> UInt32 in
        guard let station = stations.index[id] else {
          throw table.badValue(
            row, stops,
            expected: "stations of rail_stations.csv with semicolons; "
              + "'\(id.prefix(30))' is none")
        }
        return UInt32(station)
      }
      let service = RailNetwork.Service(
        stops: indices, trainsPerDay: try self.trains(table, row, trains))
      guard network.path(of: service, over: joined) != nil else {
        throw table.badValue(
          row, stops,
          expected: "two stations or more, each an open segment of rail_segments.csv away from "
            + "the one before")
      }
      network.services.append(service)
      names.services.append(try table.name(row, chinese, english))
    }
  }

  // MARK: Drawing

  /// Runs strung together where one starts at the end of the one before.
  private func drawn(_ runs: [RailNetwork.Run], _ positions: [GeoPoint]) -> [[GeoPoint]] {
    var lines: [[GeoPoint]] = []
    for run in runs {
      let (start, end) = (positions[Int(run.from)], positions[Int(run.to)])
      if lines.last?.last == start {
        lines[lines.count - 1].append(end)
      } else {
        lines.append([start, end])
      }
    }
    return lines
  }
}

extension CSVTable {
  fileprivate func name(_ row: Int, _ chinese: Int, _ english: Int) throws -> PlaceName {
    PlaceName(chinese: try text(row, chinese), english: try text(row, english))
  }
}
