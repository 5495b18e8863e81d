import Routing

/// Where each route code stands among those of a network that grows; the code of none is the first.
struct RouteIndex {
  /// Codes are counted in 16 bits, and one is none.
  private static let limit = Int(UInt16.max) - 1

  private var indexOf: [String: UInt16] = ["": 0]

  /// The index of `code` in the routes of `network`, to which a new one is added.
  ///
  /// - Throws: ``GeoIOError/tooManyRoutes(limit:)``.
  /// - Complexity: O(1).
  mutating func index(
    of code: String, in network: inout RoadNetwork
  ) throws(GeoIOError) -> UInt16 {
    if let known = indexOf[code] { return known }
    guard network.routes.count <= Self.limit else { throw .tooManyRoutes(limit: Self.limit) }
    let index = UInt16(network.routes.count)
    indexOf[code] = index
    network.routes.append(code)
    return index
  }
}
