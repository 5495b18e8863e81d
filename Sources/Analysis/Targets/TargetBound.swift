import Foundation
import Shapes

/// What a plan asks of a figure: `>= 100 %`, `<= 60 min`, `= 3.82`.
public struct TargetBound: Hashable, Sendable {
  public enum Comparator: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    /// Equal in all decimals that the plan writes.
    case equal = "="
    /// 左右: within ``TargetBound/about``, for a plan that says “about” gives no band.
    case about = "~"
  }

  /// The band of ``Comparator/about``, as a part of the value: a convention of this program.
  public static let about = 0.05

  public var comparator: Comparator
  public var value: Double
  /// As the plan writes it; empty for a plain number.
  public var unit: String
  /// Decimals that the value was written with.
  public var decimals: Int

  public init(_ comparator: Comparator, _ value: Double, unit: String = "", decimals: Int = 0) {
    self.comparator = comparator
    self.value = value
    self.unit = unit
    self.decimals = decimals
  }

  /// Reads a comparator, a number and, where there is one, a unit; nil where `text` is not that.
  public init?(parsing text: String) {
    let text = text.trimmingCharacters(in: .whitespaces)
    // Those of two characters come first: ">=" is no ">".
    guard let comparator = Comparator.allCases.first(where: { text.hasPrefix($0.rawValue) })
    else { return nil }
    let rest = text.dropFirst(comparator.rawValue.count).drop(while: \.isWhitespace)
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    guard let value = Double(digits), value.isFinite else { return nil }
    self.init(
      comparator, value,
      unit: rest.dropFirst(digits.count).trimmingCharacters(in: .whitespaces),
      decimals: digits.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0)
  }

  public func isMet(by figure: Double) -> Bool {
    switch comparator {
    case .atLeast: figure >= value
    case .atMost: figure <= value
    case .above: figure > value
    case .below: figure < value
    case .equal: abs(figure - value) <= 0.5 * pow(10, -Double(decimals)) + 1e-9
    case .about: abs(figure - value) <= Self.about * abs(value)
    }
  }

  /// By how much the figure is on the right side of the bound: negative where it misses.
  ///
  /// For an equality the figure less the value, whatever its sign.
  public func margin(of figure: Double) -> Double {
    switch comparator {
    case .atMost, .below: value - figure
    case .atLeast, .above, .equal, .about: figure - value
    }
  }

  /// `≥ 100 %`, as a reader takes it in.
  public var words: String {
    let sign =
      switch comparator {
      case .atLeast: "≥"
      case .atMost: "≤"
      case .about: "≈"
      default: comparator.rawValue
      }
    return "\(sign) \(value.fixed(decimals))" + (unit.isEmpty ? "" : " \(unit)")
  }
}
