/// A binary heap of (time, node), the lowest first.
struct TimeHeap {
  private var items: [(Int, Int)] = []

  mutating func insert(_ item: (Int, Int)) {
    items.append(item)
    var child = items.count - 1
    while child > 0, items[child] < items[(child - 1) / 2] {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popMin() -> (Int, Int)? {
    guard let lowest = items.first else { return nil }
    let last = items.removeLast()
    guard !items.isEmpty else { return lowest }
    items[0] = last
    var parent = 0
    while 2 * parent + 1 < items.count {
      var child = 2 * parent + 1
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      guard items[child] < items[parent] else { break }
      items.swapAt(child, parent)
      parent = child
    }
    return lowest
  }
}
