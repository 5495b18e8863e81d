/// A key figure beside a page's map, or under its headline where there is no map.
public struct PageFigure: Hashable, Sendable {
  public var name: String
  public var value: String
  public var unit: String
  /// Smaller, below: a band, a share, what it is held against.
  public var remark: String

  public init(_ name: String, _ value: String, unit: String = "", remark: String = "") {
    self.name = name
    self.value = value
    self.unit = unit
    self.remark = remark
  }

  var parts: [String] { [name, value, unit, remark] }

  var html: HTML {
    """
    <div><dt>\(name)</dt><dd><b>\(value)</b> <span>\(unit)</span>\
    <small>\(remark)</small></dd></div>
    """
  }
}
