import Foundation
import Geometry
import Routing
import Shapes

/// A user's own network, node by node and edge by edge.
///
/// Nodes are `id,lon,lat` and are found by their ids, and by a `name` where there is one; edges are
/// `from,to` with `minutes`, or `km` and `class` or `speed`, and `oneway` 0 or 1; `ref` is the
/// route's number. Who is joined with whom is as given.
public struct NetworkTables: Sendable {
  public private(set) var dataset: Dataset
  /// Edges that say they are faster than any road; nil for none.
  public let fast: FastEdges?

  /// - Throws: ``GeoIOError`` with file, line and value.
  public init(nodes nodesPath: String, edges edgesPath: String) throws {
    let (places, indexOf) = try Self.nodes(CSVTable(path: nodesPath))
    var fast: FastEdges?
    let network = try Self.edges(
      CSVTable(path: edgesPath), places.map(\.position), indexOf, &fast)
    self.fast = fast
    guard network.edgeCount > 0 else { throw GeoIOError.noRoads(path: edgesPath) }
    let names = [nodesPath, edgesPath].map { URL(fileURLWithPath: $0).lastPathComponent }
    let notes = DatasetNotes(
      title: PlaceName(
        chinese: "自有路网:" + names.joined(separator: "、"),
        english: "Own network: " + names.joined(separator: ", ")),
      version: "1", digest: "",
      vintage: PlaceName(chinese: "道路:自有表格", english: "roads: the user's own tables"),
      attribution: names,
      limits: PlaceName(
        chinese: "路网如表所给;没有行政区划、人口、铁路与水体,因此只答节点(id)、位置与面积,不答人口与地名",
        english: "roads as the tables give them; neither regions nor people, railways or waters, "
          + "so that it answers for nodes (ids), positions and areas, not for people or names"))
    var dataset = try Dataset(roads: network, notes: notes, folder: edgesPath)
    dataset.places = places
    dataset.notes.digest = dataset.contentDigest
    self.dataset = dataset
  }

  private static func nodes(
    _ table: CSVTable
  ) throws -> (places: [NamedPlace], indexOf: [String: Int]) {
    let (id, x, y) = (try table.column("id"), try table.column("lon"), try table.column("lat"))
    let called = table.columns.firstIndex(of: "name")
    var places: [NamedPlace] = []
    var indexOf: [String: Int] = [:]
    for row in 0..<table.rowCount {
      let own = try table.text(row, id)
      guard indexOf.updateValue(places.count, forKey: own) == nil else {
        throw table.badValue(row, id, expected: "an id that no other node has")
      }
      let name = try called.map { column throws(GeoIOError) in try table.text(row, column) } ?? ""
      let shown = name.isEmpty ? own : name
      places.append(
        NamedPlace(
          name: PlaceName(chinese: shown, english: shown), localName: own, kind: .node,
          position: try table.position(row, longitude: x, latitude: y)))
    }
    return (places, indexOf)
  }

  private static func edges(
    _ table: CSVTable, _ positions: [GeoPoint], _ indexOf: [String: Int],
    _ fast: inout FastEdges?
  ) throws(GeoIOError) -> RoadNetwork {
    let (from, to) = (try table.column("from"), try table.column("to"))
    func optional(_ name: String) -> Int? { table.columns.firstIndex(of: name) }
    let (minutes, km, speed) = (optional("minutes"), optional("km"), optional("speed"))
    let (kind, oneWay) = (optional("class"), optional("oneway"))
    let ref = optional("ref")
    var routes = RouteIndex()
    if minutes == nil, km == nil {
      throw .missingColumn("minutes", path: table.path, found: table.columns)
    }
    func value(_ row: Int, _ column: Int?, atMost limit: Double) throws(GeoIOError) -> Double? {
      guard let column, !table.isEmpty(row, column) else { return nil }
      let value = try table.number(row, column)
      guard value > 0, value <= limit else {
        throw table.badValue(row, column, expected: "a number over 0, at most \(Int(limit))")
      }
      return value
    }
    var network = RoadNetwork(
      nodes: positions, from: [], to: [], length: [], roadClass: [], route: [], routes: [""])
    for row in 0..<table.rowCount {
      func node(_ column: Int) throws(GeoIOError) -> Int {
        guard let node = indexOf[try table.text(row, column)] else {
          throw table.badValue(row, column, expected: "the id of a node")
        }
        return node
      }
      let (start, end) = (try node(from), try node(to))
      let straight = positions[start].localDistance(to: positions[end])
      let length = try value(row, km, atMost: 40_000).map { $0 * 1_000 } ?? straight
      var roadClass: RoadClass?
      if let kind, !table.isEmpty(row, kind) {
        roadClass = RoadClass(rawValue: try table.text(row, kind))
        if roadClass == nil {
          throw table.badValue(
            row, kind, expected: RoadClass.allCases.map(\.rawValue).joined(separator: ", "))
        }
      }
      var own = try value(row, speed, atMost: 400)
      var delay: UInt32 = 0
      if let time = try value(row, minutes, atMost: 10_000) {
        own = length > 0 ? length / 1_000 / (time / 60) : nil
        guard own ?? 0 <= 10_000 else {
          throw table.badValue(row, minutes ?? from, expected: "minutes that so many km can take")
        }
        if length == 0 { delay = TravelTime.rounded(time * 60_000) }
      }
      guard own != nil || roadClass != nil || delay > 0 else {
        throw table.badValue(
          row, minutes ?? km ?? from, expected: "minutes, or km with a class or a speed")
      }
      if let own { FastEdges.note(own, line: table.line(ofRow: row), in: &fast) }
      var isOneWay = false
      if let oneWay, !table.isEmpty(row, oneWay) {
        isOneWay = try table.whole(row, oneWay, below: 2) == 1
      }
      if own != nil || isOneWay || delay > 0 {
        network.exceptions[network.edgeCount] = EdgeException(
          speed: own, delay: delay, isOneWay: isOneWay)
      }
      network.from.append(UInt32(start))
      network.to.append(UInt32(end))
      network.length.append(length)
      network.roadClass.append(roadClass ?? .main)
      let code = try ref.map { column throws(GeoIOError) in try table.text(row, column) } ?? ""
      network.route.append(try routes.index(of: code, in: &network))
    }
    return network
  }
}
