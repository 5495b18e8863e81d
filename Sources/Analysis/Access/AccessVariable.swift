public import Shapes

/// One column of an answer about access.
public enum AccessVariable: Hashable, Sendable {
  case averageTime
  case potential
  /// The part of the potential that the place is to itself.
  case selfShare
  case within(minutes: Double)
  case near(kilometers: Double)
  case performance(minutes: Double, kilometers: Double)
  case linkage
  /// The destination of the strongest link, and its share of all links.
  case strongestLink
  case strongestShare
  case decay
  case prefectureMinutes
  case capitalMinutes
  case otherCapitalMinutes
  /// Whether all three targets are met, and how many.
  case targetsMet

  /// The column's name; what it counts is part of it.
  public func column(_ mass: AccessMass) -> String {
    let name = mass.name
    return switch self {
    case .averageTime: "watt_\(name)"
    case .potential: "potential_\(name)"
    case .selfShare: "potential_self_share"
    case .within(let minutes): "\(name)_\(minutes.inColumnName)min"
    case .near(let kilometers): "\(name)_\(kilometers.inColumnName)km"
    case .performance(let minutes, let kilometers):
      "transport_performance_\(minutes.inColumnName)min_\(kilometers.inColumnName)km"
    case .linkage: "linkage_\(name)"
    case .strongestLink: "strongest_link"
    case .strongestShare: "strongest_link_share"
    case .decay: "decay_\(name)"
    case .prefectureMinutes: "own_prefecture_minutes"
    case .capitalMinutes: "own_capital_minutes"
    case .otherCapitalMinutes: "other_capital_minutes"
    case .targetsMet: "targets_met"
    }
  }

  public var kind: FeatureTable.Kind {
    switch self {
    case .averageTime, .prefectureMinutes, .capitalMinutes, .otherCapitalMinutes:
      .decimal(places: 2)
    case .potential, .linkage, .decay: .decimal(places: 1)
    case .selfShare, .strongestShare, .performance: .decimal(places: 4)
    case .within, .near: .decimal(places: 0)
    case .strongestLink: .text
    case .targetsMet: .whole
    }
  }

  /// Whether it says how well a place is reached, so that its spread over places means something.
  public var isMeasure: Bool {
    switch self {
    case .potential, .within, .performance, .linkage, .decay: true
    default: isTime
    }
  }

  /// Whether it is minutes: the fewer the better.
  public var isTime: Bool {
    switch self {
    case .averageTime, .prefectureMinutes, .capitalMinutes, .otherCapitalMinutes: true
    default: false
    }
  }
}

extension Double {
  /// As a column's name has it: 60, or 37.5.
  var inColumnName: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
