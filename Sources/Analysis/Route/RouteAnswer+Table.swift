public import Geometry
import Routing
public import Shapes

extension RouteAnswer {
  /// A row a leg, itinerary by itinerary; `clock` is the minutes since the start when it ends,
  /// `stops` those of the train after the first station.
  public func table(names: RailNames) -> FeatureTable {
    var table = FeatureTable(
      name: "legs",
      columns: [
        .init("mode", .text), .init("leg", .whole), .init("kind", .text), .init("class", .text),
        .init("code", .text), .init("name", .text), .init("from", .text), .init("to", .text),
        .init("minutes", .decimal(places: 2)), .init("km", .decimal(places: 3)),
        .init("clock", .decimal(places: 2)), .init("stops", .whole),
      ])
    for itinerary in itineraries.compactMap({ $0 }) {
      var clock: UInt32 = 0
      for (index, leg) in itinerary.legs.enumerated() {
        clock += leg.time
        let (roadClass, code, name) = leg.kind.words(names)
        table.append(
          [
            .text(itinerary.mode.rawValue), .whole(index + 1), .text(leg.kind.word),
            .text(roadClass), .text(code), .text(name),
            .text(leg.from.map { names.stations[$0].chinese }),
            .text(leg.to.map { names.stations[$0].chinese }),
            .decimal(Double(leg.time) / 60_000), .decimal(leg.meters / 1_000),
            .decimal(Double(clock) / 60_000),
            leg.stops.isEmpty ? .missing : .whole(leg.stops.count - 1),
          ], shape: leg.line.count > 1 ? .lines([leg.line]) : nil)
      }
    }
    return table
  }

  /// A row a mode: what a planner compares.
  public func summaryTable() -> FeatureTable {
    var table = FeatureTable(
      name: "itineraries",
      columns: [
        .init("mode", .text), .init("minutes", .decimal(places: 2)),
        .init("km", .decimal(places: 2)), .init("status", .text),
        .init("ride_minutes", .decimal(places: 2)), .init("ride_share", .decimal(places: 4)),
      ])
    for (mode, itinerary) in zip(question.modes, itineraries) {
      let rides = itinerary.map { $0.mode.takesTrains && $0.rideTime > 0 } ?? false
      table.append([
        .text(mode.rawValue), .decimal(itinerary.map { Double($0.time) / 60_000 }),
        .decimal(itinerary.map { $0.meters / 1_000 }),
        .text(itinerary == nil ? "unreached" : "reached"),
        .decimal(itinerary.flatMap { rides ? Double($0.rideTime) / 60_000 : nil }),
        .decimal(
          itinerary.flatMap { rides ? Double($0.rideTime) / Double($0.time) : nil }),
      ])
    }
    return table
  }
}

extension Itinerary.Leg.Kind {
  /// As files spell it.
  public var word: String {
    switch self {
    case .leaving: "terminal_start"
    case .arriving: "terminal_end"
    case .lastLeg: "last_leg"
    case .road: "road"
    case .walk: "walk"
    case .entry: "entry"
    case .wait: "wait"
    case .ride: "ride"
    case .transferWithin: "transfer_within"
    case .transferBetween: "transfer_between"
    case .exit: "exit"
    }
  }

  /// Class, code and name of what is travelled on.
  fileprivate func words(_ names: RailNames) -> (String?, String?, String?) {
    switch self {
    case .road(let roadClass, let code): (roadClass.rawValue, code.isEmpty ? nil : code, nil)
    case .ride(let line, let service):
      (
        nil, names.lineCodes[line],
        (service.map { names.services[$0] } ?? names.lines[line]).chinese
      )
    default: (nil, nil, nil)
    }
  }
}
