public import Geometry
public import Routing
import Shapes

/// Railways and what they are called.
public struct NamedRailways: Hashable, Sendable {
  public var network: RailNetwork
  public var names: RailNames

  public init(_ network: RailNetwork, names: RailNames) {
    self.network = network
    self.names = names
  }
}

extension NamedRailways {
  /// Metres from a station within which a stop is that station.
  private static let sameStation = 3_000.0
  /// Minutes that each stop takes, the way from cruising to standing and back included.
  private static let stopMinutes = 2.0
  /// Trains a day and direction where neither the link nor any run of its class says; assumed.
  private static let fewTrains = 30.0

  /// Adds the railways among `links`; roads are passed over.
  ///
  /// A stop is the nearest station within 3 km, or the stop of an earlier link that bears its name;
  /// else a station of its own. Trains call at every stop, at the link's `speed` or what its design
  /// speed stands for, as many a day as the link says or as the median run of its class has.
  ///
  /// - Complexity: O(links · stops · stations).
  public mutating func add(_ links: [ScenarioLink]) {
    var ofName: [String: Int] = [:]
    for link in links {
      guard case .rail(let service) = link.mode,
        let railClass = RailClass(rawValue: service.rawValue)
      else { continue }
      let stops = link.course.indices.filter { link.course[$0].isInterchange }
      let stations = stops.map { station(of: link.course[$0], knowing: &ofName) }
      let trains = link.trains ?? network.trainsPerDay(of: railClass) ?? Self.fewTrains
      let speed = link.cruisingSpeed(as: service)
      let line = UInt32(names.lines.count)
      names.lines.append(PlaceName(chinese: link.name, english: link.name))
      names.lineCodes.append(link.name)
      for index in stops.indices.dropLast() {
        guard stations[index] != stations[index + 1] else { continue }
        let length = link.legs[stops[index]..<stops[index + 1]].reduce(0, +)
        network.runs.append(
          .init(
            from: UInt32(stations[index]), to: UInt32(stations[index + 1]), line: line,
            time: max(1, TravelTime.minutes(length / 1_000 / speed * 60 + Self.stopMinutes)),
            length: length, railClass: railClass, trainsPerDay: trains))
      }
    }
  }

  private mutating func station(
    of stop: ScenarioLink.Point, knowing ofName: inout [String: Int]
  ) -> Int {
    if let name = stop.name, let known = ofName[name] { return known }
    let frame = LocalFrame(at: stop.position)
    let distances = network.stations.map { frame.distance(to: $0) }
    let nearest = distances.indices.min { (distances[$0], $0) < (distances[$1], $1) }
    let station: Int
    if let nearest, distances[nearest] <= Self.sameStation {
      station = nearest
    } else {
      station = network.stations.count
      network.stations.append(stop.position)
      names.stations.append(PlaceName(chinese: stop.words, english: stop.words))
      names.stationCodes.append(stop.words)
    }
    if let name = stop.name { ofName[name] = station }
    return station
  }
}

extension RailNetwork {
  /// The median of a class's runs; nil without any.
  fileprivate func trainsPerDay(of railClass: RailClass) -> Double? {
    let trains = runs.filter { $0.railClass == railClass }.map(\.trainsPerDay).sorted()
    return trains.isEmpty ? nil : trains[trains.count / 2]
  }
}

extension ScenarioLink.RailService {
  /// km/h that a railway is built for where the file does not say (class rule of GeoData/README.md).
  public var designSpeed: Double {
    switch self {
    case .highSpeed: 350
    case .intercity: 200
    case .conventional: 160
    }
  }
}

extension ScenarioLink {
  /// km/h between stops: 265 on railways designed for 350, 215 for 250, 160 for 200 (medians of run
  /// times, GeoData/README.md), 120 below (assumed).
  fileprivate func cruisingSpeed(as service: RailService) -> Double {
    if let speed { return speed }
    switch designSpeed ?? service.designSpeed {
    case 300...: return 265
    case 240..<300: return 215
    case 180..<240: return 160
    default: return 120
    }
  }
}
