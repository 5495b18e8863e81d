import Geometry
import Routing

extension Dataset {
  /// The first part in which another dataset says something else; nil where it says the same.
  ///
  /// Digest and folder are not compared, nor is the order in which nodes are contracted, which no
  /// answer hangs on.
  func firstDifference(from other: Dataset) -> String? {
    let (own, others) = (region, other.region)
    var notes = notes
    notes.digest = other.notes.digest
    let parts: [(String, Bool)] = [
      ("notes", notes == other.notes), ("lattice", plane == other.plane),
      ("side of a cell", cellSize == other.cellSize),
      ("kind of roads", roadDetail == other.roadDetail),
      ("counties", own.counties == others.counties),
      ("prefectures", own.prefectures == others.prefectures),
      ("provinces", own.provinces == others.provinces),
      ("settlements", own.settlements == others.settlements),
      ("waters", own.waters == others.waters), ("named systems", own.systems == others.systems),
      ("management zones", own.zones == others.zones),
      ("counted people", own.counted == others.counted),
      ("columns of figures", own.figures == others.figures),
      ("roads", roads.saysTheSame(as: other.roads)), ("railways", rail == other.rail),
      ("names of railways", railNames == other.railNames),
      ("expressways and lines as drawn", corridors == other.corridors),
      ("names of lines", corridorAliases == other.corridorAliases),
      ("facilities", facilities == other.facilities), ("named places", places == other.places),
      ("characters", simplified == other.simplified),
    ]
    return parts.first { !$0.1 }?.0
  }
}

extension RoadNetwork {
  /// Whether each edge says the same, however the routes are numbered.
  func saysTheSame(as other: RoadNetwork) -> Bool {
    guard nodes == other.nodes, from == other.from, to == other.to, length == other.length,
      roadClass == other.roadClass
    else { return false }
    return (0..<edgeCount).allSatisfy { edge in
      routes[Int(route[edge])] == other.routes[Int(other.route[edge])]
        && exceptions[edge] ?? EdgeException() == other.exceptions[edge] ?? EdgeException()
    }
  }
}
