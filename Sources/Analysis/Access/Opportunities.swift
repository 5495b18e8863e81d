import Foundation

/// What one place can get to: minutes to each destination, what each holds, how far it is.
///
/// Every measure is a sum over destinations; formulas and sources stand in
/// `Documentation/Access.md`. One that is not reached has infinite minutes and adds nothing.
public struct Opportunities: Sendable {
  /// Infinite where not reached.
  public let minutes: [Double]
  /// People, or any other mass; 0 where unknown.
  public let masses: [Double]
  /// Straight lines.
  public let kilometers: [Double]
  public let totalMass: Double

  /// - Precondition: one of each a destination, none negative.
  public init(minutes: [Double], masses: [Double], kilometers: [Double] = []) {
    precondition(minutes.count == masses.count)
    precondition(kilometers.isEmpty || kilometers.count == minutes.count)
    precondition(minutes.allSatisfy { $0 >= 0 } && masses.allSatisfy { $0 >= 0 && $0.isFinite })
    self.minutes = minutes
    self.masses = masses
    self.kilometers = kilometers
    totalMass = masses.reduce(0, +)
  }

  private func sum(_ value: (_ minutes: Double, _ mass: Double) -> Double) -> Double {
    var sum = 0.0
    for (minutes, mass) in zip(minutes, masses) where minutes.isFinite && mass > 0 {
      sum += value(minutes, mass)
    }
    return sum
  }

  /// The part of all mass that can be reached at all.
  public var reachedShare: Double { totalMass > 0 ? sum { $1 } / totalMass : 0 }

  /// Minutes to where the mass is, on average: `Σ Tᵢⱼ Mⱼ ÷ Σ Mⱼ` over what is reached.
  ///
  /// Nil where that is less than half of all mass: the mean over an island's few neighbours says
  /// nothing beside that of the mainland. Source: Gutiérrez (2001), *J. Transport Geography* 9(4),
  /// 229.
  public var weightedAverageTime: Double? {
    guard totalMass > 0, reachedShare >= 0.5 else { return nil }
    return sum { $0 * $1 } / sum { $1 }
  }

  /// Mass that lies near, in mass a minute: `Σ Mⱼ ÷ Tᵢⱼ^α`.
  ///
  /// Source: Hansen (1959), *J. American Institute of Planners* 25(2), 73.
  /// - Precondition: no destination with any mass is at 0 minutes.
  public func potential(exponent: Double) -> Double {
    sum { minutes, mass in
      precondition(minutes > 0, "A destination at no minutes has no potential.")
      return mass / (exponent == 1 ? minutes : pow(minutes, exponent))
    }
  }

  /// Mass within some minutes, all of it or none: `Σ Mⱼ [Tᵢⱼ ≤ τ]`.
  public func cumulative(within limit: Double) -> Double { sum { $0 <= limit ? $1 : 0 } }

  /// Mass discounted by its time: `Σ Mⱼ exp(−Tᵢⱼ ÷ θ)` (Wilson 1971, *Environment and Planning A*
  /// 3(1), 1).
  public func exponential(scale: Double) -> Double { sum { $1 * exp(-$0 / scale) } }

  /// The fewest minutes within which so much mass lies (dual access); nil where all of what is
  /// reached is less.
  public func minutes(toReach mass: Double) -> Double? {
    let order = minutes.indices.filter { minutes[$0].isFinite }
      .sorted { (minutes[$0], $0) < (minutes[$1], $1) }
    var reached = 0.0
    for index in order {
      reached += masses[index]
      if reached >= mass { return minutes[index] }
    }
    return nil
  }

  /// Mass within some kilometres in a straight line, reached or not.
  public func proximity(within limit: Double) -> Double {
    precondition(kilometers.count == masses.count)
    return zip(kilometers, masses).reduce(0) { $0 + ($1.0 <= limit ? $1.1 : 0) }
  }

  /// People within a drive of some minutes over people within a radius: near 1 or more where roads
  /// serve those who live around.
  ///
  /// Nil where nobody lives around. Source: Dijkstra, Poelman and Ackermans (2019), *Road transport
  /// performance in Europe*, European Commission, WP 01/2019: 90 minutes and 120 km.
  public func transportPerformance(minutes: Double, kilometers: Double) -> Double? {
    let near = proximity(within: kilometers)
    return near > 0 ? cumulative(within: minutes) / near : nil
  }
}

/// How strongly places pull at each other: `Rᵢⱼ = k Mᵢ Mⱼ ÷ Tᵢⱼ²`, k = 1.
///
/// `M = √(P·G)` in the literature on 经济联系强度; people alone where no other mass is given.
public struct Linkage: Hashable, Sendable {
  /// Sum over all destinations but the place itself.
  public let total: Double
  /// The destination of the strongest link and its share of the total, the 隶属度; nil without any.
  public let strongest: (destination: Int, share: Double)?

  public init(mass: Double, to others: Opportunities, excluding own: Int?) {
    var total = 0.0
    var best: (destination: Int, strength: Double)?
    for destination in others.minutes.indices where destination != own {
      let minutes = others.minutes[destination]
      guard minutes.isFinite, minutes > 0 else { continue }
      let strength = mass * others.masses[destination] / (minutes * minutes)
      total += strength
      if strength > best?.strength ?? 0 { best = (destination, strength) }
    }
    self.total = total
    strongest = best.map { ($0.destination, $0.strength / total) }
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.total == right.total && left.strongest?.destination == right.strongest?.destination
      && left.strongest?.share == right.strongest?.share
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(total)
    hasher.combine(strongest?.destination)
  }
}
