import Geometry
import Shapes

/// `30,60,90`.
struct Minutes {
  /// A travel time is at most 2^30 ms, 17,895 minutes.
  private static let most = 17_000.0
  private static let mostContours = 100

  var list: [Double]

  init(parsing text: String, option: String = "--within") throws(UsageError) {
    var parts = NameList.split(NameList.halfWidth(text)).map(Self.withoutUnit)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.count <= Self.mostContours else {
      throw UsageError(
        "\(option) has \(parts.count) contours; give at most \(Self.mostContours).")
    }
    list = try parts.map { part throws(UsageError) in
      guard let minutes = Double(part), minutes.isFinite else {
        throw UsageError("\(option) has '\(part.prefix(30))'; give minutes, as in 30,60,90.")
      }
      guard minutes > 0 else {
        throw UsageError("\(option) is \(part.prefix(30)) minutes; give more than 0.")
      }
      guard minutes <= Self.most else {
        throw UsageError(
          "\(option) is \(part.prefix(30)) minutes; give at most \(Int(Self.most)).")
      }
      guard (minutes * 100).rounded() / 100 == minutes else {
        throw UsageError(
          "\(option) has '\(part.prefix(30))'; give minutes with at most two decimals.")
      }
      return minutes
    }
  }

  private static func withoutUnit(_ part: String) -> String {
    for unit in ["分钟", "分", "minutes", "min"] where part.hasSuffix(unit) {
      return String(part.dropLast(unit.count).reversed().drop(while: \.isWhitespace).reversed())
    }
    return part
  }
}

/// `250m`, `1.5km` or plain metres.
struct Length {
  var meters: Double

  init(meters: Double) { self.meters = meters }

  /// Reads what the user wrote behind `option`; `range` is the metres that make sense.
  init(parsing text: String, option: String, _ range: ClosedRange<Double>) throws(UsageError) {
    let lowercased = text.lowercased()
    let (digits, scale) =
      if lowercased.hasSuffix("km") {
        (lowercased.dropLast(2), 1_000.0)
      } else if lowercased.hasSuffix("m") {
        (lowercased.dropLast(), 1.0)
      } else {
        (lowercased[...], 1.0)
      }
    guard let value = Double(digits), range.contains(value * scale) else {
      throw UsageError(
        "\(option) is '\(text.prefix(30))'; give \(Int(range.lowerBound))m to "
          + "\(Int(range.upperBound))m.")
    }
    meters = value * scale
  }
}

/// A plain number.
struct Number {
  var value: Double
  private let text: String
  private let option: String

  /// Reads what the user wrote behind `option`; `range` holds the numbers that make sense.
  init(parsing text: String, option: String, _ range: ClosedRange<Double>) throws(UsageError) {
    guard let value = Double(NameList.halfWidth(text)), range.contains(value) else {
      let bounds = [range.lowerBound, range.upperBound].map { JSONText.exact($0).text }
      throw UsageError(
        "\(option) is '\(text.prefix(30))'; give a number from "
          + bounds.map { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }
          .joined(separator: " to ") + ".")
    }
    self.value = value
    self.text = text
    self.option = option
  }

  func whole() throws(UsageError) -> Int {
    guard let whole = Int(exactly: value) else {
      throw UsageError("\(option) is '\(text.prefix(30))'; give a whole number.")
    }
    return whole
  }
}

extension RawRepresentable where RawValue == String, Self: CaseIterable {
  /// One of the named values of an option.
  init(named text: String, option: String) throws(UsageError) {
    guard let value = Self(rawValue: text) else {
      throw UsageError(
        "\(option) is '\(text.prefix(30))'; give "
          + Self.allCases.map(\.rawValue).joined(separator: " or ") + ".")
    }
    self = value
  }
}

extension GeoPoint {
  /// `lon,lat` in degrees.
  init(parsing text: String) throws(UsageError) {
    let parts = NameList.split(NameList.halfWidth(text))
    guard parts.count == 2, let longitude = Double(parts[0]), let latitude = Double(parts[1]) else {
      throw UsageError(
        "'\(text.prefix(40))' is not a position; give lon,lat in degrees, as in --at 113.02,28.20.")
    }
    do {
      try self.init(checking: longitude, latitude)
    } catch {
      throw UsageError(error.description)
    }
  }
}

extension [String] {
  /// Names given after each other or with commas, Chinese ones included.
  func splitNames() -> [String] { flatMap(NameList.split) }

  /// `lon,lat` each.
  func asPoints() throws(UsageError) -> [GeoPoint] {
    try map { text throws(UsageError) in try GeoPoint(parsing: text) }
  }
}
