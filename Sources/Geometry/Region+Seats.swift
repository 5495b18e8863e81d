public import Shapes

extension Region {
  /// The point that stands for a unit: a county's seat, a prefecture's core or its first seat.
  public func seat(of unit: UnitReference) -> GeoPoint? {
    switch unit.level {
    case .county: counties[unit.index].seat
    case .prefecture:
      prefectures[unit.index].core
        ?? prefectures[unit.index].counties.lazy.compactMap { counties[$0].seat }.first
    case .province: nil
    }
  }
}
