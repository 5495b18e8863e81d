/// How often a route of controlled access can be entered.
public struct InterchangeDensity: Hashable, Sendable {
  public var route: String
  public var kilometers: Double
  public var interchanges: Int

  /// Interchanges per 100 km.
  public var per100Kilometers: Double {
    kilometers > 0 ? Double(interchanges) / kilometers * 100 : 0
  }
}

extension RoadNetwork {
  /// The density of every route code of controlled access, in order of the codes.
  public func interchangeDensities() -> [InterchangeDensity] {
    let isInterchange = interchanges()
    var lengths: [String: Double] = [:]
    var nodes: [String: Set<UInt32>] = [:]
    for edge in 0..<edgeCount where roadClass[edge].isControlledAccess {
      for code in routes[Int(route[edge])].split(separator: ";").map(String.init) {
        lengths[code, default: 0] += length[edge] / 1_000
        for node in [from[edge], to[edge]] where isInterchange[Int(node)] {
          nodes[code, default: []].insert(node)
        }
      }
    }
    return lengths.keys.sorted().map { code in
      InterchangeDensity(
        route: code, kilometers: lengths[code] ?? 0, interchanges: nodes[code]?.count ?? 0)
    }
  }
}
