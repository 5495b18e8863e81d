/// Supply a head within reach, where those who share a facility are counted (2SFCA).
///
/// First each facility's supply over the people within the limit, `Rⱼ = Sⱼ ÷ Σᵢ Pᵢ [Tᵢⱼ ≤ τ]`;
/// then for each place the sum of what it reaches, `Aᵢ = Σⱼ Rⱼ [Tᵢⱼ ≤ τ]`. The people's mean of it,
/// over everyone within reach of any, is all supply within reach of anyone over those people.
/// Source: Luo and Wang (2003), *Environment and Planning B* 30(6), 865.
public struct TwoStepCatchment: Hashable, Sendable {
  /// Supply a head, a facility; 0 where nobody is within the limit.
  public let ratios: [Double]
  /// Supply a head, a place.
  public let access: [Double]

  /// Takes a row of minutes a place with a column a facility, infinite where not reached.
  public init(minutes: [[Double]], people: [Double], supply: [Double], within limit: Double) {
    precondition(minutes.count == people.count)
    precondition(minutes.allSatisfy { $0.count == supply.count })
    var demand = [Double](repeating: 0, count: supply.count)
    for (row, people) in zip(minutes, people) {
      for facility in supply.indices where row[facility] <= limit { demand[facility] += people }
    }
    let ratios = zip(supply, demand).map { $1 > 0 ? $0 / $1 : 0 }
    self.ratios = ratios
    access = minutes.map { row in
      supply.indices.reduce(0) { $0 + (row[$1] <= limit ? ratios[$1] : 0) }
    }
  }
}
