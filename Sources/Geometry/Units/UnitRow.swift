public import Shapes

/// One county-level unit as a layer gives it, before it has its place in a ``Region``.
public struct UnitRow: Hashable, Sendable {
  /// A unit of a higher level, as one of its counties names it.
  public struct Parent: Hashable, Sendable {
    /// Nil where only the name is known, which then stands for it.
    public var code: String?
    public var name: PlaceName?

    public init(code: String?, name: PlaceName?) {
      self.code = code
      self.name = name
    }
  }

  public var code: String
  public var name: PlaceName
  public var prefecture: Parent?
  public var province: Parent?
  public var polygons: [GeoPolygon]
  public var seat: GeoPoint?

  public init(
    code: String, name: PlaceName, prefecture: Parent? = nil, province: Parent? = nil,
    polygons: [GeoPolygon], seat: GeoPoint? = nil
  ) {
    self.code = code
    self.name = name
    self.prefecture = prefecture
    self.province = province
    self.polygons = polygons
    self.seat = seat
  }

  /// The six digits of GB/T 2260 in a code that holds them; any other code as it is.
  public static func nationalCode(_ text: String) -> String { NationalCode.six(of: text) ?? text }
}

/// Codes of GB/T 2260: two digits a level, six for a county.
enum NationalCode {
  /// The six digits of a code that may stand in a longer one: nine digits after the country's 156
  /// (GB/T 2659), as in maps of the National Platform, or twelve with zeros for towns and villages
  /// (GB/T 10114).
  static func six(of code: String) -> String? {
    guard code.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    switch code.utf8.count {
    case 6: return code
    case 9 where code.hasPrefix("156"): return String(code.suffix(6))
    case 12 where code.hasSuffix("000000"): return String(code.prefix(6))
    default: return nil
    }
  }

  static func prefecture(of county: String) -> String { county.prefix(4) + "00" }
  static func province(of county: String) -> String { county.prefix(2) + "0000" }
}
