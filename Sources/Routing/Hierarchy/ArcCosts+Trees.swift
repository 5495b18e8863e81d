import Shapes

extension ArcCosts {
  typealias Seeds = [(rank: UInt32, cost: Cost)]

  /// Runs `sweep` from each of `sources` and reads what it found, in the order of the sources.
  ///
  /// Sixteen sources share a sweep and all cores share the sweeps; no result depends on either.
  /// `read` is given the sources that lie side by side in the workspace.
  func trees<Result: Sendable>(
    from sources: [Seeds], over sweep: Sweep<Cost>, dispatch: SweepDispatch = .best,
    read: @Sendable (_ sources: Range<Int>, _ found: Sweep<Cost>.Workspace) -> [Result]
  ) -> [Result] {
    let pool = pool
    let batches = Self.batches(of: sources.count)
    let results = Parallel.map(batches.count) { batch in
      pool.use { workspace in
        sweep.run(from: sources[batches[batch]], in: workspace, dispatch: dispatch)
        return read(batches[batch], workspace)
      }
    }
    return results.flatMap(\.self)
  }

  /// Sixteen each, for a sweep costs the same however many of its lanes are in use; the last few
  /// one by one.
  static func batches(of count: Int) -> [Range<Int>] {
    let rest = count % Sweep<Cost>.width
    let together = rest < Sweep<Cost>.worthwhile ? count - rest : count
    return stride(from: 0, to: together, by: Sweep<Cost>.width).map {
      $0..<min(together, $0 + Sweep<Cost>.width)
    } + (together..<count).map { $0..<$0 + 1 }
  }
}

/// Workspaces that the threads of one batch hand on to each other.
final class WorkspacePool<Cost: PathCost>: Sendable {
  private let nodeCount: Int
  private let idle = Locked<[Loan]>([])

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
