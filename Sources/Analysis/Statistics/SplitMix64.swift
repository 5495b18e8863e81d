/// SplitMix64: the same numbers from a seed on every machine and in every version of Swift.
///
/// Source: Steele, Lea and Flood (2014), *Fast splittable pseudorandom number generators*, OOPSLA,
/// 453. Draws below a bound are taken here too, because the standard library does not promise to
/// keep its way of making them.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// One of `0..<bound`, by the high half of a product: uniform to `bound` ÷ 2^64.
  public mutating func index(below bound: Int) -> Int {
    precondition(bound > 0)
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// One of [0, 1), in steps of 2^−53.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Every order as likely as every other (Fisher and Yates 1938; Durstenfeld 1964).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, index(below: last + 1))
    }
  }
}
