import Geometry
import Routing
import Shapes

/// Roads from `roads_nodes.csv` (`id,lon,lat`) and `roads_edges.csv` (`from,to,km,class,ref`).
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
    var routeIndex: [String: UInt16] = ["": 0]
    for row in 0..<table.rowCount {
      let length = try table.number(row, km)
      guard length >= 0, length < 40_000 else {
        throw table.badValue(row, km, expected: "kilometres of 0 or more")
      }
      guard let roadClass = RoadClass(rawValue: try table.text(row, kind)) else {
        throw table.badValue(
          row, kind, expected: RoadClass.allCases.map(\.rawValue).joined(separator: ", "))
      }
      let route = table.isEmpty(row, reference) ? "" : try table.text(row, reference)
      if routeIndex[route] == nil {
        guard network.routes.count < Int(UInt16.max) else {
          throw table.badValue(row, reference, expected: "at most 65,534 different routes")
        }
        routeIndex[route] = UInt16(network.routes.count)
        network.routes.append(route)
      }
      network.from.append(UInt32(try table.whole(row, from, below: positions.count)))
      network.to.append(UInt32(try table.whole(row, to, below: positions.count)))
      network.length.append(length * 1_000)
      network.roadClass.append(roadClass)
      network.route.append(routeIndex[route] ?? 0)
    }
    return network
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
