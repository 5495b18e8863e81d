/// Shapes with named columns: what every answer becomes before it is written.
public struct FeatureTable: Hashable, Sendable {
  /// The layer's name, as `circles` or `coverage`.
  public var name: String
  public var columns: [Column]
  public private(set) var rows: [Row] = []

  public struct Column: Hashable, Sendable {
    public var name: String
    public var kind: Kind

    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// What a column holds, and how it is written: decimals are fixed, whatever the locale.
  public enum Kind: Hashable, Sendable {
    case text
    case whole
    case decimal(places: Int)
    case flag
  }

  public enum Value: Hashable, Sendable {
    case text(String)
    case whole(Int)
    case decimal(Double)
    case flag(Bool)
    /// Unknown or not applicable: empty in CSV, null in GeoJSON. Never a zero.
    case missing
  }

  public enum Shape: Hashable, Sendable {
    case point(GeoPoint)
    case lines([[GeoPoint]])
    case areas([GeoPolygon])
  }

  public struct Row: Hashable, Sendable {
    public var values: [Value]
    public var shape: Shape?
  }

  public init(name: String, columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  public mutating func append(_ values: [Value], shape: Shape? = nil) {
    precondition(values.count == columns.count, "A row of \(name) has one value a column.")
    rows.append(Row(values: values, shape: shape))
  }
}

extension FeatureTable.Value {
  public static func text(_ value: String?) -> Self { value.map { .text($0) } ?? .missing }
  public static func whole(_ value: Int?) -> Self { value.map { .whole($0) } ?? .missing }
  public static func decimal(_ value: Double?) -> Self { value.map { .decimal($0) } ?? .missing }
}
