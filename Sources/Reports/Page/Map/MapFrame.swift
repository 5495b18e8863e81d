import Geometry
import Shapes

/// The part of the world that a page's map shows, and which units it names.
struct MapFrame {
  /// Around what is asked about, with a margin: what a map opens with.
  let focus: GeoBounds
  /// ``focus`` widened to whatever shape a screen may have: what a map draws, and no more.
  let bounds: GeoBounds
  /// Indices of counties that the map draws, ascending.
  let drawnCounties: [Int]
  /// Units that the map draws or a table names, ascending.
  let counties: [Int]
  let prefectures: [Int]
  let provinces: [Int]
  /// How coarsely lines may be drawn: 1 on ground of 100 km and more across, less on smaller.
  let coarseness: Double

  /// Metres of ground around it: a neighbouring county's width, more around large ones, and half
  /// its own size around small ones.
  private static let leastMargin = 15_000.0
  private static let marginShare = 0.04
  /// Width over height, in metres, of the tallest telephone and the widest screen.
  private static let narrowest = 0.6
  private static let widest = 1.7

  /// The ground around `box`, with all units that are drawn or `named`.
  init(around box: GeoBounds, naming named: [UnitReference] = [], in region: Region) {
    let box = box.isEmpty ? GeoBounds([GeoPoint(longitude: 110, latitude: 29)]) : box
    let corner = GeoPoint(longitude: box.west, latitude: box.south)
    let diagonal = corner.localDistance(to: GeoPoint(longitude: box.east, latitude: box.north))
    let least = diagonal > 0 ? min(Self.leastMargin, diagonal / 2) : Self.leastMargin
    let margin = max(least, diagonal * Self.marginShare)
    let focus = box.expanded(by: Meters(margin))
    self.init(
      focus: focus, bounds: Self.widened(focus), naming: named,
      coarseness: min(1, max(0.02, (diagonal + 2 * margin) / 100_000)), in: region)
  }

  /// This ground and no more.
  init(exactly box: GeoBounds, in region: Region) {
    self.init(focus: box, bounds: box, naming: [], coarseness: 1, in: region)
  }

  private init(
    focus: GeoBounds, bounds: GeoBounds, naming named: [UnitReference], coarseness: Double,
    in region: Region
  ) {
    self.focus = focus
    self.bounds = bounds
    self.coarseness = coarseness
    drawnCounties = region.counties.indices.filter {
      region.counties[$0].polygons.bounds.intersects(bounds)
    }
    var counties = Set(drawnCounties)
    var prefectures = Set<Int>()
    var provinces = Set<Int>()
    for unit in named {
      switch unit.level {
      case .county: counties.insert(unit.index)
      case .prefecture: prefectures.insert(unit.index)
      case .province: provinces.insert(unit.index)
      }
    }
    for index in counties { prefectures.insert(region.counties[index].prefecture) }
    for index in prefectures { provinces.insert(region.prefectures[index].province) }
    for index in counties { provinces.insert(region.counties[index].province) }
    self.counties = counties.sorted()
    self.prefectures = prefectures.sorted()
    self.provinces = provinces.sorted()
  }

  /// Where a unit stands among those that the page names.
  ///
  /// - Complexity: O(log units).
  func place(of unit: UnitReference) -> Int {
    let units =
      switch unit.level {
      case .county: counties
      case .prefecture: prefectures
      case .province: provinces
      }
    var range = units[...]
    while range.count > 1 {
      let middle = range.startIndex + range.count / 2
      range = units[middle] <= unit.index ? range[middle...] : range[..<middle]
    }
    return range.startIndex
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
