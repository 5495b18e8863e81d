public import Geometry
import Shapes

/// How far each of some places is from the nearest of several kinds of facility, and which it is.
public struct NearestQuestion: Hashable, Sendable {
  public var places: [PlaceGroup]
  public var layers: [FacilityLayer]
  /// Minutes within which people and places are counted, ascending.
  public var within: [Double]
  public var mode: TravelMode
  public var reading: CentreReading

  public init(
    places: [PlaceGroup], layers: [FacilityLayer], within: [Double] = [15, 30, 60],
    mode: TravelMode = .roadDoor, reading: CentreReading = .seat
  ) {
    self.places = places
    self.layers = layers
    self.within = within.sorted()
    self.mode = mode
    self.reading = reading
  }
}

/// Facilities of one kind.
public struct FacilityLayer: Hashable, Sendable {
  /// Begins the names of its columns: `airport`.
  public var key: String
  public var name: PlaceName
  public var facilities: [Facility]
  /// Each place has one of its own here, and no other counts: the one of its prefecture's code.
  public var isOwn: Bool
  /// Whether it lists only some of what there is, as stations and interchanges of the lines that a
  /// dataset holds: then times are too long where none is listed near.
  public var isPartial: Bool

  public init(
    key: String, name: PlaceName, facilities: [Facility], isOwn: Bool = false,
    isPartial: Bool = false
  ) {
    self.key = key
    self.name = name
    self.facilities = facilities
    self.isOwn = isOwn
    self.isPartial = isPartial
  }
}

extension FacilityLayer {
  /// Each prefecture's seat, for its own counties only.
  public static func ownPrefectures(of world: World) -> FacilityLayer {
    let region = world.region
    return FacilityLayer(
      key: "own_prefecture", name: PlaceName(chinese: "所属地市驻地", english: "own prefecture's seat"),
      facilities: region.prefectures.indices.compactMap { index in
        world.seat(of: UnitReference(.prefecture, index)).map { seat in
          Facility(
            kind: "seat", code: region.prefectures[index].code,
            name: region.prefectures[index].name, position: seat)
        }
      }, isOwn: true)
  }

  /// Nodes where an expressway and an ordinary road meet, within the dataset's counties.
  ///
  /// Each is called by its routes and its county: `G60 洪江市`.
  public static func interchanges(of world: World) -> FacilityLayer {
    let roads = world.network.roads
    var routes: [Int: Set<String>] = [:]
    for edge in 0..<roads.edgeCount where roads.roadClass[edge].isControlledAccess {
      let codes = roads.routes[Int(roads.route[edge])].split(separator: ";").map(String.init)
      for node in [Int(roads.from[edge]), Int(roads.to[edge])] {
        routes[node, default: []].formUnion(codes)
      }
    }
    let locator = RegionLocator(world.region.counties)
    let isInterchange = roads.interchanges()
    let facilities = isInterchange.indices.filter { isInterchange[$0] }.compactMap {
      node -> Facility? in
      guard let county = locator.county(at: roads.nodes[node]) else { return nil }
      let name = world.region.counties[county].name
      let codes = (routes[node] ?? []).sorted().joined(separator: "/")
      return Facility(
        kind: "interchange", code: "N\(node)",
        name: PlaceName(
          chinese: codes.isEmpty ? name.chinese : "\(codes) \(name.chinese)",
          english: codes.isEmpty ? name.english : "\(codes) \(name.english)"),
        position: roads.nodes[node])
    }
    return FacilityLayer(
      key: "interchange", name: PlaceName(chinese: "高速互通", english: "interchange"),
      facilities: facilities, isPartial: true)
  }
}
