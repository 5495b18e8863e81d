/// The downward half of one-to-all searches: arcs that lead down, laid out in the order of a sweep.
///
/// Delling, Goldberg, Nowatzyk and Werneck 2013, *J. Parallel Distrib. Comput.* 73(7), 940 (PHAST).
/// It may be restricted to the nodes that lead to some targets (RPHAST: Delling, Goldberg and
/// Werneck 2011, ATMOS, 52).
struct Sweep<Cost: PathCost>: Sendable {
  /// Sources that one sweep serves.
  static var width: Int { 16 }
  /// From this many on one sweep of sixteen costs less than one each.
  static var worthwhile: Int { 4 }

  let shape: HierarchyShape
  /// On the way up from a source.
  let upward: [Cost]
  let firstArc: [UInt32]
  let head: [UInt32]
  /// On the way down.
  let downward: [Cost]
  /// Place in this sweep of each rank, ``absent`` for what leads to no target; nil if all are in.
  let places: [UInt32]?

  static var absent: UInt32 { .max }

  var nodeCount: Int { firstArc.count - 1 }

  /// A sweep over every node.
  init(_ costs: ArcCosts<Cost>, _ direction: TravelDirection) {
    shape = costs.hierarchy.shape
    upward = direction == .outward ? costs.up : costs.down
    downward = direction == .outward ? costs.down : costs.up
    firstArc = shape.firstArc
    head = shape.head
    places = nil
  }

  /// A sweep over what leads down to `targets`, ranks in any order.
  ///
  /// - Complexity: O(nodes + arcs that lead down to the targets).
  init(_ costs: ArcCosts<Cost>, _ direction: TravelDirection, to targets: some Sequence<UInt32>) {
    shape = costs.hierarchy.shape
    upward = direction == .outward ? costs.up : costs.down
    let all = direction == .outward ? costs.down : costs.up
    var places = [UInt32](repeating: Self.absent, count: shape.nodeCount)
    var ranks: [UInt32] = []
    for target in targets {
      var node: UInt32? = target
      while let rank = node, places[Int(rank)] == Self.absent {
        places[Int(rank)] = 0
        ranks.append(rank)
        node = costs.hierarchy.parent(of: rank)
      }
    }
    ranks.sort()
    for (place, rank) in ranks.enumerated() { places[Int(rank)] = UInt32(place) }
    var first: [UInt32] = [0]
    var heads: [UInt32] = []
    var downward: [Cost] = []
    first.reserveCapacity(ranks.count + 1)
    for rank in ranks {
      for arc in Int(shape.firstArc[Int(rank)])..<Int(shape.firstArc[Int(rank) + 1]) {
        heads.append(places[Int(shape.head[arc])])
        downward.append(all[arc])
      }
      first.append(UInt32(heads.count))
    }
    firstArc = first
    head = heads
    self.downward = downward
    self.places = places
  }

  func place(of rank: UInt32) -> Int { Int(places?[Int(rank)] ?? rank) }

  /// Runs a search from each of up to ``width`` sources, ranks with what they cost, into
  /// `workspace`.
  ///
  /// - Complexity: O(nodes + arcs), once for all sources.
  func run(
    from sources: some Collection<[(rank: UInt32, cost: Cost)]>, in workspace: Workspace,
    dispatch: SweepDispatch = .best
  ) {
    precondition(sources.count <= Self.width)
    let lanes = sources.count == 1 ? 1 : Self.width
    workspace.prepare(lanes: lanes, nodes: nodeCount)
    for (lane, seeds) in sources.enumerated() {
      workspace.search.run(from: seeds, over: shape, costs: upward)
      workspace.place(lane: lane, places: places)
    }
    firstArc.withUnsafeBufferPointer { firstArc in
      head.withUnsafeBufferPointer { head in
        downward.withUnsafeBufferPointer { downward in
          workspace.touched.withUnsafeBufferPointer { touched in
            // Without an arc there is no address; one node without arcs reads none.
            guard let first = firstArc.baseAddress, let bits = touched.baseAddress else { return }
            withUnsafeTemporaryAllocation(of: Cost.self, capacity: 1) { spare in
              spare.initialize(repeating: .unreached)
              Cost.sweep(
                dispatch, lanes: lanes, nodes: nodeCount, firstArc: first,
                head: head.baseAddress ?? first,
                cost: downward.baseAddress ?? UnsafePointer(spare.baseAddress!), touched: bits,
                reached: workspace.reached)
            }
          }
        }
      }
    }
  }

  /// What one thread needs for its sweeps, used over and over; nothing in it is cleared that the
  /// next sweep writes anyway.
  final class Workspace {
    var search: UpwardSearch<Cost>
    fileprivate(set) var lanes = 1
    fileprivate var touched: [UInt64] = []
    /// `reached[lanes · place + lane]`, aligned to a cache line.
    fileprivate var reached: UnsafeMutablePointer<Cost>
    private var capacity = 0

    init(nodeCount: Int) {
      search = UpwardSearch(nodeCount: nodeCount)
      reached = Self.allocate(1)
    }

    deinit { reached.deallocate() }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Cost> {
      UnsafeMutableRawPointer.allocate(
        byteCount: count * MemoryLayout<Cost>.stride, alignment: 64
      ).bindMemory(to: Cost.self, capacity: count)
    }

    fileprivate func prepare(lanes: Int, nodes: Int) {
      self.lanes = lanes
      if lanes * nodes > capacity {
        reached.deallocate()
        capacity = lanes * nodes
        reached = Self.allocate(capacity)
      }
      let words = nodes / 64 + 1
      if touched.count != words {
        touched = [UInt64](repeating: 0, count: words)
      } else {
        for word in touched.indices { touched[word] = 0 }
      }
    }

    /// Puts what the search found where the sweep starts from.
    fileprivate func place(lane: Int, places: [UInt32]?) {
      for rank in search.visited {
        let place = Int(places?[Int(rank)] ?? rank)
        guard place != Int(Sweep.absent) else { continue }
        let bit: UInt64 = 1 << UInt64(place & 63)
        if touched[place >> 6] & bit == 0 {
          touched[place >> 6] |= bit
          (reached + lanes * place).update(repeating: .unreached, count: lanes)
        }
        reached[lanes * place + lane] = search[rank]
      }
    }

    /// The cost that the last sweep found at a place for one of its sources.
    func cost(at place: Int, lane: Int) -> Cost { reached[lanes * place + lane] }

    /// The costs at `places`, in their order, for each of the first `count` sources.
    ///
    /// Place by place, for all sources of a place lie on one cache line.
    func costs(at places: [UInt32], of count: Int) -> [[Cost]] {
      let (lanes, chunk) = (lanes, 256)
      var results = [[Cost]](repeating: [], count: count)
      for lane in 0..<count { results[lane].reserveCapacity(places.count) }
      withUnsafeTemporaryAllocation(of: Cost.self, capacity: chunk * count) { turned in
        turned.initialize(repeating: 0)
        for start in stride(from: 0, to: places.count, by: chunk) {
          let size = min(chunk, places.count - start)
          places.withUnsafeBufferPointer { places in
            for index in 0..<size {
              let line = reached + lanes &* Int(places[start &+ index])
              for lane in 0..<count { turned[lane &* chunk &+ index] = line[lane] }
            }
          }
          for lane in 0..<count {
            results[lane].append(contentsOf: turned[lane * chunk..<lane * chunk + size])
          }
        }
      }
      return results
    }
  }
}

/// Which way a tree of fastest ways grows.
public enum TravelDirection: Hashable, Sendable {
  /// From the seeds to everywhere.
  case outward
  /// From everywhere to the seeds.
  case inward
}
