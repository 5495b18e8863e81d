import Geometry
import Shapes

/// The layers that every sheet has, as SVG: counties, waters, borders, expressways, railways.
struct SheetGround {
  /// What a legend explains where the sheet shows it.
  enum Kind: CaseIterable {
    case province, prefecture, county, expressway, rail, water, seat, beyond
  }

  let region: Region
  let corridors: [Corridor]
  let frame: MapFrame
  let projection: SheetProjection

  /// Metres that a tenth of a millimetre stands for: what paper does not show.
  private var tolerance: Double { 0.1 / projection.scale }

  func drawing(shadedBy variable: MapVariable?) throws -> (html: HTML, kinds: Set<Kind>) {
    let mesh = CountyMesh(of: frame.drawnCounties, in: region, tolerance: tolerance)
    let isMesh = mesh.meetingShare >= MapLayers.leastMeeting
    var colors: [Int: PageColor] = [:]
    for value in variable?.values ?? [] {
      colors[value.county] =
        value.value.flatMap { number in
          variable.map { $0.scale.classes[$0.scale.place(of: number)].color }
        }
        ?? .noData
    }
    let hatched = Set(variable?.hatched ?? [])
    let areas = mesh.areas.map { area -> HTML in
      let path = HTML(trusted: area.rings.map { self.path(of: $0, in: mesh) }.joined())
      let fill: HTML = colors[area.county].map { " fill=\"\($0.text)\"" } ?? " class=\"land\""
      let over: HTML =
        hatched.contains(area.county) ? "<path d=\"\(path)\" fill=\"url(#hatch)\"/>\n" : ""
      return "<path d=\"\(path)\"\(fill) fill-rule=\"evenodd\"/>\n\(over)"
    }
    func borders(_ rank: CountyMesh.Rank) -> [[GeoPoint]] {
      mesh.lines.filter { ($0.rank == .edge && !isMesh ? .county : $0.rank) == rank }
        .map(\.points)
    }
    let outlines = isMesh ? [] : try MapLayers.provinceOutlines(frame, region)
    let (counties, prefectures, provinces, edges) = (
      borders(.county), borders(.prefecture), borders(.province) + outlines, borders(.edge)
    )
    let (expressways, railways, water) = (courses(.expressway), courses(.rail), water)
    let html: HTML = """
      \(areas)
      \(water)\(line(rivers, "river"))
      \(line(counties, "county"))\(line(prefectures, "prefecture"))\
      \(line(edges, "edge"))
      \(line(expressways, "expressway"))
      \(line(railways, "rail"))\(line(railways, "rail-gap"))
      \(line(provinces, "province"))
      """
    let shown: [(Kind, Bool)] = [
      (.province, isSeen(provinces)), (.prefecture, isSeen(prefectures)),
      (.county, isSeen(counties)), (.expressway, !expressways.isEmpty),
      (.rail, !railways.isEmpty), (.water, !water.text.isEmpty),
      (.beyond, !isMesh || isSeen(edges)),
    ]
    return (html, Set(shown.filter(\.1).map(\.0)))
  }

  private func isSeen(_ lines: [[GeoPoint]]) -> Bool {
    lines.contains { !frame.clipped($0).isEmpty }
  }

  private func path(of ring: [Int], in mesh: CountyMesh) -> String {
    var points: [GeoPoint] = []
    for reference in ring {
      let line = mesh.lines[reference >= 0 ? reference : ~reference].points
      points += (reference >= 0 ? line : line.reversed()).dropFirst(points.isEmpty ? 0 : 1)
    }
    return projection.path(points, places: 2) + "Z"
  }

  private func line(_ lines: [[GeoPoint]], _ name: HTML) -> HTML {
    guard !lines.isEmpty else { return "" }
    let path = lines.map { projection.path($0, places: 2) }.joined()
    return "<path class=\"\(name)\" d=\"\(HTML(trusted: path))\"/>\n"
  }

  private var water: HTML {
    let rings = region.waters.filter { $0.barrier == .hard }.flatMap(\.areas)
      .filter { $0.bounds.intersects(frame.bounds) }.flatMap(\.rings)
      .compactMap { $0.simplifiedRing(tolerance: tolerance) }
    guard !rings.isEmpty else { return "" }
    let path = rings.map { projection.path($0, places: 2) + "Z" }.joined()
    return "<path class=\"water\" fill-rule=\"evenodd\" d=\"\(HTML(trusted: path))\"/>\n"
  }

  private var rivers: [[GeoPoint]] {
    region.waters.flatMap(\.lines).flatMap { frame.clipped($0) }
      .map { $0.simplifiedLine(tolerance: tolerance) }
  }

  private func courses(_ kind: Corridor.Kind) -> [[GeoPoint]] {
    corridors.filter { $0.kind == kind }.flatMap(\.lines).flatMap { frame.clipped($0) }
      .map { $0.simplifiedLine(tolerance: tolerance) }
  }
}

extension SheetGround.Kind {
  /// In a legend, of a sheet or of a page.
  func words(_ language: Language) -> String {
    switch self {
    case .province: language("省界", "Province border")
    case .prefecture: language("地级界", "Prefecture border")
    case .county: language("县级界", "County border")
    case .expressway: language("高速公路", "Expressway")
    case .rail: language("铁路", "Railway")
    case .water: language("湖泊、宽阔江面", "Lake or wide river")
    case .seat: language("政府驻地", "Seat of government")
    case .beyond: language("数据范围外", "Outside the dataset")
    }
  }
}
