import Analysis
import Testing

/// Values of esda 2.9.0, inequality 1.1.2, access 1.1.10 and igraph 1.0.0 on the tables of
/// `Tests/Peers/access`, printed by `second_opinion.py` there.
@Suite struct SecondOpinionTests {
  private func agree(_ ours: Double?, _ theirs: Double, _ place: SourceLocation = #_sourceLocation)
  {
    guard let ours else {
      Issue.record("no value for \(theirs)", sourceLocation: place)
      return
    }
    #expect(abs(ours - theirs) <= 1e-6 * max(1, abs(theirs)), sourceLocation: place)
  }

  @Test func inequalityAgreesWithPySAL() throws {
    let value = WeightedValues(try PeerInputs.column(1, of: "places.csv"))
    let people = WeightedValues(try PeerInputs.column(2, of: "places.csv"))
    agree(value.gini, 0.189566465952)
    agree(people.gini, 0.420152017586)
    agree(value.coefficientOfVariation, 0.329066675426)
    let groups = try PeerInputs.column(3, of: "places.csv").map { Int($0) }
    let theil = try #require(TheilIndex(people, groups: groups))
    agree(theil.total, 0.358130270633)
    agree(theil.between, 0.00972114770041)
    agree(theil.within, 0.348409122932)
    let fifths = [0.2, 0.4, 0.6, 0.8].compactMap { value.quantile($0) }
    #expect(fifths == [94.601, 125.425, 153.514, 189.379])
  }

  @Test func autocorrelationAgreesWithPySAL() throws {
    let values = try PeerInputs.column(1, of: "places.csv")
    let weights = SpatialWeights(count: 48, pairs: try PeerInputs.pairs()).rowStandardized()
    #expect(weights.islands == [47])
    let moran = try #require(MoranIndex(values, weights: weights, permutations: 99, seed: 1))
    agree(moran.value, 0.848113770709)
    agree(moran.expected, -0.0212765957447)
    let local = try #require(LocalMoran(values, weights: weights, permutations: 9_999, seed: 1))
    let theirs: [(place: Int, value: Double, quadrant: String, folded: Double)] = [
      (0, 1.94001255685, "LL", 0.0174), (5, 0.332821957223, "HH", 0.1348),
      (20, 0.0266713281692, "HH", 0.3842), (33, 0.993182391191, "LL", 0.0145),
      (46, 1.06140314749, "HH", 0.1282),
    ]
    for expected in theirs {
      let place = try #require(local.places[expected.place])
      agree(place.value, expected.value)
      #expect(place.quadrant.rawValue == expected.quadrant)
      // Theirs is of one side: half of ours, within the chance of 9,999 draws (4 σ).
      #expect(abs(place.test.pTwoSided / 2 - expected.folded) < 0.02)
    }
    #expect(local.places[47] == nil)
  }

  @Test func accessAgreesWithPySAL() throws {
    let minutes = try PeerInputs.matrix("minutes.csv", columns: 48)
    let people = try PeerInputs.column(2, of: "places.csv")
    let rows = minutes.map { Opportunities(minutes: $0, masses: people) }
    let theirs: [(Int, Double, Double, Double, watt: Double, decayed: Double)] = [
      (0, 894_685, 150603.152141, 4767.35898375, 189.494086742, 550568.631094),
      (13, 1_574_333, 218290.255995, 9317.95335085, 132.302540418, 976818.491049),
      (47, 935_871, 166016.41968, 5295.85591479, 170.380986303, 621410.633606),
    ]
    for (place, within, potential, squared, watt, decayed) in theirs {
      agree(rows[place].cumulative(within: 60), within)
      agree(rows[place].potential(exponent: 1), potential)
      agree(rows[place].potential(exponent: 2), squared)
      agree(rows[place].weightedAverageTime, watt)
      agree(rows[place].exponential(scale: 30), decayed)
    }
    let steps = TwoStepCatchment(
      minutes: try PeerInputs.matrix("costs.csv", columns: 6), people: people,
      supply: try PeerInputs.column(1, of: "facilities.csv"), within: 30)
    // Parts of ten thousand: compared by 1e-6 of themselves.
    for (place, value) in [
      (0, 0.000258589444154), (7, 0.000116850775258), (31, 0.000137235015108),
      (47, 0.000184844078447),
    ] { agree(steps.access[place] / value, 1) }
  }

  private func roads() throws -> LinkGraph {
    let rows = try PeerInputs.rows("links.csv")
    return LinkGraph(
      nodeCount: 64, ends: rows.map { (Int($0[0]), Int($0[1])) },
      lengths: rows.map { UInt32($0[2]) })
  }

  @Test func structureAgreesWithIgraph() throws {
    let graph = try roads()
    let bridges = Bridges(of: graph)
    #expect(
      bridges.isBridge.indices.filter { bridges.isBridge[$0] } == [
        6, 7, 11, 13, 16, 37, 39, 48, 53, 55, 56, 62, 64, 65, 70, 71, 73, 75, 76, 77,
      ])
    #expect(bridges.block == Self.blocks)
    #expect(graph.cyclomaticNumber == 17)
    #expect(graph.deadEnds == [4, 5, 35, 41, 47, 53, 56, 60, 62, 63])
    for (ours, theirs) in zip(graph.betweenness(), Self.betweenness) { agree(ours, theirs) }
    let tied = LinkGraph(nodeCount: 64, ends: graph.ends).betweenness()
    for (ours, theirs) in zip(tied, Self.tiedBetweenness) { agree(ours, theirs) }
  }

  private static let blocks: [Int] = [
    0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 3, 4, 5, 5, 0, 0, 0, 0, 5, 5, 5, 0, 0, 0, 5, 5, 5, 5, 5,
    6, 5, 5, 5, 5, 5, 7, 5, 5, 5, 5, 8, 9, 10, 5, 5, 5, 5, 11, 12, 13, 5, 5, 5, 14, 15, 16,
    17, 5, 5, 18, 19, 20, 21, 22,
  ]

  private static let betweenness: [Double] = [
    2, 102, 24, 33, 0, 0, 0, 184, 234, 289, 170, 58, 0, 798, 774, 541, 55, 0, 0, 836, 782,
    110, 58, 2, 10, 31, 887, 237, 151, 58, 239, 329, 756, 78, 0, 0, 270, 154, 426, 484, 58,
    0, 220, 131, 166, 412, 99, 0, 168, 114, 81, 280, 8, 0, 0, 58, 0, 208, 168, 115, 0, 1, 0,
    0,
  ]

  private static let tiedBetweenness: [Double] = [
    4.5, 73.8833333333, 26.15, 53.65, 0, 0, 15.8666666667, 167.6, 211.35, 300.9, 170, 58,
    10, 779, 771.85, 553.083333333, 120.333333333, 18.8333333333, 19, 826.533333333,
    299.958333333, 45.8333333333, 39.3333333333, 0.833333333333, 202.235714286,
    529.593928784, 683.333214498, 307.856391648, 128.869047619, 58, 207.683452169,
    67.810932205, 410.87366, 227.673058314, 29.2357142857, 0, 289.803472345, 200.398519781,
    471.30277386, 404.903260955, 58, 0, 220, 42.357501159, 263.889596188, 388.597933439,
    134.022792077, 0, 168, 114, 67.4830189418, 236.417684113, 142.31492168, 0, 0, 58, 0,
    76.6850783204, 169.166666667, 115, 0, 1, 0, 0,
  ]
}
