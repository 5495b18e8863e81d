/// Why a name does not stand for one place.
public enum NameError: Error, Hashable, Sendable {
  case empty
  case unknown(name: String, nearest: [String])
  case ambiguous(name: String, candidates: [String])
  /// Places of one kind and name; where they are, as an option takes it.
  case severalPlaces(name: String, at: [String])
  case zoneWithoutPolygon(name: String, host: String)
  /// A point where an area is asked for.
  case placeWithoutGround(name: String)
  case membersUnstated(system: String, source: String)
  case noCentre(system: String)
  case systemOfProvinces(system: String)
}

extension NameError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty:
      "A place name is empty; give a name such as 长沙, a six-digit code, or --at lon,lat."
    case .unknown(let name, let nearest) where nearest.isEmpty:
      "No place or system is called '\(name)'; look names up with `hinterland data find`."
    case .unknown(let name, let nearest):
      "No place or system is called '\(name)'; the nearest names are "
        + "\(nearest.joined(separator: ", "))."
    case .ambiguous(let name, let candidates):
      "'\(name)' may be \(candidates.joined(separator: " or ")); give the code of the one you mean."
    case .severalPlaces(let name, let positions):
      "Several places are called '\(name)': at \(positions.joined(separator: " and at ")); give the one "
        + "you mean with --at lon,lat."
    case .zoneWithoutPolygon(let name, let host):
      "\(name) is a management zone inside \(host), without a polygon of its own; name \(host), "
        + "or give a point with --at lon,lat."
    case .placeWithoutGround(let name):
      "'\(name)' is a point in this dataset, without ground of its own; give a layer of polygons, or a "
        + "dataset with regions."
    case .membersUnstated(let system, let source):
      "The members of \(system) are not spelled out by any document (\(source)); "
        + "name its cities or counties one by one."
    case .noCentre(let system):
      "\(system) has members but no centre in any document; name the cities to start from."
    case .systemOfProvinces(let system):
      "\(system) is a border area of whole provinces, too large to be a centre; that is a question "
        + "for `hinterland border`; name a city to start from."
    }
  }
}
