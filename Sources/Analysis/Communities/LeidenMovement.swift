/// Moves single nodes to the communities where modularity gains most, until none gains.
///
/// The fast local moving of the Leiden paper: a node is looked at again only after a neighbour
/// outside its community has moved.
struct LeidenMovement {
  private let graph: WeightedGraph
  private let resolution: Double
  private(set) var community: [Int]
  /// Strength of each community; there are as many numbers as nodes, so that one is always empty.
  private var strength: [Double]
  private var size: [Int]
  private var empty: [Int]

  init(_ graph: WeightedGraph, labels: [Int], resolution: Double) {
    self.graph = graph
    self.resolution = resolution
    community = labels
    strength = [Double](repeating: 0, count: graph.nodeCount)
    size = [Int](repeating: 0, count: graph.nodeCount)
    for (node, label) in labels.enumerated() {
      strength[label] += graph.strength[node]
      size[label] += 1
    }
    empty = size.indices.reversed().filter { [size] in size[$0] == 0 }
  }

  mutating func move(_ random: inout SplitMix64) {
    var queue = Array(0..<graph.nodeCount)
    random.shuffle(&queue)
    var isWaiting = [Bool](repeating: true, count: graph.nodeCount)
    var weightTo = [Double](repeating: 0, count: graph.nodeCount)
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      isWaiting[node] = false
      let home = community[node]
      var touched: [Int] = []
      for slot in graph.first[node]..<graph.first[node + 1] {
        let other = community[graph.neighbour[slot]]
        if weightTo[other] == 0 { touched.append(other) }
        weightTo[other] += graph.weight[slot]
      }
      let pull = resolution * graph.strength[node] / (2 * graph.totalWeight)
      // Staying, with the node itself taken out; then alone; then with each neighbour.
      var best = (
        gain: weightTo[home] - pull * (strength[home] - graph.strength[node]), community: home
      )
      if size[home] > 1, let alone = empty.last, 0 > best.gain + Leiden.least {
        best = (0, alone)
      }
      for other in touched.sorted() where other != home {
        let gain = weightTo[other] - pull * strength[other]
        if gain > best.gain + Leiden.least { best = (gain, other) }
      }
      for other in touched { weightTo[other] = 0 }
      guard best.community != home else { continue }
      transfer(node, to: best.community)
      for slot in graph.first[node]..<graph.first[node + 1] {
        let neighbour = graph.neighbour[slot]
        if community[neighbour] != best.community, !isWaiting[neighbour] {
          isWaiting[neighbour] = true
          queue.append(neighbour)
        }
      }
    }
  }

  private mutating func transfer(_ node: Int, to target: Int) {
    let home = community[node]
    if size[target] == 0 { empty.removeAll { $0 == target } }
    community[node] = target
    strength[home] -= graph.strength[node]
    strength[target] += graph.strength[node]
    size[home] -= 1
    size[target] += 1
    if size[home] == 0 {
      strength[home] = 0
      empty.append(home)
    }
  }
}
