import Shapes

/// Minutes outside the train: how a journey without a timetable is put together.
///
/// A journey is entry, wait, ride, transfers, exit. The numbers stand in the travel profile, each
/// with its source.
public struct RailRules: Hashable, Sendable {
  /// Milliseconds from the station's door to the platform, by class of the first train.
  public var entry: [RailClass: UInt32]
  /// Milliseconds from the train to the street.
  public var exit: UInt32
  /// Hours of a day that trains run.
  public var hours: Double
  /// Milliseconds: nobody waits longer, for trains this rare are looked up before.
  public var longestWait: UInt32
  /// Milliseconds on foot from one train to another in a station.
  public var transferWithin: UInt32
  /// From the door of one station to that of another: leaving one and entering the other come on
  /// top.
  public var transferBetween: LastLeg
  /// Metres in a straight line from a place to the stations that serve it, where only stations are
  /// asked about.
  public var stationReach: Double
  /// The same where roads are drawn down to streets, unless a profile says otherwise: assumed.
  public static let streetStationReach = 2_000.0

  public init(
    entry: [RailClass: UInt32], exit: UInt32, hours: Double, longestWait: UInt32,
    transferWithin: UInt32, transferBetween: LastLeg, stationReach: Double
  ) {
    self.entry = entry
    self.exit = exit
    self.hours = hours
    self.longestWait = longestWait
    self.transferWithin = transferWithin
    self.transferBetween = transferBetween
    self.stationReach = stationReach
  }

  /// The numbers of the embedded profile, for worlds made by hand.
  public static let standard = RailRules(
    entry: [
      .highSpeed: TravelTime.minutes(20), .intercity: TravelTime.minutes(10),
      .conventional: TravelTime.minutes(10),
    ],
    exit: TravelTime.minutes(10), hours: 16, longestWait: TravelTime.minutes(30),
    transferWithin: TravelTime.minutes(10),
    transferBetween: LastLeg(speed: 20, circuity: 1.3, reach: 20_000), stationReach: 15_000)

  /// Half the time between two trains, at most ``longestWait``.
  public func wait(trainsPerDay: Double) -> UInt32 {
    min(longestWait, TravelTime.rounded(hours * 3_600_000 / trainsPerDay / 2))
  }

  /// Milliseconds from door to door of two stations; nil where they are too far apart.
  func between(_ first: GeoPoint, _ second: GeoPoint) -> UInt32? {
    let distance = first.localDistance(to: second)
    guard distance <= transferBetween.reach else { return nil }
    return TravelTime.rounded(distance * transferBetween.pace)
  }
}
