public import Geometry
import Shapes

/// A question's answer as one self-contained page: headline, map, sections, method and sources.
///
/// Any report fills it; it works from a file without a network, in Chinese or English, on paper,
/// by keyboard and for a screen reader. The same value gives the same bytes. Texts are inert
/// wherever they come from. See <doc:ResultPages>.
public struct ResultPage: Sendable {
  public var title: String
  /// Above the title, small: what kind of question this is and with which parameters.
  public var kicker: String
  /// The answer in one sentence.
  public var headline: String
  public var figures: [PageFigure] = []
  public var map: ResultMap?
  public var sections: [PageSection] = []
  /// How the figures were worked out, a paragraph each.
  public var method: [String] = []
  public var parameters: [(name: String, value: String)] = []
  public var warnings: [String] = []
  public let ground: Ground

  /// What a page draws on beside the answer itself.
  public struct Ground: Sendable {
    public var region: Region
    public var corridors: [Corridor]
    public var notes: DatasetNotes
    public var language: Language

    public init(
      region: Region, corridors: [Corridor], notes: DatasetNotes, language: Language
    ) {
      self.region = region
      self.corridors = corridors
      self.notes = notes
      self.language = language
    }
  }

  public init(title: String, kicker: String, headline: String, on ground: Ground) {
    self.title = title
    self.kicker = kicker
    self.headline = headline
    self.ground = ground
  }

  /// - Throws: a `ShapeError` where counties that do not meet cannot be dissolved into provinces.
  /// - Complexity: O(vertices drawn); 960 counties take about 1 MB.
  public func html(leaflet: LeafletAssets) throws -> String {
    let closing = PageClosing(notes: ground.notes, language: ground.language)
    let frame = map.map {
      MapFrame(around: $0.focus ?? $0.bounds(in: ground.region), in: ground.region)
    }
    let content: HTML = """
      \(Self.hatch)
      \(mapOrFigures(frame))
      \(sectionsWithMaps(frame))
      \(closing.warnings(warnings))
      \(closing.method(method, parameters))
      \(closing.sources(hasLeaflet: map != nil))
      """
    let shell = PageShell(
      language: ground.language, title: title, kicker: kicker, headline: headline,
      firstTable: sections.isEmpty ? "sources" : "section-1",
      leaflet: map == nil ? nil : leaflet, data: try data(frame), script: PageScript.result)
    return shell.html(content).text
  }

  /// The pattern that hatches counties, for every map of the page.
  private static let hatch: HTML = """
    <svg class="definitions" width="0" height="0" aria-hidden="true"><defs>\
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><path d="M0 0V6" stroke="#4a5056" stroke-width="1.6"/></pattern>\
    </defs></svg>
    """

  private func sectionsWithMaps(_ frame: MapFrame?) -> HTML {
    let small = smallMaps
    let maps =
      small.isEmpty
      ? nil
      : SmallMaps.Ground(
        region: ground.region,
        frame: frame ?? MapFrame(around: bounds(of: small), in: ground.region))
    let parts = sections.enumerated().map { index, section -> HTML in
      let blocks = section.blocks.map { $0.html(maps: maps, ground.language) }
      return PageShell.section("section-\(index + 1)", section.title, "\(blocks)")
    }
    return "\(maps?.definitions ?? "")\(parts)"
  }

  private var smallMaps: [SmallMaps.Small] {
    sections.flatMap(\.blocks).flatMap { block -> [SmallMaps.Small] in
      if case .maps(let small) = block { small.maps } else { [] }
    }
  }

  private func bounds(of small: [SmallMaps.Small]) -> GeoBounds {
    ResultMap(
      variables: small.compactMap(\.variable), layers: small.flatMap(\.layers)
    ).bounds(in: ground.region)
  }

  private func data(_ frame: MapFrame?) throws -> JSONText {
    let words: [(key: String, value: JSONText)] = [
      ("language", .string(ground.language.rawValue)),
      ("words", .object(PageScript(ground.language).words)),
    ]
    guard let map, let frame else { return .object(words) }
    let layers = MapLayers(
      region: ground.region, corridors: ground.corridors, frame: frame, language: ground.language)
    return .object(
      words + map.members(layers) + (try layers.members()))
  }

  private func mapOrFigures(_ frame: MapFrame?) -> HTML {
    guard let map else {
      return figures.isEmpty
        ? "" : "<dl class=\"figures wide\" id=\"figures\">\(figures.map(\.html))</dl>"
    }
    return MapSection(
      language: ground.language, notes: ground.notes, title: title,
      choices: map.choices(ground.language), layers: map.layerChoices, figures: figures,
      legend: map.legend(ground.language, isBare: ground.region.counties.isEmpty),
      isBare: ground.region.counties.isEmpty
    ).html
  }
}
