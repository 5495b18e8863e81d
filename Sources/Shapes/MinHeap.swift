/// A binary heap that gives its lowest element first.
///
/// Of elements that compare alike it gives either, so an order that decides an answer has to be
/// part of them.
public struct MinHeap<Element: Comparable> {
  @usableFromInline var elements: [Element] = []

  public init() {}

  /// - Complexity: O(log elements).
  @inlinable
  public mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, elements[child] < elements[(child - 1) / 2] {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// The lowest element, which leaves; nil where none is left.
  ///
  /// - Complexity: O(log elements).
  @inlinable
  public mutating func popMin() -> Element? {
    guard let lowest = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return lowest }
    elements[0] = last
    var parent = 0
    while 2 * parent + 1 < elements.count {
      var child = 2 * parent + 1
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      guard elements[child] < elements[parent] else { break }
      elements.swapAt(child, parent)
      parent = child
    }
    return lowest
  }
}

extension MinHeap: Sendable where Element: Sendable {}
