public import Geometry

/// A user's figure of a unit or a circle: what of it lies inside.
public struct FigureInside: Hashable, Sendable {
  public var name: String
  /// Nil where no county of it has a figure.
  public var inside: Double?
  /// Of all counties of the dataset.
  public var total: Double
}

extension Circle {
  /// The user's figures inside, a column each.
  ///
  /// Of a county as much of its figure is inside as of its people, of its area where nobody was counted:
  /// a figure is known by county alone.
  ///
  /// - Complexity: O(counties of the coverage · columns).
  public func figures(in region: Region) -> [FigureInside] {
    region.figures.map { figures in
      FigureInside(
        name: figures.name, inside: inside(figures, coverage.map(\.unit)),
        total: figures.values.reduce(0) { $0 + ($1 ?? 0) })
    }
  }

  /// What of `figures` lies inside the counties of `unit`; nil where none of them has one.
  func inside(_ figures: UnitFigures, of unit: UnitReference, in region: Region) -> Double? {
    let members = Set(region.counties(of: unit))
    return inside(
      figures, coverage.map(\.unit).filter { $0.level == .county && members.contains($0.index) })
  }

  private func inside(_ figures: UnitFigures, _ units: [UnitReference]) -> Double? {
    let counties = Set(units.filter { $0.level == .county }.map(\.index))
    let parts = coverage.compactMap { row -> Double? in
      guard row.unit.level == .county, counties.contains(row.unit.index) else { return nil }
      return figures.values[row.unit.index].map { $0 * (row.peopleShare ?? row.areaShare) }
    }
    return parts.isEmpty ? nil : parts.reduce(0, +)
  }
}
