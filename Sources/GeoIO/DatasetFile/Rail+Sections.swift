import Geometry
import Routing
import Shapes

extension SectionWriter {
  mutating func add(_ rail: RailNetwork, _ names: RailNames) {
    add("rail.station", rail.stations)
    add("rail.station.name", names: names.stations)
    add("rail.station.code", texts: names.stationCodes)
    add("rail.line.name", names: names.lines)
    add("rail.line.code", texts: names.lineCodes)
    add("rail.from", rail.runs.map(\.from))
    add("rail.to", rail.runs.map(\.to))
    add("rail.line", rail.runs.map(\.line))
    add("rail.time", rail.runs.map(\.time))
    add("rail.length", rail.runs.map(\.length))
    add("rail.class", words: rail.runs.map(\.railClass.rawValue))
    add("rail.trains", rail.runs.map(\.trainsPerDay))
    add("rail.opened", counts: rail.runs.map(\.opened))
    add("rail.service.name", names: names.services)
    add("rail.service.stops", lists: rail.services.map { $0.stops.map { Int($0) } })
    add("rail.service.trains", rail.services.map(\.trainsPerDay))
  }
}

extension SectionReader {
  /// Milliseconds: a run is over within a day.
  private static let longestRun: UInt32 = 86_400_000
  /// Metres: longer than the way round the Earth is no track.
  private static let longestTrack = 40_000_000.0
  private static let mostTrains = 2_000.0

  /// - Throws: ``GeoIOError/damagedDataset(path:words:)`` for whatever no table could have said.
  func rail() throws(GeoIOError) -> (network: RailNetwork, names: RailNames) {
    let stations = try points("rail.station")
    let lineCodes = try texts("rail.line.code")
    let from = try indices("rail.from", below: stations.count)
    let to = try indices("rail.to", count: from.count, below: stations.count)
    let line = try indices("rail.line", count: from.count, below: lineCodes.count)
    let time: [UInt32] = try values("rail.time", count: from.count)
    let length = try numbers("rail.length", count: from.count, upTo: Self.longestTrack)
    let railClass = try words("rail.class", count: from.count, as: RailClass.self)
    let trains = try numbers("rail.trains", count: from.count, upTo: Self.mostTrains)
    let opened = try counts("rail.opened", count: from.count)
    guard time.allSatisfy({ (1...Self.longestRun).contains($0) }), !trains.contains(0),
      zip(from, to).allSatisfy({ $0 != $1 })
    else {
      throw damaged("the sections 'rail.…' hold what no train does")
    }
    var network = RailNetwork(
      stations: stations,
      runs: from.indices.map { run in
        RailNetwork.Run(
          from: from[run], to: to[run], line: line[run], time: time[run], length: length[run],
          railClass: railClass[run], trainsPerDay: trains[run], opened: opened[run])
      })
    let perDay: [Double] = try values("rail.service.trains")
    let joined = network.fastestRuns()
    let stops = try lists("rail.service.stops", count: perDay.count, below: stations.count)
    for (stops, perDay) in zip(stops, perDay) {
      let service = RailNetwork.Service(stops: stops.map { UInt32($0) }, trainsPerDay: perDay)
      guard perDay > 0, perDay <= Self.mostTrains, network.path(of: service, over: joined) != nil
      else {
        throw damaged("section 'rail.service.stops' holds stops that no run joins")
      }
      network.services.append(service)
    }
    return (
      network,
      RailNames(
        stations: try names("rail.station.name", count: stations.count),
        stationCodes: try texts("rail.station.code", count: stations.count),
        lines: try names("rail.line.name", count: lineCodes.count), lineCodes: lineCodes,
        services: try names("rail.service.name", count: perDay.count))
    )
  }
}
