import Foundation

/// How much the largest of a set of cities stands out.
///
/// `S₂ = P₁ ÷ P₂`, `S₄ = P₁ ÷ (P₂ + P₃ + P₄)`, `S₁₁ = 2 P₁ ÷ (P₂ + … + P₁₁)`; around 2, 1 and 1
/// where sizes follow rank. Source: Jefferson (1939), *Geographical Review* 29(2), 226; the indices
/// of four and eleven cities as in Chinese regional studies (许学强、周一星、宁越敏《城市地理学》).
public struct Primacy: Hashable, Sendable {
  /// Nil where there are too few cities, or only the first holds anybody.
  public let two: Double?
  public let four: Double?
  public let eleven: Double?

  public init(_ sizes: [Double]) {
    let sorted = sizes.sorted(by: >)
    func ratio(_ count: Int, _ factor: Double) -> Double? {
      guard sorted.count >= count else { return nil }
      let rest = sorted[1..<count].reduce(0, +)
      return rest > 0 ? factor * sorted[0] / rest : nil
    }
    two = ratio(2, 1)
    four = ratio(4, 1)
    eleven = ratio(11, 2)
  }
}

/// The line of rank over size, in logarithms: `ln R = a − q ln P`.
///
/// q near 1 is Zipf's rule; below it, large cities weigh more. Least squares of `ln(R − ½)`, which
/// takes off the bias of small sets, with the standard error `q · √(2 ÷ n)`: Gabaix and Ibragimov
/// (2011), *J. Business & Economic Statistics* 29(1), 24. `plainExponent` is the same with R.
public struct RankSize: Hashable, Sendable {
  public let exponent: Double
  public let plainExponent: Double
  public let standardError: Double
  /// Coefficient of determination of the corrected line.
  public let fit: Double
  public let count: Int

  /// Nil with fewer than three cities of any size, or where all are as large.
  public init?(_ sizes: [Double]) {
    let sorted = sizes.filter { $0 > 0 }.sorted(by: >)
    guard sorted.count >= 3, sorted.first != sorted.last else { return nil }
    let logs = sorted.map { log($0) }
    let corrected = Line(x: logs, y: logs.indices.map { log(Double($0) + 0.5) })
    let plain = Line(x: logs, y: logs.indices.map { log(Double($0) + 1) })
    exponent = -corrected.slope
    plainExponent = -plain.slope
    standardError = abs(corrected.slope) * (2 / Double(sorted.count)).squareRoot()
    fit = corrected.fit
    count = sorted.count
  }
}

/// A straight line by least squares.
private struct Line {
  let slope: Double
  let fit: Double

  init(x: [Double], y: [Double]) {
    let n = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      xx += (x - meanX) * (x - meanX)
      xy += (x - meanX) * (y - meanY)
      yy += (y - meanY) * (y - meanY)
    }
    slope = xy / xx
    fit = yy > 0 ? xy * xy / (xx * yy) : 1
  }
}
