import Geometry
import Routing
import Shapes

// Roads: the counterpart of `RoadTables`.
extension DatasetTables {
  mutating func add(_ roads: RoadNetwork, _ corridors: [Corridor]) {
    var nodes = TableText(["id", "lon", "lat"])
    for (index, node) in roads.nodes.enumerated() { nodes.append(["\(index)"] + node.fields) }
    add("roads_nodes.csv", nodes)
    add("roads_edges.csv", Self.edges(roads))
    var names = TableText(["code", "name_zh", "name_en"])
    for corridor in corridors where corridor.kind == .expressway {
      names.append([corridor.code, corridor.name.chinese, corridor.name.english])
    }
    add("expressways.csv", names)
  }

  /// Columns that no edge has anything for are left out.
  private static func edges(_ roads: RoadNetwork) -> TableText {
    let kilometers = roads.length.map(\.digitsOfThousandth)
    let own = roads.exceptions.values
    let hasMetres = kilometers.contains(nil)
    let hasSpeeds = own.contains { $0.speed != nil }
    let hasDelays = own.contains { $0.delay > 0 }
    let hasOneWays = own.contains { $0.isOneWay }
    var columns = ["from", "to", "km", "class", "ref"]
    if hasMetres { columns.append("m") }
    if hasSpeeds { columns.append("speed") }
    if hasDelays { columns.append("delay_s") }
    if hasOneWays { columns.append("oneway") }
    var table = TableText(columns)
    for edge in 0..<roads.edgeCount {
      let exception = roads.exceptions[edge]
      var fields = [
        "\(roads.from[edge])", "\(roads.to[edge])",
        kilometers[edge] ?? (roads.length[edge] / 1_000).digits, roads.roadClass[edge].rawValue,
        roads.routes[Int(roads.route[edge])],
      ]
      if hasMetres { fields.append(kilometers[edge] == nil ? roads.length[edge].digits : "") }
      if hasSpeeds { fields.append(exception?.speed?.digits ?? "") }
      if hasDelays {
        let delay = exception?.delay ?? 0
        fields.append(delay > 0 ? (Double(delay) / 1_000).digits : "")
      }
      if hasOneWays { fields.append(exception?.isOneWay == true ? "1" : "0") }
      table.append(fields)
    }
    return table
  }
}
