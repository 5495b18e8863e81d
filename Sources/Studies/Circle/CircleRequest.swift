public import Analysis
public import Shapes

/// A question about circles as a user puts it: names and files, not yet looked up.
public struct CircleRequest: Hashable, Sendable {
  /// Names as plans write them.
  public var places: [String]
  public var points: [GeoPoint]
  /// Layers whose areas are centres.
  public var centreZones: [String]
  public var minutes: [Double]
  public var mode: TravelMode
  public var reading: CentreReading
  /// One circle a centre instead of their union.
  public var isEach: Bool
  /// Areas to hold the circle against: layers, names or lists of names.
  public var zones: [String]
  /// Metres by which a drawn polygon may leave the iso-line.
  public var tolerance: Double

  public init(
    places: [String] = [], points: [GeoPoint] = [], centreZones: [String] = [],
    minutes: [Double] = [60], mode: TravelMode = .roadDoor, reading: CentreReading = .core,
    isEach: Bool = false, zones: [String] = [], tolerance: Double = 0
  ) {
    self.places = places
    self.points = points
    self.centreZones = centreZones
    self.minutes = minutes
    self.mode = mode
    self.reading = reading
    self.isEach = isEach
    self.zones = zones
    self.tolerance = tolerance
  }
}

extension CircleRequest {
  /// The question, names and files looked up in a workspace.
  func question(in workspace: Workspace) throws -> CircleQuestion {
    var named: [PlaceGroup] = []
    for place in places {
      let group = try workspace.group(named: place)
      if !named.contains(where: { $0.places == group.places }) { named.append(group) }
    }
    named += points.map { PlaceGroup(point: $0) }
    for path in centreZones {
      let zone = try workspace.zoneFile(path)
      guard case .polygons(let polygons) = zone.ground else { continue }
      named.append(
        .init(name: zone.name, places: [.zone(name: zone.name.chinese, polygons)]))
    }
    return CircleQuestion(
      groups: isEach
        ? named.flatMap { workspace.each($0) }.distinct() : [PlaceGroup(union: named)],
      minutes: Array(Set(minutes)).sorted(), mode: mode, reading: reading,
      zones: try zones.map { try workspace.zone($0) }, tolerance: tolerance)
  }
}

extension PlaceGroup {
  /// All places of several groups as one, each place once.
  fileprivate init(union groups: [PlaceGroup]) {
    var places: [CentrePlace] = []
    for place in groups.flatMap(\.places) where !places.contains(place) { places.append(place) }
    self.init(
      name: .init(
        chinese: groups.map(\.name.chinese).joined(separator: "、"),
        english: groups.map(\.name.english).joined(separator: ", ")),
      places: places)
  }
}

extension [PlaceGroup] {
  /// Each group once, in order.
  fileprivate func distinct() -> [PlaceGroup] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
