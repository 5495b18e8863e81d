import Foundation

/// Builds each community up anew from single nodes, along links only.
///
/// A node joins a part that is well connected with the rest of its community, at random among those
/// where modularity does not fall, the better ones more likely. So each part hangs together.
struct LeidenRefinement {
  /// θ of the paper, here in mean weights of a link: how random the choice is.
  private static let randomness = 0.01

  private let graph: WeightedGraph
  private let communities: Partition
  private let resolution: Double
  private let scale: Double

  init(_ graph: WeightedGraph, of communities: Partition, resolution: Double) {
    self.graph = graph
    self.communities = communities
    self.resolution = resolution
    scale = Self.randomness * graph.totalWeight / Double(max(1, graph.neighbour.count / 2))
  }

  /// A label for each node: nodes of one part have the same.
  func refined(_ random: inout SplitMix64) -> [Int] {
    var part = Array(0..<graph.nodeCount)
    var strength = graph.strength
    var size = [Int](repeating: 1, count: graph.nodeCount)
    /// Weight between each part and the rest of its community.
    var outward = [Double](repeating: 0, count: graph.nodeCount)
    for node in 0..<graph.nodeCount {
      for slot in graph.first[node]..<graph.first[node + 1]
      where communities.community[graph.neighbour[slot]] == communities.community[node] {
        outward[node] += graph.weight[slot]
      }
    }
    var total = [Double](repeating: 0, count: communities.count)
    for node in 0..<graph.nodeCount { total[communities.community[node]] += graph.strength[node] }
    let twice = 2 * graph.totalWeight
    func isWellConnected(_ strength: Double, _ outward: Double, in community: Int) -> Bool {
      outward >= resolution * strength * (total[community] - strength) / twice - Leiden.least
    }
    var order = Array(0..<graph.nodeCount)
    random.shuffle(&order)
    for node in order where size[part[node]] == 1 {
      let community = communities.community[node]
      let own = graph.strength[node]
      guard isWellConnected(own, outward[node], in: community) else { continue }
      var weightTo: [Int: Double] = [:]
      for slot in graph.first[node]..<graph.first[node + 1] {
        let neighbour = graph.neighbour[slot]
        if communities.community[neighbour] == community {
          weightTo[part[neighbour], default: 0] += graph.weight[slot]
        }
      }
      var choices = [(part: part[node], gain: 0.0)]
      for (other, weight) in weightTo.sorted(by: { $0.key < $1.key }) {
        guard isWellConnected(strength[other], outward[other], in: community) else { continue }
        let gain = weight - resolution * own * strength[other] / twice
        if gain >= 0 { choices.append((other, gain)) }
      }
      let target = pick(choices, &random)
      guard target != part[node] else { continue }
      let alone = part[node]
      part[node] = target
      size[target] += 1
      size[alone] = 0
      outward[target] += outward[alone] - 2 * (weightTo[target] ?? 0)
      strength[target] += own
      strength[alone] = 0
    }
    return part
  }

  private func pick(_ choices: [(part: Int, gain: Double)], _ random: inout SplitMix64) -> Int {
    guard choices.count > 1 else { return choices[0].part }
    let most = choices.reduce(0) { max($0, $1.gain) }
    let chances = choices.map { exp(($0.gain - most) / scale) }
    var left = random.unit() * chances.reduce(0, +)
    for (choice, chance) in zip(choices, chances) {
      left -= chance
      if left < 0 { return choice.part }
    }
    return choices[choices.count - 1].part
  }
}
