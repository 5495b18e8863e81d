public import Geometry
public import Routing
public import Shapes

/// The nearest facility of each kind to each place, and who lives within some minutes of one.
public struct NearestAnswer: Sendable {
  public var question: NearestQuestion
  public var places: [NearestPlace]
  public var layers: [NearestLayer]
  public var profile: TravelProfile
  public var warnings: [NearestWarning]
}

public struct NearestPlace: Sendable {
  public var group: PlaceGroup
  public var unit: UnitReference?
  public var point: GeoPoint?
  public var people: Int?
  /// Index in ``Region/provinces`` of the ground it stands on.
  public var province: Int?
}

/// What a place has of one kind.
public struct NearestFacility: Hashable, Sendable {
  /// Index in the layer.
  public var facility: Int
  public var minutes: Double
  /// Kilometres of the fastest way.
  public var kilometers: Double?
  /// Whether it stands in another province than the place.
  public var isAcrossBorder: Bool
}

/// One kind: a facility a place, and sums over places.
public struct NearestLayer: Sendable {
  public var layer: FacilityLayer
  /// Index in ``Region/provinces`` of each facility's ground; nil outside the dataset.
  public var provinces: [Int?]
  /// One a place; nil where none is reached.
  public var nearest: [NearestFacility?]
  public var reach: [Reach]
  /// Supply within an hour per 100,000 people who share it (2SFCA), one a place; empty for layers
  /// of one's own.
  public var supply: [Double]

  /// Who lives within some minutes of a facility.
  public struct Reach: Hashable, Sendable {
    public var minutes: Double
    public var places: Int
    public var people: Int
    /// Of all places' people.
    public var peopleShare: Double?
  }

  /// Places whose nearest one is in another province.
  public var acrossBorder: Int { nearest.count { $0?.isAcrossBorder == true } }
}

public enum NearestWarning: Hashable, Sendable {
  /// Places that reach no facility of a kind.
  case unreached([PlaceName], layer: PlaceName)
  /// A kind with nothing in it.
  case emptyLayer(PlaceName)
  /// Prefectures of the places asked about, and those of them on whose ground a kind that lists
  /// only some of what there is lists none.
  case unlisted([PlaceName], of: Int, layer: PlaceName)
}
