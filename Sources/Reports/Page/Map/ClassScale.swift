import Foundation

/// The classes a map or a matrix colours its values by, each with a label and a colour.
public struct ClassScale: Hashable, Sendable {
  public struct Class: Hashable, Sendable {
    public var label: String
    public var color: PageColor

    public init(_ label: String, _ color: PageColor) {
      self.label = label
      self.color = color
    }
  }

  public var classes: [Class]
  /// Ascending; one fewer than the classes.
  public let breaks: [Double]
  /// Whether a value that equals a break belongs below it, as "within 60 minutes" wants, or above.
  public let includesUpper: Bool

  private init(_ classes: [Class], breaks: [Double], includesUpper: Bool) {
    precondition(classes.count == breaks.count + 1, "A scale has one class more than breaks.")
    precondition(zip(breaks, breaks.dropFirst()).allSatisfy { $0 < $1 }, "Breaks ascend.")
    self.classes = classes
    self.breaks = breaks
    self.includesUpper = includesUpper
  }

  /// Index in ``classes``.
  public func place(of value: Double) -> Int {
    breaks.firstIndex { includesUpper ? value <= $0 : value < $0 } ?? breaks.count
  }
}

extension ClassScale {
  /// From little to much: below the first break, between breaks, the last break and above.
  public static func sequential(
    _ breaks: [Double], unit: String = "", ramp: ColorRamp = .amber
  ) -> ClassScale {
    ClassScale(
      zip(labels(breaks, unit: unit), ramp.colors(breaks.count + 1)).map { Class($0, $1) },
      breaks: breaks, includesUpper: false)
  }

  /// Bands as plans say them, up to 30, up to 60 …, and over the last; the nearest is darkest.
  public static func bands(
    upTo bounds: [Double], unit: String = "", ramp: ColorRamp = .violet
  ) -> ClassScale {
    let numbers = bounds.map { Figures.short($0, places: 2) }
    var labels = numbers.enumerated().map { index, number in
      index == 0 ? "≤ \(number)\(unit)" : "\(numbers[index - 1])–\(number)\(unit)"
    }
    labels.append("> \(numbers.last ?? "0")\(unit)")
    return ClassScale(
      zip(labels, ramp.colors(bounds.count + 1).reversed()).map { Class($0, $1) },
      breaks: bounds, includesUpper: true)
  }

  /// Less to more around a middle: give as many breaks on either side of it, as −10, −1, 1, 10.
  ///
  /// Less is blue and more is orange, or the other way round.
  public static func diverging(
    _ breaks: [Double], unit: String = "", isSwapped: Bool = false
  ) -> ClassScale {
    let colors = ColorRamp.diverging(breaks.count + 1)
    return ClassScale(
      zip(labels(breaks, unit: unit), isSwapped ? colors.reversed() : colors)
        .map { Class($0, $1) },
      breaks: breaks, includesUpper: false)
  }

  /// Kinds without an order: value 0 is the first label, 1 the second.
  ///
  /// Without `colors`, the nine of ``PageColor/light`` in turn.
  public static func categories(_ labels: [String], colors: [PageColor]? = nil) -> ClassScale {
    let palette = colors ?? PageColor.light
    return ClassScale(
      labels.enumerated().map { Class($1, palette[$0 % palette.count]) },
      breaks: labels.indices.dropFirst().map { Double($0) - 0.5 }, includesUpper: false)
  }

  /// Breaks that part `values` into about equal numbers, rounded to two digits; fewer where values
  /// are alike, none where there are none.
  public static func quantiles(of values: [Double], classes: Int = 5) -> [Double] {
    let sorted = values.filter(\.isFinite).sorted()
    guard !sorted.isEmpty, classes > 1 else { return [] }
    var breaks: [Double] = []
    for part in 1..<classes {
      let exact = sorted[part * sorted.count / classes]
      var value = rounded(exact, .toNearestOrAwayFromZero)
      // The last class holds at least the greatest value.
      if value > sorted[sorted.count - 1] { value = rounded(exact, .down) }
      if value > sorted[0], value > breaks.last ?? -.infinity { breaks.append(value) }
    }
    return breaks
  }

  /// To two digits.
  private static func rounded(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
    guard value != 0 else { return 0 }
    let scale = pow(10, floor(log10(abs(value))) - 1)
    // A division by a whole power of ten gives the nearest number to what is written.
    let digits = (value / scale).rounded(rule)
    return scale < 1 ? digits / (1 / scale).rounded() : digits * scale
  }

  private static func labels(_ breaks: [Double], unit: String) -> [String] {
    guard !breaks.isEmpty else { return [unit.isEmpty ? "…" : unit] }
    let numbers = breaks.map { number in
      Figures.grouped(Figures.short(number, places: 4)).replacing("-", with: "−")
    }
    return ["< \(numbers[0])\(unit)"]
      + zip(numbers, numbers.dropFirst()).map { low, high in
        low.hasPrefix("−") || high.hasPrefix("−")
          ? "\(low) … \(high)\(unit)" : "\(low)–\(high)\(unit)"
      } + ["≥ \(numbers[numbers.count - 1])\(unit)"]
  }
}
