import Foundation

/// The limits between classes of a map: a value belongs to the class whose upper limit it does
/// not exceed; what exceeds all belongs to the last.
public struct ClassBreaks: Hashable, Sendable {
  /// Ascending, one fewer than classes.
  public let limits: [Double]

  public init(limits: [Double]) { self.limits = limits.sorted() }

  /// Classes of about as many values each, their limits rounded to `digits` digits that count, so
  /// that a legend can be read.
  ///
  /// Fewer classes where limits coincide.
  public init(quantilesOf values: [Double], classes: Int, digits: Int = 2) {
    precondition(classes >= 1)
    let sample = WeightedValues(values)
    var limits: [Double] = []
    for index in 1..<max(1, classes) {
      guard let limit = sample.quantile(Double(index) / Double(classes)) else { continue }
      let rounded = limit.rounded(toDigits: digits)
      if rounded != limits.last, values.contains(where: { $0 > rounded }) {
        limits.append(rounded)
      }
    }
    self.limits = limits
  }

  public var classCount: Int { limits.count + 1 }

  /// 0 for the lowest class.
  public func index(of value: Double) -> Int { limits.firstIndex { value <= $0 } ?? limits.count }
}

extension Double {
  /// The nearest number with so many digits that count: 123,456 with 2 is 120,000.
  public func rounded(toDigits digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let exponent = Int(log10(abs(self)).rounded(.down)) - digits + 1
    // Powers of ten from 1 up are exact; dividing by one keeps 0.3 what it is written as.
    let power = pow(10, Double(abs(exponent)))
    return exponent >= 0 ? (self / power).rounded() * power : (self * power).rounded() / power
  }
}
