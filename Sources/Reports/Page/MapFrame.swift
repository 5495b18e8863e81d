import Analysis
import Geometry
import Shapes

/// The part of the world that a page's map shows, and which units it names.
struct MapFrame {
  /// Around all circles, with a margin: what a map opens with.
  let focus: GeoBounds
  /// ``focus`` widened to whatever shape a screen may have: what a map draws, and no more.
  let bounds: GeoBounds
  /// Indices of counties that the map draws, ascending.
  let drawnCounties: [Int]
  /// Units that the map draws or a table names, ascending.
  let counties: [Int]
  let prefectures: [Int]
  let provinces: [Int]

  /// Metres of ground around the circles: a neighbouring county's width, more around large ones.
  private static let leastMargin = 15_000.0
  private static let marginShare = 0.04
  /// Width over height, in metres, of the tallest telephone and the widest screen.
  private static let narrowest = 0.6
  private static let widest = 1.7

  init(of report: CircleReport) {
    var box = GeoBounds()
    for circle in report.answer.circles {
      box.formUnion(circle.polygons.bounds)
      for centre in circle.centres { box.formUnion(centre.origin.bounds) }
    }
    if box.isEmpty { box = GeoBounds([GeoPoint(longitude: 110, latitude: 29)]) }
    let corner = GeoPoint(longitude: box.west, latitude: box.south)
    let diagonal = corner.localDistance(to: GeoPoint(longitude: box.east, latitude: box.north))
    let margin = max(Self.leastMargin, diagonal * Self.marginShare)
    focus = box.expanded(by: Meters(margin))
    let bounds = Self.widened(focus)
    self.bounds = bounds

    let region = report.region
    drawnCounties = region.counties.indices.filter {
      region.counties[$0].polygons.bounds.intersects(bounds)
    }
    var named = Set(drawnCounties)
    var prefectures = Set<Int>()
    var provinces = Set<Int>()
    for row in report.answer.circles.lazy.flatMap(\.coverage) {
      switch row.unit.level {
      case .county: named.insert(row.unit.index)
      case .prefecture: prefectures.insert(row.unit.index)
      case .province: provinces.insert(row.unit.index)
      }
    }
    for index in named { prefectures.insert(region.counties[index].prefecture) }
    for index in prefectures { provinces.insert(region.prefectures[index].province) }
    for index in named { provinces.insert(region.counties[index].province) }
    counties = named.sorted()
    self.prefectures = prefectures.sorted()
    self.provinces = provinces.sorted()
  }

  private static func widened(_ box: GeoBounds) -> GeoBounds {
    let frame = LocalFrame(at: box.centre)
    let corner = frame.offset(to: GeoPoint(longitude: box.east, latitude: box.north))
    let halfWidth = max(corner.x, corner.y * widest)
    let halfHeight = max(corner.y, corner.x / narrowest)
    let northEast = frame.point(at: PlanePoint(x: halfWidth, y: halfHeight))
    let (east, north) = (
      northEast.longitude - box.centre.longitude, northEast.latitude - box.centre.latitude
    )
    return GeoBounds(
      west: box.centre.longitude - east, south: box.centre.latitude - north,
      east: box.centre.longitude + east, north: box.centre.latitude + north)
  }

  /// The pieces of `line` that touch the frame; each keeps one vertex beyond it on either side.
  func clipped(_ line: [GeoPoint]) -> [[GeoPoint]] {
    var pieces: [[GeoPoint]] = []
    var piece: [GeoPoint] = []
    for (from, to) in zip(line, line.dropFirst()) {
      if GeoBounds([from, to]).intersects(bounds) {
        if piece.isEmpty { piece.append(from) }
        piece.append(to)
      } else if !piece.isEmpty {
        pieces.append(piece)
        piece = []
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }
}
