/// Why a scenario cannot be applied to the baseline.
public enum ScenarioError: Error, Hashable, Sendable {
  case farFromRoads(link: String, place: String, kilometers: Double?)
  /// The baseline already has what a link adds; `place` is where the link is written.
  case alreadyThere(link: String, line: String, place: String? = nil)
  case noSuchStretch(place: String, words: String)
  case noProvinces
  case sameProvince(name: String)
  case noSpeed(link: String, roadClass: String)
  case twice(name: String)
}

extension ScenarioError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .farFromRoads(let link, let place, let kilometers):
      if let kilometers {
        "\(link): \(place) lies \(kilometers.fixed(1)) km from the nearest ordinary road, and an "
          + "interchange is joined over at most 15 km; move it, or leave it out of interchanges."
      } else {
        "\(link): the dataset has no ordinary road that \(place) could be joined to; give roads."
      }
    case .alreadyThere(let link, let line, let place):
      "\(place.map { "\($0): " } ?? "")\(link) is already in the baseline as \(line); leave it out, or use `change` to give it "
        + "another speed."
    case .noSuchStretch(let place, let words):
      "\(place) is no stretch of the baseline (\(words)); name a route as `hinterland data show` "
        + "lists it, and places that it passes."
    case .noProvinces:
      "border_delay needs provinces, and this dataset has fewer than two; leave it out."
    case .sameProvince(let name):
      "border_delay is between \(name) and itself; name two provinces."
    case .noSpeed(let link, let roadClass):
      "\(link) is of class '\(roadClass)', for which the profile has no speed; give `speed`."
    case .twice(let name):
      "Two links are called \(name); give each a name of its own."
    }
  }
}
