import Shapes

/// How far communities depend on the seed and the resolution they were found with.
public struct CommunityStability: Hashable, Sendable {
  /// At other resolutions, over the same seeds.
  public struct AtResolution: Hashable, Sendable {
    public var resolution: Double
    /// Mean number of communities.
    public var communities: Double
    /// Mean adjusted Rand index with the communities in question.
    public var agreement: Double
  }

  /// Runs with other seeds, a resolution.
  public let seeds: Int
  /// Mean adjusted Rand index between the communities in question and those of other seeds.
  public let agreement: Double
  public let resolutions: [AtResolution]
  /// For each community, how often two of its members come together again, over all pairs of
  /// members, seeds and resolutions; 1 for a community of one.
  public let coMembership: [Double]

  /// Resolutions that the communities are sought at again, as parts of the one in question.
  public static let factors = [0.5, 0.75, 1, 1.25, 1.5, 2]

  /// Seeks the communities that `leiden` found in `graph` again, with `seeds` other seeds at each
  /// of ``factors``.
  public init(of partition: Partition, in graph: WeightedGraph, by leiden: Leiden, seeds: Int = 20)
  {
    precondition(seeds > 0)
    let runs = Parallel.map(Self.factors.count * seeds) { run in
      Leiden(
        resolution: leiden.resolution * Self.factors[run / seeds],
        seed: leiden.seed &+ UInt64(run % seeds) &+ 1
      ).communities(of: graph)
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(1, values.count)) }
    self.seeds = seeds
    resolutions = Self.factors.indices.map { index in
      let found = runs[index * seeds..<(index + 1) * seeds]
      return AtResolution(
        resolution: leiden.resolution * Self.factors[index],
        communities: mean(found.map { Double($0.count) }),
        agreement: mean(found.map { partition.adjustedRandIndex(with: $0) }))
    }
    agreement = resolutions[Self.factors.firstIndex(of: 1) ?? 0].agreement
    coMembership = partition.members.map { members in
      var (together, all) = (0, 0)
      for run in runs {
        for (place, member) in members.enumerated() {
          for other in members[(place + 1)...] {
            all += 1
            if run.community[member] == run.community[other] { together += 1 }
          }
        }
      }
      return all > 0 ? Double(together) / Double(all) : 1
    }
  }
}
