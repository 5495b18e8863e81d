public import Geometry
public import Shapes

/// What a page's map shows of an answer, over the layers that every map has: counties with the
/// borders between them, waters, expressways, railways, seats and names.
public struct ResultMap: Sendable {
  /// Ways to shade counties, of which a reader chooses one; the first is shown.
  public var variables: [MapVariable]
  /// Drawn in this order, the last on top.
  public var layers: [MapLayer]
  /// What the map opens with; nil takes the ground of all variables and layers.
  public var focus: GeoBounds?

  public init(
    variables: [MapVariable] = [], layers: [MapLayer] = [], focus: GeoBounds? = nil
  ) {
    self.variables = variables
    self.layers = layers
    self.focus = focus
  }
}

/// One figure a county, with the classes it is shaded by.
public struct MapVariable: Hashable, Sendable {
  public struct Value: Hashable, Sendable {
    /// Index in ``Region/counties``.
    public var county: Int
    /// Nil where there is no data; a place in the labels where the scale has categories.
    public var value: Double?
    /// What a reader is told, without the variable's name.
    public var text: String
  }

  public var name: String
  public var scale: ClassScale
  public let values: [Value]
  /// Counties to hatch, as those near the dataset's edge, ascending.
  public var hatched: [Int] = []
  /// What hatching means, for the legend.
  public var hatchedMeaning = ""

  /// A figure for each of some units; what no unit holds stays blank.
  ///
  /// A prefecture's or province's figure shades all its counties; `text` words it.
  public init(
    _ name: String, scale: ClassScale, of units: [(unit: UnitReference, value: Double?)],
    in region: Region, text: (Double) -> String
  ) {
    self.init(
      name, scale: scale,
      ofCounties: units.flatMap { unit, value in
        region.counties(of: unit).map { ($0, value) }
      }, text: text)
  }

  /// A figure for each of some counties, by their index in the region.
  public init(
    _ name: String, scale: ClassScale, ofCounties figures: [(county: Int, value: Double?)],
    text: (Double) -> String
  ) {
    self.name = name
    self.scale = scale
    values = figures.map { county, value in
      let value = value.flatMap { $0.isFinite ? $0 : nil }
      return Value(county: county, value: value, text: value.map(text) ?? "–")
    }
  }

  /// Kinds instead of figures: for each county the place of its kind in `labels`.
  public init(
    _ name: String, categories labels: [String], colors: [PageColor]? = nil,
    ofCounties kinds: [(county: Int, kind: Int?)]
  ) {
    self.init(
      name, scale: .categories(labels, colors: colors),
      ofCounties: kinds.map { ($0.county, $0.kind.map(Double.init)) },
      text: { labels[Int($0)] })
  }
}

/// Shapes drawn over the counties, with a line in the legend and a switch.
public struct MapLayer: Hashable, Sendable {
  /// How a layer's shapes look; widths and sizes in pixels, opacity from 0 to 1.
  public struct Symbol: Hashable, Sendable {
    public var color: PageColor
    public var width = 2.0
    /// Lengths of strokes and gaps, as `6 4`; empty is a solid line.
    public var dash: [Double] = []
    /// How much an area is filled with the colour.
    public var fill = 0.0
    /// Half the size of a point.
    public var radius = 5.0
    /// Under the line, a wider white one.
    public var isCased = false
    /// Drawn as a dot in a legend.
    public var isPoint = false

    public static func line(
      _ color: PageColor, width: Double = 2.4, dash: [Double] = [], isCased: Bool = false
    ) -> Symbol {
      Symbol(color: color, width: width, dash: dash, isCased: isCased)
    }

    public static func area(
      _ color: PageColor, fill: Double = 0.25, width: Double = 1.6, dash: [Double] = [],
      isCased: Bool = false
    ) -> Symbol {
      Symbol(color: color, width: width, dash: dash, fill: fill, isCased: isCased)
    }

    /// Ground within the `rank`-th of several times from one start: the nearer, the fuller.
    static func reach(_ color: PageColor, rank: Int) -> Symbol {
      area(color, fill: 0.34 / Double(1 << min(62, rank)), width: rank == 0 ? 1.6 : 1)
    }

    public static func point(_ color: PageColor, radius: Double = 5) -> Symbol {
      Symbol(color: color, width: 1.2, fill: 1, radius: radius, isPoint: true)
    }
  }

  public struct Feature: Hashable, Sendable {
    public var shape: FeatureTable.Shape
    /// A name drawn on the map; empty for none.
    public var label: String
    /// What is told of it under the pointer, a line each.
    public var lines: [String]
    /// Instead of the layer's.
    public var symbol: Symbol?

    public init(
      _ shape: FeatureTable.Shape, label: String = "", lines: [String] = [],
      symbol: Symbol? = nil
    ) {
      self.shape = shape
      self.label = label
      self.lines = lines
      self.symbol = symbol
    }
  }

  public struct Key: Hashable, Sendable {
    public var label: String
    public var symbol: Symbol

    public init(_ label: String, _ symbol: Symbol) {
      self.label = label
      self.symbol = symbol
    }
  }

  public var name: String
  public var symbol: Symbol
  public var features: [Feature]
  /// The lines of the legend where features have symbols of their own; else the layer's is one.
  public var keys: [Key] = []
  public var isShown = true

  /// The lines of the legend; none where nothing is drawn.
  var legend: [Key] {
    guard !features.isEmpty else { return [] }
    return keys.isEmpty ? [Key(name, symbol)] : keys
  }

  public init(_ name: String, symbol: Symbol, features: [Feature]) {
    self.name = name
    self.symbol = symbol
    self.features = features
  }
}

extension FeatureTable.Shape {
  var bounds: GeoBounds {
    switch self {
    case .point(let point): GeoBounds([point])
    case .lines(let lines): GeoBounds(lines.joined())
    case .areas(let areas): areas.bounds
    }
  }
}
