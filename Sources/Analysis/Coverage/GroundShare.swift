import Geometry
import Shapes

/// Ground and people of some counties, and how much of both lies inside a count.
struct GroundShare: Hashable, Sendable {
  /// Square kilometres.
  var area: Double
  var areaInside: Double
  /// Nil where nobody was counted.
  var people: Int?
  /// Whole persons, rounded a county.
  var peopleInside: Int?
}

extension World {
  /// What of the counties at these indices lies inside `count`.
  func ground(of counties: [Int], in count: CellCount) throws -> GroundShare {
    let cells = try people.cells(of: counties)
    let subsampleArea = lattice.cellArea / 64
    return GroundShare(
      area: cells.reduce(0) { $0 + Double($1.subsamples) } * subsampleArea,
      areaInside: cells.reduce(0) { $0 + count.share(of: $1).subsamples } * subsampleArea,
      people: cells.people { region.counties[$0.county].people },
      peopleInside: cells.people { $0.people(in: count, region) })
  }
}

extension [CountyCells] {
  /// The sum over the counties that were counted; nil where none was.
  func people(_ count: (CountyCells) -> Int?) -> Int? {
    let counted = compactMap(count)
    return counted.isEmpty && !isEmpty ? nil : counted.reduce(0, +)
  }
}

extension CountyCells {
  /// Whole persons of the county inside; nil where nobody was counted.
  func people(in count: CellCount, _ region: Region) -> Int? {
    region.counties[county].people.map { _ in Int(count.share(of: self).people.rounded()) }
  }
}
