public import Geometry
public import Routing
public import Shapes

/// What a centre starts from: three readings of "from the city".
public enum CentreReading: String, Hashable, Sendable, CaseIterable {
  /// Its built-up core, all at time 0.
  case core
  /// Its seat of government.
  case seat
  /// Every urban district's seat.
  case districts
}

/// A place that a question names as a start, before it is looked at in the world.
public enum CentrePlace: Hashable, Sendable {
  case unit(UnitReference)
  case point(GeoPoint)
  case zone(name: String, [GeoPolygon])
  /// Where a line of transport can be entered: all its gates start at 0, on the street.
  case gates(name: PlaceName, [GeoPoint])
}

/// A start as it is in the world: where trips begin, and what leaving costs.
public struct Centre: Sendable {
  public let place: CentrePlace
  public let name: PlaceName
  /// The unit's code; nil for points and zones.
  public let code: String?
  public let reading: CentreReading
  public let origin: Origin
  /// The core that trips leave, whatever the reading; nil outside every core.
  public let core: UrbanCore?
  /// Minutes that every trip out of ``core`` pays once.
  public let startMinutes: Double
  /// The reading asked for was not to be had, and the seat stands in.
  public let fellBackToSeat: Bool
}

/// Why a place cannot be a centre.
public enum CentreError: Error, Hashable, Sendable {
  case provinceIsTooLarge(name: String)
  case noSeat(name: String)
  /// All units of a level, of a dataset that has none.
  case noUnits(name: String)
  case zoneIsEmpty(name: String)
}

extension CentreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .provinceIsTooLarge(let name):
      "\(name) is a province, too large to be a centre; name a city or county in it (its borders "
        + "are a question for `hinterland border`)."
    case .noSeat(let name):
      "\(name) has no seat in this dataset to start from; give a point with --at lon,lat."
    case .noUnits(let name):
      "This dataset has no \(name), since no layer of regions was imported; name places, or give points "
        + "with --at lon,lat."
    case .zoneIsEmpty(let name):
      "\(name) holds no polygon to start from; give a layer with at least one polygon."
    }
  }
}

extension [Centre] {
  /// Indices of the counties that the centres stand for; points and zones stand for none.
  public func counties(in region: Region) -> Set<Int> {
    Set(
      flatMap { centre -> [Int] in
        guard case .unit(let unit) = centre.place else { return [] }
        return region.counties(of: unit)
      })
  }
}
