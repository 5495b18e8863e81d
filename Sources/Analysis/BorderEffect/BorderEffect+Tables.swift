import Foundation
public import Shapes

extension BorderEffect.PairMeans {
  /// Way over straight line.
  public var detour: Double { straight > 0 ? way / straight : 0 }
  /// km/h along the way, delays left out.
  public var speed: Double {
    time > delay ? way / 1_000 / (Double(time - delay) / 3_600_000) : 0
  }
  public var minutesPerKilometer: Double {
    straight > 0 ? Double(time) / 60_000 / (straight / 1_000) : 0
  }
}

extension BorderEffect {
  /// A row a measure, and what each saves a pair on average.
  public func measureTable() -> FeatureTable {
    var table = FeatureTable(
      name: "measures",
      columns: [.init("measure", .text), .init("minutes_a_pair", .decimal(places: 4))])
    for measure in BorderMeasure.allCases {
      table.append([.text(measure.word), .decimal(meanMinutes(of: measure))])
    }
    table.append([.text("all"), .decimal(meanMinutesOfAll)])
    return table
  }

  /// Pairs over the border and within, with the parts of the difference as logarithms.
  public func pairTable() -> FeatureTable {
    var table = FeatureTable(
      name: "pairs",
      columns: [
        .init("pairs", .text), .init("number", .whole), .init("detour", .decimal(places: 4)),
        .init("kmh", .decimal(places: 2)),
        .init("minutes_per_straight_km", .decimal(places: 4)),
        .init("log_detour", .decimal(places: 6)), .init("log_speed", .decimal(places: 6)),
        .init("log_delay", .decimal(places: 6)),
      ])
    for (name, means) in [("crossing", crossing), ("within", within)] {
      let isCrossing = name == "crossing"
      table.append([
        .text(name), .whole(means.pairs), .decimal(means.detour), .decimal(means.speed),
        .decimal(means.minutesPerKilometer), .decimal(isCrossing ? detourPart : nil),
        .decimal(isCrossing ? speedPart : nil), .decimal(isCrossing ? delayPart : nil),
      ])
    }
    return table
  }

  /// Stubs that face each other, each pair a line.
  public func deadEndTable() -> FeatureTable {
    var table = FeatureTable(
      name: "dead_ends", columns: [.init("kind", .text), .init("km", .decimal(places: 2))])
    for pair in deadEnds {
      table.append(
        [.text("dead_end"), .decimal(pair.distance / 1_000)],
        shape: .lines([[pair.first, pair.second]]))
    }
    return table
  }
}
