/// The shortest way past all of a few places and back to the first.
///
/// Exact, by subsets (Held and Karp 1962, *J. SIAM* 10(1), 196): O(2ⁿ n²).
struct ShortestLap {
  let order: [Int]
  let length: Double

  /// Takes the time of each leg, `time[from][to]`, infinite where there is none; nil with fewer
  /// than three places, or where no lap exists.
  init?(_ time: [[Double]]) {
    let count = time.count
    guard count >= 3 else { return nil }
    let last = count - 1  // the first place is left out of the subsets
    let subsets = 1 << last
    var best = [Double](repeating: .infinity, count: subsets * last)
    var before = [Int](repeating: -1, count: subsets * last)
    for place in 0..<last { best[(1 << place) * last + place] = time[0][place + 1] }
    for subset in 1..<subsets {
      for end in 0..<last where subset & (1 << end) != 0 {
        let reached = best[subset * last + end]
        guard reached.isFinite else { continue }
        for next in 0..<last where subset & (1 << next) == 0 {
          let slot = (subset | (1 << next)) * last + next
          let length = reached + time[end + 1][next + 1]
          if length < best[slot] {
            best[slot] = length
            before[slot] = end
          }
        }
      }
    }
    var subset = subsets - 1
    var end = -1
    var shortest = Double.infinity
    for place in 0..<last {
      let length = best[subset * last + place] + time[place + 1][0]
      if length < shortest { (shortest, end) = (length, place) }
    }
    guard end >= 0 else { return nil }
    var order: [Int] = []
    while end >= 0 {
      order.append(end + 1)
      let slot = subset * last + end
      subset &= ~(1 << end)
      end = before[slot]
    }
    self.order = [0] + order.reversed()
    length = shortest
  }
}
