import Foundation

/// What a border costs between touching counties: longer ways, slower roads, or both.
///
/// `T / L = (detour / speed)`: minutes a straight kilometre are the detour (way over straight line)
/// over the speed along the way. Of the geometric means over touching pairs across borders and
/// within provinces, the ratio of minutes is the ratio of detours over that of speeds, exactly.
public struct BorderBarrier: Hashable, Sendable {
  public struct Side: Hashable, Sendable {
    public let pairs: Int
    /// Geometric means; nil without pairs.
    public let detour: Double?
    /// km/h along the way, terminal minutes included.
    public let speed: Double?

    /// Minutes a kilometre in a straight line.
    public var minutesPerKilometer: Double? {
      guard let detour, let speed, speed > 0 else { return nil }
      return detour / speed * 60
    }

    init(_ travels: [SeatPair]) {
      let whole = travels.filter { $0.straight > 0 && $0.kilometers > 0 && $0.minutes > 0 }
      func mean(_ value: (SeatPair) -> Double) -> Double? {
        guard !whole.isEmpty else { return nil }
        return exp(whole.reduce(0) { $0 + log(value($1)) } / Double(whole.count))
      }
      pairs = whole.count
      detour = mean(\.detour)
      speed = mean { $0.kilometers / $0.minutes * 60 }
    }
  }

  public let across: Side
  public let within: Side

  public init(across: [SeatPair], within: [SeatPair]) {
    self.across = Side(across)
    self.within = Side(within)
  }

  /// Minutes a straight kilometre across over those within; 1 where the border costs nothing.
  public var ratio: Double? {
    guard let across = across.minutesPerKilometer, let within = within.minutesPerKilometer else {
      return nil
    }
    return across / within
  }
}
