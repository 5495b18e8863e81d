import Geometry
import Routing
import Shapes

// Railways: the counterpart of `RailTables`.
extension DatasetTables {
  /// `drawn` are the lines as they are drawn, which may go on where no train does.
  mutating func add(_ rail: RailNetwork, _ names: RailNames, drawn: [Corridor]) {
    var stations = TableText(["station_id", "name_zh", "name_en", "lon", "lat"])
    for (index, position) in rail.stations.enumerated() {
      stations.append(
        [names.stationCodes[index], names.stations[index].chinese, names.stations[index].english]
          + position.fields)
    }
    add("rail_stations.csv", stations)
    var lines = TableText(["line_id", "name_zh", "name_en"])
    for (code, name) in zip(names.lineCodes, names.lines) {
      lines.append([code, name.chinese, name.english])
    }
    add("rail_lines.csv", lines)
    add("rail_segments.csv", Self.segments(rail, names, drawn: drawn))
    guard !rail.services.isEmpty else { return }
    var services = TableText(["service_id", "name_zh", "name_en", "stops", "trains_per_day"])
    for (index, service) in rail.services.enumerated() {
      let stops = service.stops.map { names.stationCodes[Int($0)] }
      services.append([
        Self.serviceCode(index, besides: names.lineCodes), names.services[index].chinese,
        names.services[index].english, stops.joined(separator: ";"), service.trainsPerDay.digits,
      ])
    }
    add("rail_services.csv", services)
  }

  /// An id that no line has: services are known by their names.
  private static func serviceCode(_ index: Int, besides lines: [String]) -> String {
    var code = "service-\(index + 1)"
    while lines.contains(code) { code += "-" }
    return code
  }

  private static func segments(
    _ rail: RailNetwork, _ names: RailNames, drawn: [Corridor]
  ) -> TableText {
    var table = TableText([
      "line_id", "seq", "from_id", "to_id", "distance_km", "run_min", "class", "trains_per_day",
      "opened", "status",
    ])
    var stationAt: [GeoPoint: Int] = [:]
    for (index, position) in rail.stations.enumerated().reversed() { stationAt[position] = index }
    for (line, code) in names.lineCodes.enumerated() {
      var runs = rail.runs.filter { $0.line == UInt32(line) }[...]
      var sequence = 0
      func append(_ fields: [String]) {
        sequence += 1
        table.append([code, "\(sequence)"] + fields)
      }
      func append(_ run: RailNetwork.Run) {
        append([
          names.stationCodes[Int(run.from)], names.stationCodes[Int(run.to)],
          run.length.digitsOfThousandth ?? (run.length / 1_000).digits,
          (Double(run.time) / 60_000).digits, run.railClass.rawValue, run.trainsPerDay.digits,
          run.opened.map { "\($0)" } ?? "", "open",
        ])
      }
      for (start, end) in drawn.indices.contains(line) ? drawn[line].legs : [] {
        if let run = runs.first, rail.stations[Int(run.from)] == start,
          rail.stations[Int(run.to)] == end
        {
          append(run)
          runs.removeFirst()
        } else if let from = stationAt[start], let to = stationAt[end] {
          append(
            [names.stationCodes[from], names.stationCodes[to]] + ["", "", "", "", "", "drawn"])
        }
      }
      for run in runs { append(run) }
    }
    return table
  }
}

extension Corridor {
  /// From vertex to vertex, in order.
  fileprivate var legs: [(start: GeoPoint, end: GeoPoint)] {
    lines.flatMap { zip($0, $0.dropFirst()).map { ($0, $1) } }
  }
}
