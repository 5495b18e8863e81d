import Shapes

/// How a layer of a GeoPackage looks when QGIS opens it.
public struct LayerStyle: Sendable {
  /// The table it is for.
  public var layer: String
  public var name: String
  public var rule: Rule
  /// Ranges are for the rows alone that have this number in this column; nil for all rows.
  public var only: Only?

  public struct Only: Hashable, Sendable {
    public var column: String
    public var number: Double

    public init(_ column: String, _ number: Double) {
      self.column = column
      self.number = number
    }
  }

  public enum Rule: Sendable {
    case single(Symbol)
    /// One symbol for each of some numbers of a column, in the legend's order.
    case numbers(column: String, [Class])
    /// One symbol for each range of a column.
    case ranges(column: String, [Class])
    /// One symbol for each word of a column.
    case words(column: String, [(word: String, symbol: Symbol)])
  }

  /// A line of the legend: for a number alone, `low` and `high` are the same.
  public struct Class: Hashable, Sendable {
    public var low: Double
    public var high: Double
    public var label: String
    public var symbol: Symbol

    public init(_ low: Double, _ high: Double, label: String, symbol: Symbol) {
      self.low = low
      self.high = high
      self.label = label
      self.symbol = symbol
    }
  }

  /// Colours as 0xRRGGBB, widths and sizes in millimetres on paper.
  public struct Symbol: Hashable, Sendable {
    public var fill: UInt32
    /// From 0, clear, to 1.
    public var opacity: Double
    public var stroke: UInt32
    public var width: Double

    public init(fill: UInt32, opacity: Double, stroke: UInt32, width: Double) {
      self.fill = fill
      self.opacity = opacity
      self.stroke = stroke
      self.width = width
    }
  }

  public init(layer: String, name: String, rule: Rule, only: Only? = nil) {
    self.layer = layer
    self.name = name
    self.rule = rule
    self.only = only
  }
}
