/// One part of a railway journey.
public struct RailLeg: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case entry
    case wait
    /// Runs ridden one after the other on one line, of a through service where `service` is given.
    case ride(line: UInt32, service: UInt32?)
    /// On foot from train to train.
    case transferWithin
    /// From street to street of two stations.
    case transferBetween
    case exit
  }

  public var kind: Kind
  /// Stations; the same twice where nobody moves on.
  public var from: UInt32
  public var to: UInt32
  /// Milliseconds.
  public var time: UInt32
  /// Metres; 0 within a station.
  public var length: Double
  /// Stations passed or stopped at, both ends included; empty but for rides.
  public var stops: [UInt32]

  public init(
    kind: Kind, from: UInt32, to: UInt32, time: UInt32, length: Double = 0, stops: [UInt32] = []
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.time = time
    self.length = length
    self.stops = stops
  }
}
