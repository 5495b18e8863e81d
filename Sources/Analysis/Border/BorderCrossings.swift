public import Geometry
public import Routing
public import Shapes

/// Where roads get over a border.
///
/// An edge crosses where its two ends lie on different sides. Crossings of one class that are less
/// than a kilometre apart along the border are one: two carriageways, or a road that weaves over
/// the line.
public struct BorderCrossings: Sendable {
  /// Metres.
  public static let merging = 1_000.0

  public struct Crossing: Hashable, Sendable {
    public var place: BorderLine.Place
    public var roadClass: RoadClass
    /// Route codes as in ``RoadNetwork/routes``; empty where there is none.
    public var route: String
  }

  /// In order of the lines, along each.
  public let crossings: [Crossing]
  public let length: Meters
  /// The longest stretch that nothing crosses; nil for a border without length.
  public let gap: BorderLine.Gap?

  public var count: Int { crossings.count }

  /// Crossings of a class, or of all, on 100 km of border.
  public func per100Kilometers(_ roadClass: RoadClass? = nil) -> Double {
    let count = crossings.count { roadClass == nil || $0.roadClass == roadClass }
    return length.value > 0 ? Double(count) / length.kilometers * 100 : 0
  }

  /// - Complexity: O(edges + edges nearby · sides around each).
  public init(of line: BorderLine, by roads: RoadNetwork) {
    length = line.length
    var found: [Crossing] = []
    for edge in 0..<roads.edgeCount {
      let side = GeoSide(roads.nodes[Int(roads.from[edge])], roads.nodes[Int(roads.to[edge])])
      guard let place = line.crossing(of: side) else { continue }
      found.append(
        Crossing(
          place: place, roadClass: roads.roadClass[edge],
          route: roads.routes[Int(roads.route[edge])]))
    }
    found.sort {
      ($0.place.line, $0.place.distance, $0.roadClass.rawValue, $0.route)
        < ($1.place.line, $1.place.distance, $1.roadClass.rawValue, $1.route)
    }
    var crossings: [Crossing] = []
    var last: [RoadClass: Int] = [:]
    for crossing in found {
      if let before = last[crossing.roadClass].map({ crossings[$0] }),
        before.place.line == crossing.place.line,
        crossing.place.distance - before.place.distance < Self.merging
      {
        continue
      }
      last[crossing.roadClass] = crossings.count
      crossings.append(crossing)
    }
    self.crossings = crossings
    gap = line.longestGap(between: crossings.map(\.place))
  }
}
