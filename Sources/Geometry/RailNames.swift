/// What stations, lines and services of the railways are called, by their indices in the network.
public struct RailNames: Hashable, Sendable {
  public var stations: [PlaceName]
  /// As the dataset spells them.
  public var stationCodes: [String]
  public var lines: [PlaceName]
  public var lineCodes: [String]
  public var services: [PlaceName]

  public init(
    stations: [PlaceName] = [], stationCodes: [String] = [], lines: [PlaceName] = [],
    lineCodes: [String] = [], services: [PlaceName] = []
  ) {
    self.stations = stations
    self.stationCodes = stationCodes
    self.lines = lines
    self.lineCodes = lineCodes
    self.services = services
  }

  public static let none = RailNames()
}

extension PlaceName {
  /// A station called so: 长沙南站.
  public var asStation: PlaceName {
    PlaceName(
      chinese: chinese.hasSuffix("站") ? chinese : chinese + "站",
      english: english.hasSuffix("tation") ? english : english + " station")
  }
}
