import Geometry
import Shapes

/// What a surface has inside, with the people of each county, kept so that a surface that differs in
/// few cells is soon counted.
struct GroundCount: Sendable {
  let cells: CellCount
  let level: UInt32
  /// One a county of the survey, in its order; nil without ground inside.
  private let residents: [CellCount.Residents?]

  init(of surface: TimeSurface, level: UInt32, _ counties: [CountyCells], in region: Region) {
    self.level = level
    cells = CellCount(of: surface, level: level)
    var found = cells.residents(of: counties, in: region)[...]
    residents = counties.map { found.first?.county == $0.county ? found.removeFirst() : nil }
  }

  /// The count of `surface`, whose times differ from those of `known` in no cell but `changed`.
  init(
    of surface: TimeSurface, knowing known: GroundCount, in changed: LatticeWindow,
    _ counties: [CountyCells], in region: Region
  ) {
    level = known.level
    let cells = CellCount(
      of: surface.times(within: level), level: level, knowing: known.cells, in: changed)
    residents = zip(counties, known.residents).map { county, known in
      county.window.intersects(changed) ? cells.residents(of: county, in: region) : known
    }
    self.cells = cells
  }

  /// Area, and whole persons rounded a county.
  func extent(in world: World) -> Circle.Extent {
    Circle.Extent(
      area: cells.area(on: world.lattice),
      people: CellCount.sum(residents.compactMap { $0 }, in: world.region))
  }
}
