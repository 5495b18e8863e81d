import Geometry
import Shapes

extension SectionWriter {
  /// Nothing is added for none, so that a file without places is what it was.
  mutating func add(_ places: [NamedPlace]) {
    guard !places.isEmpty else { return }
    add("place.name", names: places.map(\.name))
    add("place.local", texts: places.map(\.localName))
    add("place.kind", words: places.map(\.kind.rawValue))
    add("place.position", places.map(\.position))
  }
}

extension SectionReader {
  /// Sections that a dataset may do without.
  func places() throws(GeoIOError) -> [NamedPlace] {
    guard range(of: "place.position") != nil else { return [] }
    let positions = try points("place.position")
    let names = try names("place.name", count: positions.count)
    let local = try texts("place.local", count: positions.count)
    let kinds = try words("place.kind", count: positions.count, as: NamedPlace.Kind.self)
    return positions.indices.map {
      NamedPlace(
        name: names[$0], localName: local[$0], kind: kinds[$0], position: positions[$0])
    }
  }
}
