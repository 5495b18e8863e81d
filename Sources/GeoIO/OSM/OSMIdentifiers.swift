/// Identifiers in ascending order, each once, and where each of them stands.
struct OSMIdentifiers {
  private let sorted: [Int64]
  /// Where the last one that ``next(_:)`` looked for was found, or would stand.
  private var cursor = 0

  var count: Int { sorted.count }

  /// - Parameter sorted: ascending, each once.
  init(sorted: [Int64]) { self.sorted = sorted }

  /// - Complexity: O(log count).
  func index(of identifier: Int64) -> Int? {
    let place = place(of: identifier)
    return place < sorted.count && sorted[place] == identifier ? place : nil
  }

  /// The same, sooner for identifiers that come in ascending order, as files have them.
  mutating func next(_ identifier: Int64) -> Int? {
    var steps = 0
    while cursor < sorted.count, sorted[cursor] < identifier, steps < Self.longestWalk {
      cursor += 1
      steps += 1
    }
    let isAfterLast = cursor == 0 || sorted[cursor - 1] < identifier
    let isBeforeNext = cursor == sorted.count || sorted[cursor] >= identifier
    if !isAfterLast || !isBeforeNext { cursor = place(of: identifier) }
    return cursor < sorted.count && sorted[cursor] == identifier ? cursor : nil
  }

  /// Steps after which searching is sooner than walking on.
  private static let longestWalk = 16

  /// Where `identifier` stands, or would.
  private func place(of identifier: Int64) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < identifier { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
