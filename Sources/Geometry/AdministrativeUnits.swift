public import Shapes

/// A county-level unit: county, county-level city, banner or urban district.
public struct County: Hashable, Sendable {
  /// Six digits of GB/T 2260 in the embedded dataset; any text in a user's layer.
  public var code: String
  public var name: PlaceName
  /// Index of the prefecture in ``Region/prefectures``.
  public var prefecture: Int
  /// Index of the province in ``Region/provinces``.
  public var province: Int
  public var polygons: [GeoPolygon]
  /// The seat of government, or the urban core that stands for it.
  public var seat: GeoPoint?
  /// Residents; nil where none were counted, which is not zero.
  public var people: Int?
  /// Residents of towns among ``people``.
  public var urbanPeople: Int?

  public init(
    code: String, name: PlaceName, prefecture: Int, province: Int, polygons: [GeoPolygon],
    seat: GeoPoint?, people: Int?, urbanPeople: Int?
  ) {
    self.code = code
    self.name = name
    self.prefecture = prefecture
    self.province = province
    self.polygons = polygons
    self.seat = seat
    self.people = people
    self.urbanPeople = urbanPeople
  }

  /// Whether it is an urban district (市辖区): a 区 that is neither forest (林区) nor special (特区).
  public var isUrbanDistrict: Bool {
    name.chinese.hasSuffix("区") && !name.chinese.hasSuffix("林区")
      && !name.chinese.hasSuffix("特区")
  }
}

/// A prefecture-level unit, as a plan says "city" (市) of it.
public struct Prefecture: Hashable, Sendable {
  public var code: String
  public var name: PlaceName
  public var province: Int
  /// Indices in ``Region/counties``, ascending.
  public var counties: [Int]
  /// The point that stands for it where one is needed: the middle of its densest district.
  public var core: GeoPoint?

  public init(code: String, name: PlaceName, province: Int, counties: [Int], core: GeoPoint?) {
    self.code = code
    self.name = name
    self.province = province
    self.counties = counties
    self.core = core
  }
}

public struct Province: Hashable, Sendable {
  public var code: String
  public var name: PlaceName
  /// Indices in ``Region/prefectures``, ascending.
  public var prefectures: [Int]

  public init(code: String, name: PlaceName, prefectures: [Int]) {
    self.code = code
    self.name = name
    self.prefectures = prefectures
  }
}

/// A development or management zone that the census counts apart, without a polygon of its own.
public struct ManagementZone: Hashable, Sendable {
  public var name: String
  /// The county that holds its seat and its people.
  public var hostCode: String
  public var people: Int?

  public init(name: String, hostCode: String, people: Int?) {
    self.name = name
    self.hostCode = hostCode
    self.people = people
  }
}

/// The three levels of units, lowest first.
public enum AdministrativeLevel: Int, Hashable, Comparable, Sendable, CaseIterable {
  case county
  case prefecture
  case province

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One unit of a region: its level and its index there.
public struct UnitReference: Hashable, Sendable {
  public var level: AdministrativeLevel
  public var index: Int

  public init(_ level: AdministrativeLevel, _ index: Int) {
    self.level = level
    self.index = index
  }
}
