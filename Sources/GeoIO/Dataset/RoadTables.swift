import Geometry
import Routing
import Shapes

/// Roads from `roads_nodes.csv` (`id,lon,lat`) and `roads_edges.csv` (`from,to,km,class,ref`).
///
/// An edge may have `speed` in km/h instead of its class's, `delay_s` in seconds besides, `oneway` 1
/// where it is driven from–to only, and `m`, metres that stand for `km` where those cannot say
/// them to the last digit.
struct RoadTables {
  let folder: DatasetFolder

  func read() throws -> RoadNetwork {
    let nodes = try folder.table("roads_nodes.csv")
    let (id, x, y) = (try nodes.column("id"), try nodes.column("lon"), try nodes.column("lat"))
    var positions: [GeoPoint] = []
    positions.reserveCapacity(nodes.rowCount)
    for row in 0..<nodes.rowCount {
      guard try nodes.whole(row, id) == row else {
        throw nodes.badValue(row, id, expected: "ids that count up from 0")
      }
      positions.append(try nodes.position(row, longitude: x, latitude: y))
    }
    return try edges(over: positions)
  }

  private func edges(over positions: [GeoPoint]) throws -> RoadNetwork {
    let table = try folder.table("roads_edges.csv")
    let (from, to, km) = (
      try table.column("from"), try table.column("to"), try table.column("km")
    )
    let (kind, reference) = (try table.column("class"), try table.column("ref"))
    var network = RoadNetwork(
      nodes: positions, from: [], to: [], length: [], roadClass: [], route: [], routes: [""])
    var routes = RouteIndex()
    let own = OwnColumns(table)
    for row in 0..<table.rowCount {
      let kilometers = try table.number(row, km)
      guard kilometers >= 0, kilometers < 40_000 else {
        throw table.badValue(row, km, expected: "kilometres of 0 or more")
      }
      guard let roadClass = RoadClass(rawValue: try table.text(row, kind)) else {
        throw table.badValue(
          row, kind, expected: RoadClass.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let route = table.isEmpty(row, reference) ? "" : try table.text(row, reference)
      guard let index = try? routes.index(of: route, in: &network) else {
        throw table.badValue(row, reference, expected: "at most 65,534 different routes")
      }
      network.from.append(UInt32(try table.whole(row, from, below: positions.count)))
      network.to.append(UInt32(try table.whole(row, to, below: positions.count)))
      if let exception = try own.exception(row) {
        network.exceptions[network.length.count] = exception
      }
      network.length.append(try own.metres(row) ?? kilometers * 1_000)
      network.roadClass.append(roadClass)
      network.route.append(index)
    }
    return network
  }

  /// Columns that say what an edge's class and kilometres do not.
  private struct OwnColumns {
    private let table: CSVTable
    private let speed, delay, oneWay, length: Int?

    init(_ table: CSVTable) {
      self.table = table
      func optional(_ name: String) -> Int? { table.columns.firstIndex(of: name) }
      (speed, delay) = (optional("speed"), optional("delay_s"))
      (oneWay, length) = (optional("oneway"), optional("m"))
    }

    /// A number of a column that may be missing or empty.
    private func number(_ row: Int, _ column: Int?, below limit: Double) throws(GeoIOError)
      -> Double?
    {
      guard let column, !table.isEmpty(row, column) else { return nil }
      let value = try table.number(row, column)
      guard value >= 0, value < limit else {
        throw table.badValue(row, column, expected: "a number from 0 to below \(Int(limit))")
      }
      return value
    }

    func metres(_ row: Int) throws(GeoIOError) -> Double? {
      try number(row, length, below: 40_000_000)
    }

    func exception(_ row: Int) throws(GeoIOError) -> EdgeException? {
      let speed = try number(row, speed, below: 10_001)
      if let column = self.speed, speed == 0 {
        throw table.badValue(row, column, expected: "km/h over 0")
      }
      let seconds = try number(row, delay, below: Double(TravelTime.unreachable) / 1_000) ?? 0
      var isOneWay = false
      if let oneWay, !table.isEmpty(row, oneWay) {
        isOneWay = try table.whole(row, oneWay, below: 2) == 1
      }
      guard speed != nil || seconds > 0 || isOneWay else { return nil }
      return EdgeException(
        speed: speed, delay: TravelTime.rounded(seconds * 1_000), isOneWay: isOneWay)
    }
  }

  /// Route code → name, from `expressways.csv`.
  func routeNames() throws -> [String: PlaceName] {
    let table = try folder.table("expressways.csv")
    let (code, chinese, english) = (
      try table.column("code"), try table.column("name_zh"), try table.column("name_en")
    )
    var names: [String: PlaceName] = [:]
    for row in 0..<table.rowCount {
      names[try table.text(row, code)] = PlaceName(
        chinese: try table.text(row, chinese), english: try table.text(row, english))
    }
    return names
  }
}

extension RoadNetwork {
  /// One corridor a route code of controlled access, in order of the codes.
  func corridors(named names: [String: PlaceName]) -> [Corridor] {
    var edges: [String: [Int]] = [:]
    for edge in 0..<edgeCount where roadClass[edge].isControlledAccess && route[edge] != 0 {
      for code in routes[Int(route[edge])].split(separator: ";") {
        edges[String(code), default: []].append(edge)
      }
    }
    return edges.keys.sorted().map { code in
      Corridor(
        code: code, name: names[code] ?? PlaceName(chinese: code, english: code),
        kind: .expressway, lines: lines(of: edges[code] ?? []))
    }
  }

  /// Edges strung together wherever exactly two meet.
  private func lines(of edges: [Int]) -> [[GeoPoint]] {
    var ends: [UInt32: [Int]] = [:]
    for edge in edges {
      ends[from[edge], default: []].append(edge)
      ends[to[edge], default: []].append(edge)
    }
    var used: Set<Int> = []
    func walk(from node: UInt32, along first: Int) -> [GeoPoint] {
      var line = [nodes[Int(node)]]
      var (at, edge) = (node, first)
      while used.insert(edge).inserted {
        at = self.from[edge] == at ? to[edge] : self.from[edge]
        line.append(nodes[Int(at)])
        guard ends[at]?.count == 2, let next = ends[at]?.first(where: { !used.contains($0) })
        else { break }
        edge = next
      }
      return line
    }
    var lines: [[GeoPoint]] = []
    // Ends and forks first, then what is left: rings.
    for edge in edges where !used.contains(edge) {
      for node in [from[edge], to[edge]] where ends[node]?.count != 2 && !used.contains(edge) {
        lines.append(walk(from: node, along: edge))
      }
    }
    for edge in edges where !used.contains(edge) {
      lines.append(walk(from: from[edge], along: edge))
    }
    return lines
  }
}
