import Shapes
import Synchronization

extension ArcCosts {
  typealias Seeds = [(rank: UInt32, cost: Cost)]

  /// Costs from each of `sources` to each of `targets` (all nodes if nil, by number), read by `read`.
  ///
  /// Sixteen sources share a sweep and all cores share the sweeps; no result depends on either.
  func trees<Result: Sendable>(
    from sources: [Seeds], _ direction: TravelDirection, over sweep: Sweep<Cost>,
    dispatch: SweepDispatch = .best,
    read: @Sendable (_ source: Int, _ costAt: (Int) -> Cost) -> Result
  ) -> [Result] {
    let pool = WorkspacePool<Cost>(nodeCount: hierarchy.nodeCount)
    let batches = Self.batches(of: sources.count)
    let results = Parallel.map(batches.count) { batch in
      pool.use { workspace in
        let range = batches[batch]
        let steps =
          range.count < Sweep<Cost>.worthwhile ? range.map { $0..<$0 + 1 } : [range]
        return steps.flatMap { step in
          sweep.run(from: sources[step], in: workspace, dispatch: dispatch)
          return step.map { source in
            read(source) { workspace.cost(at: $0, lane: source - step.lowerBound) }
          }
        }
      }
    }
    return results.flatMap(\.self)
  }

  /// Sixteen each; fewer where that gives every core something to do.
  static func batches(of count: Int) -> [Range<Int>] {
    let share = (count + Parallel.threadCount - 1) / Parallel.threadCount
    let size = max(1, min(Sweep<Cost>.width, share))
    return stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
  }
}

/// Workspaces that the threads of one batch hand on to each other.
final class WorkspacePool<Cost: PathCost>: Sendable {
  private let nodeCount: Int
  private let idle = Mutex<[Loan]>([])

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  func use<Result>(_ body: (Sweep<Cost>.Workspace) -> Result) -> Result {
    let loan =
      idle.withLock { $0.popLast() } ?? Loan(workspace: Sweep.Workspace(nodeCount: nodeCount))
    defer { idle.withLock { $0.append(loan) } }
    return body(loan.workspace)
  }

  /// Sendable because whoever took it out of the pool is the only one to have it.
  private struct Loan: @unchecked Sendable {
    let workspace: Sweep<Cost>.Workspace
  }
}
