import Geometry
import Shapes

/// The layers that every sheet has, as SVG: counties, waters, borders, expressways, railways.
struct SheetGround {
  let region: Region
  let corridors: [Corridor]
  let frame: MapFrame
  let projection: SheetProjection

  /// Metres that a tenth of a millimetre stands for: what paper does not show.
  private var tolerance: Double { 0.1 / projection.scale }

  func html(shadedBy variable: MapVariable?) throws -> HTML {
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
    func border(_ rank: CountyMesh.Rank, _ name: HTML) -> HTML {
      let own = mesh.lines.filter {
        ($0.rank == .edge && !isMesh ? .county : $0.rank) == rank
      }
      return line(own.map(\.points), name)
    }
    let outlines = isMesh ? [] : try MapLayers.provinceOutlines(frame, region)
    return """
      \(areas)
      \(water)\(line(rivers, "river"))
      \(border(.county, "county"))\(border(.prefecture, "prefecture"))\(border(.edge, "edge"))
      \(line(courses(.expressway), "expressway"))
      \(line(courses(.rail), "rail"))\(line(courses(.rail), "rail-gap"))
      \(border(.province, "province"))\(line(outlines, "province"))
      """
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
