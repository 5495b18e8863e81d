/// A question was asked in a mode that has no answer to it.
public enum ModeError: Error, Hashable, Sendable {
  case hasNoMatrix(TravelMode)
  case noStations
  case noAirports
  case ringTooLarge(minutes: Double)
  case noStationNear(name: String, kilometers: Double)
}

extension ModeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .hasNoMatrix(let mode):
      "--mode \(mode.rawValue) gives no times between places; use `hinterland circle --mode "
        + "\(mode.rawValue)`."
    case .noStations:
      "The dataset has no open railway; give rail tables, or another --mode."
    case .noAirports:
      "The dataset lists no airport; give a facilities.csv with rows of kind airport."
    case .ringTooLarge(let minutes):
      "A ring of \(Int(minutes)) minutes by air passes a pole or the date line; give fewer minutes."
    case .noStationNear(let name, let kilometers):
      "No station lies within \(Int(kilometers.rounded())) km of \(name); give a place with one, "
        + "or use --mode rail-door."
    }
  }
}
