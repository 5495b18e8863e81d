/// Who is whose neighbour, and how much a neighbour counts.
///
/// Compressed rows: the neighbours of place i are `first[i]..<first[i + 1]`. Nobody is a neighbour
/// of itself; a place without neighbours is an island and has no local statistic.
public struct SpatialWeights: Hashable, Sendable {
  public let first: [Int]
  public let neighbour: [Int]
  public let weight: [Double]

  public var count: Int { first.count - 1 }

  /// Sum of all weights.
  public var total: Double { weight.reduce(0, +) }

  public func neighbours(of place: Int) -> ArraySlice<Int> {
    neighbour[first[place]..<first[place + 1]]
  }

  public var islands: [Int] { (0..<count).filter { first[$0] == first[$0 + 1] } }

  /// Takes neighbours in rows; the order within a row does not matter.
  public init(rows: [[(neighbour: Int, weight: Double)]]) {
    var first = [0]
    var neighbour: [Int] = []
    var weight: [Double] = []
    for (place, row) in rows.enumerated() {
      for item in row.sorted(by: { $0.neighbour < $1.neighbour }) {
        precondition(rows.indices.contains(item.neighbour) && item.neighbour != place)
        neighbour.append(item.neighbour)
        weight.append(item.weight)
      }
      first.append(neighbour.count)
    }
    self.first = first
    self.neighbour = neighbour
    self.weight = weight
  }

  /// Neighbours both ways for each pair, each pair once.
  public init(count: Int, pairs: [(Int, Int)]) {
    var rows = [[(neighbour: Int, weight: Double)]](repeating: [], count: count)
    for (left, right) in pairs {
      rows[left].append((right, 1))
      rows[right].append((left, 1))
    }
    self.init(rows: rows)
  }

  /// The same with each row's weights summing to 1: the lag of a place is its neighbours' mean.
  public func rowStandardized() -> SpatialWeights {
    SpatialWeights(
      rows: (0..<count).map { place in
        let range = first[place]..<first[place + 1]
        let sum = range.reduce(0) { $0 + weight[$1] }
        return range.map { (neighbour[$0], sum > 0 ? weight[$0] / sum : 0) }
      })
  }

  /// The weighted sum of neighbours' values.
  public func lag(_ values: [Double], at place: Int) -> Double {
    var sum = 0.0
    for slot in first[place]..<first[place + 1] { sum += weight[slot] * values[neighbour[slot]] }
    return sum
  }
}
