import Geometry
import Shapes

/// Several small maps of the same ground side by side, to compare: they stand still and print.
public struct SmallMaps: Sendable {
  public struct Small: Sendable {
    public var title: String
    public var variable: MapVariable?
    public var layers: [MapLayer]

    public init(_ title: String, variable: MapVariable? = nil, layers: [MapLayer] = []) {
      self.title = title
      self.variable = variable
      self.layers = layers
    }
  }

  public var maps: [Small]
  /// Under all of them; the classes of the first map's variable are told there.
  public var caption: String

  public init(_ maps: [Small], caption: String) {
    self.maps = maps
    self.caption = caption
  }
}

extension SmallMaps {
  /// What all small maps of a page share: the ground once, to be drawn in each.
  struct Ground {
    let region: Region
    let frame: MapFrame
    let definitions: HTML
    let width: Double
    let height: Double
    private let projection: SheetProjection

    init(region: Region, frame: MapFrame) {
      self.region = region
      self.frame = frame
      let projection = SheetProjection(of: frame.focus, width: 400, most: 440)
      self.projection = projection
      (width, height) = (projection.width, projection.height)
      // Three tenths of a unit: less than what shows.
      let mesh = CountyMesh(
        of: frame.drawnCounties.filter {
          region.counties[$0].polygons.bounds.intersects(frame.focus)
        }, in: region, tolerance: 0.3 / projection.scale)
      let areas = mesh.areas.map { area -> HTML in
        let rings = area.rings.map { ring -> String in
          var points: [GeoPoint] = []
          for reference in ring {
            let line = mesh.lines[reference >= 0 ? reference : ~reference].points
            points += (reference >= 0 ? line : line.reversed()).dropFirst(points.isEmpty ? 0 : 1)
          }
          return projection.path(points) + "Z"
        }
        return "<path id=\"small-\(area.county)\" d=\"\(HTML(trusted: rings.joined()))\"/>"
      }
      let lines = [CountyMesh.Rank.county, .prefecture, .edge, .province].map { rank -> HTML in
        let path = mesh.lines.filter { $0.rank == rank }.map { projection.path($0.points) }
        return "<path class=\"\(rank.name)\" d=\"\(HTML(trusted: path.joined()))\"/>"
      }
      let water = region.waters.filter { $0.barrier == .hard }.flatMap(\.areas)
        .filter { $0.bounds.intersects(frame.focus) }.flatMap(\.rings)
        .compactMap { $0.simplifiedRing(tolerance: 0.4 / projection.scale) }
        .map { projection.path($0) + "Z" }
      definitions = """
        <svg class="definitions" width="0" height="0" aria-hidden="true"><defs>
        \(areas)
        <g id="small-lines"><path class="water" d="\(HTML(trusted: water.joined()))"/>\(lines)</g>
        </defs></svg>

        """
      drawn = mesh.areas.map(\.county)
    }

    private let drawn: [Int]

    func picture(of small: Small) -> HTML {
      let known = Set(drawn)
      let fills = (small.variable?.values ?? []).filter { known.contains($0.county) }
        .map { value -> HTML in
          let color =
            value.value.map { number -> PageColor in
              let scale = small.variable?.scale
              return scale.map { $0.classes[$0.place(of: number)].color } ?? .noData
            } ?? .noData
          return "<use href=\"#small-\(value.county)\" fill=\"\(color.text)\"/>"
        }
      let hatched = (small.variable?.hatched ?? []).filter(known.contains)
        .map { "<use href=\"#small-\($0)\" fill=\"url(#hatch)\"/>" as HTML }
      let land = drawn.map { "<use href=\"#small-\($0)\"/>" as HTML }
      return """
        <svg viewBox="0 0 \(ChartDrawing.at(width)) \(ChartDrawing.at(height))" role="img" \
        aria-label="\(small.title)"><g class="land">\(land)</g>\(fills)\(hatched)\
        <use href="#small-lines"/>\(small.layers.flatMap(shapes))</svg>
        """
    }

    private func shapes(of layer: MapLayer) -> [HTML] {
      layer.features.map { feature in
        projection.drawing(of: feature.shape, as: feature.symbol ?? layer.symbol)
      }
    }
  }

  func html(on ground: Ground, _ language: Language) -> HTML {
    let figures = maps.map { small -> HTML in
      """
      <figure>\(ground.picture(of: small))<figcaption>\(small.title)</figcaption></figure>

      """
    }
    return """
      <div class="small-maps">
      \(figures)</div>
      \(legends(language))<p class="note">\(caption)</p>

      """
  }

  /// The classes of each scale once, in the order of the maps.
  private func legends(_ language: Language) -> [HTML] {
    var told: [MapVariable] = []
    for variable in maps.compactMap(\.variable)
    where !told.contains(where: { $0.scale == variable.scale }) {
      told.append(variable)
    }
    return told.map { variable -> HTML in
      let same = maps.compactMap(\.variable).filter { $0.scale == variable.scale }
      let classes = variable.scale.classes.map { one -> HTML in
        "<li><i style=\"background:\(one.color.text)\"></i>\(one.label)</li>"
      }
      let hasGaps = same.contains { $0.values.contains { $0.value == nil } }
      let noData: HTML =
        hasGaps
        ? """
        <li><i style="background:\(PageColor.noData.text)"></i>\(language("无数据", "no data"))</li>
        """ : ""
      return """
        <ul class="classes flat"><li>\(variable.name)</li>\(classes)\(noData)</ul>

        """
    }
  }
}

extension CountyMesh.Rank {
  fileprivate var name: HTML {
    switch self {
    case .county: "county"
    case .prefecture: "prefecture"
    case .province: "province"
    case .edge: "edge"
    }
  }
}
