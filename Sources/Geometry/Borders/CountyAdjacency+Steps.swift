extension CountyAdjacency {
  /// How many borders of counties lie between each county and the nearest of `starts`: 0 for those
  /// themselves, nil where no way over neighbours leads there (islands).
  ///
  /// - Complexity: O(contacts).
  public func steps(from starts: some Sequence<Int>) -> [Int?] {
    var steps = [Int?](repeating: nil, count: countyCount)
    var front = Set(starts).sorted()
    for county in front { steps[county] = 0 }
    var step = 0
    while !front.isEmpty {
      step += 1
      var next: [Int] = []
      for county in front {
        for neighbour in neighbours(of: county) where steps[neighbour] == nil {
          steps[neighbour] = step
          next.append(neighbour)
        }
      }
      front = next
    }
    return steps
  }

  /// The parts of `members` that hang together over shared lines, each ascending, by first member.
  ///
  /// - Complexity: O(contacts of the members).
  public func pieces(of members: some Sequence<Int>) -> [[Int]] {
    var left = Set(members)
    var pieces: [[Int]] = []
    for start in left.sorted() where left.contains(start) {
      left.remove(start)
      var piece = [start]
      var next = 0
      while next < piece.count {
        for neighbour in neighbours(of: piece[next]) where left.remove(neighbour) != nil {
          piece.append(neighbour)
        }
        next += 1
      }
      pieces.append(piece.sorted())
    }
    return pieces
  }

  /// Whether the members hang together over shared lines; an empty list and a single one do.
  public func isContiguous(_ members: some Sequence<Int>) -> Bool {
    pieces(of: members).count <= 1
  }
}
