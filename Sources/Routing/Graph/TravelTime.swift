/// Travel times are whole milliseconds in a `UInt32`.
public enum TravelTime {
  /// Not reached: a quarter of the range (12.4 days), so that a sum of two cannot wrap.
  public static let unreachable: UInt32 = 1 << 30

  /// Milliseconds as a travel time; what is longer than 12 days, or no number, is unreachable.
  @inlinable
  public static func rounded(_ milliseconds: Double) -> UInt32 {
    guard milliseconds < Double(unreachable) else { return unreachable }
    return UInt32(max(0, milliseconds.rounded()))
  }

  @inlinable
  public static func minutes(_ minutes: Double) -> UInt32 { rounded(minutes * 60_000) }

  /// The time that `minutes` reach up to: what is not reached is never within, however many they are.
  @inlinable
  public static func level(_ minutes: Double) -> UInt32 {
    min(self.minutes(minutes), unreachable - 1)
  }

  @inlinable
  public static func minutes(of time: UInt32) -> Double? {
    time < unreachable ? Double(time) / 60_000 : nil
  }
}
