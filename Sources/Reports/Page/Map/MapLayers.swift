import Geometry
import Shapes

/// The layers of a page's map as JSON: lines in steps of 1e-4°, which is 11 m, or of 1e-5° on ground
/// less than 50 km across.
///
/// A line is written as whole numbers: longitude and latitude of its first vertex, then each
/// vertex's distance from the one before.
struct MapLayers {
  let region: Region
  let corridors: [Corridor]
  let frame: MapFrame
  let language: Language

  /// Steps a degree.
  private var scale: Double { frame.coarseness < 0.5 ? 100_000 : 10_000 }
  /// Metres: a third of a pixel where the map fits a 90-minute circle on a screen; less by the
  /// frame's ``MapFrame/coarseness``.
  private static let borderTolerance = 330.0
  private static let shapeTolerance = 60.0
  private static let lineTolerance = 150.0
  /// Where fewer counties than this share of them meet, provinces are dissolved instead.
  static let leastMeeting = 0.5

  /// The members of the page's data that only the map reads.
  func members() throws -> [(key: String, value: JSONText)] {
    let mesh = CountyMesh(
      of: frame.drawnCounties, in: region, tolerance: Self.borderTolerance * frame.coarseness)
    let isMesh = mesh.meetingShare >= Self.leastMeeting
    return [
      ("counties", .array(frame.counties.map(county))),
      ("prefectures", .array(frame.prefectures.map(prefecture))),
      ("provinces", .strings(frame.provinces.map { language(region.provinces[$0].name) })),
      ("scale", .decimal(scale, places: 0)),
      ("focus", Self.box(frame.focus)),
      ("bounds", Self.box(frame.bounds)),
      ("lines", .array(mesh.lines.map { line($0.points) })),
      (
        "ranks",
        .wholes(
          mesh.lines.map {
            ($0.rank == .edge && !isMesh ? CountyMesh.Rank.county : $0.rank).rawValue
          })
      ),
      (
        "areas",
        .array(
          mesh.areas.map { area in
            .array(
              [.whole(frame.place(of: UnitReference(.county, area.county)))]
                + area.rings.map { .wholes($0) })
          })
      ),
      (
        "outlines", .array(isMesh ? [] : try Self.provinceOutlines(frame, region).map { line($0) })
      ),
      ("water", .array(hardWater.map { line($0) })),
      ("rivers", .array(rivers.map { line($0) })),
      ("expressways", courses(.expressway)),
      ("railways", courses(.rail)),
    ]
  }

  /// Rings of areas, outer ones and holes alike.
  func rings(of areas: [GeoPolygon]) -> JSONText {
    .array(
      areas.flatMap(\.rings)
        .compactMap { $0.simplifiedRing(tolerance: Self.shapeTolerance * frame.coarseness) }.map {
          line($0)
        })
  }

  /// Lines of an answer, as far as the map reaches.
  func lines(_ lines: [[GeoPoint]]) -> JSONText {
    .array(
      lines.flatMap { frame.clipped($0) }
        .map { line($0.simplifiedLine(tolerance: Self.shapeTolerance * frame.coarseness)) })
  }

  private func county(_ index: Int) -> JSONText {
    let county = region.counties[index]
    return .array(
      [
        .string(county.code), .string(language(county.name)),
        .whole(frame.place(of: UnitReference(.prefecture, county.prefecture))),
        .whole(frame.place(of: UnitReference(.province, county.province))),
        .wholeOrNull(county.people),
      ] + Self.position(county.seat))
  }

  private func prefecture(_ index: Int) -> JSONText {
    let prefecture = region.prefectures[index]
    return .array(
      [
        .string(prefecture.code), .string(language(prefecture.name)),
        .whole(frame.place(of: UnitReference(.province, prefecture.province))),
      ] + Self.position(prefecture.core))
  }

  func line(_ points: [GeoPoint]) -> JSONText {
    var steps: [Int] = []
    steps.reserveCapacity(2 * points.count)
    var (x, y) = (0, 0)
    for point in points {
      let east = Int((point.longitude * scale).rounded())
      let north = Int((point.latitude * scale).rounded())
      if !steps.isEmpty, east == x, north == y { continue }
      steps.append(east - x)
      steps.append(north - y)
      (x, y) = (east, north)
    }
    return .wholes(steps)
  }

  static func position(_ point: GeoPoint?) -> [JSONText] {
    [.decimalOrNull(point?.longitude, places: 4), .decimalOrNull(point?.latitude, places: 4)]
  }

  private static func box(_ bounds: GeoBounds) -> JSONText {
    .array(
      [bounds.west, bounds.south, bounds.east, bounds.north].map { .decimal($0, places: 4) })
  }

  private var hardWater: [[GeoPoint]] {
    region.waters.filter { $0.barrier == .hard }.flatMap(\.areas)
      .filter { $0.bounds.intersects(frame.bounds) }
      .flatMap(\.rings).compactMap {
        $0.simplifiedRing(tolerance: Self.lineTolerance * frame.coarseness)
      }
  }

  private var rivers: [[GeoPoint]] {
    region.waters.flatMap(\.lines).flatMap { frame.clipped($0) }
      .map { $0.simplifiedLine(tolerance: Self.lineTolerance * frame.coarseness) }
  }

  private func courses(_ kind: Corridor.Kind) -> JSONText {
    .array(
      corridors.filter { $0.kind == kind }.compactMap { corridor in
        let lines = corridor.lines.flatMap { frame.clipped($0) }
          .map { $0.simplifiedLine(tolerance: Self.lineTolerance * frame.coarseness) }
        guard !lines.isEmpty else { return nil }
        return .array(
          [.string(corridor.code), .string(language(corridor.name))]
            + lines.map { line($0) })
      })
  }

  /// Provinces as one outline each, for layers whose counties do not meet corner on corner.
  static func provinceOutlines(_ frame: MapFrame, _ region: Region) throws -> [[GeoPoint]] {
    try frame.provinces.flatMap { province in
      try frame.drawnCounties.filter { region.counties[$0].province == province }
        .flatMap { region.counties[$0].polygons }
        .simplified(tolerance: Self.borderTolerance * frame.coarseness / 111_320).dissolved()
        .flatMap(\.rings).map { $0 + [$0[0]] }
    }
  }
}
