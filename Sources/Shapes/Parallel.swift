import Dispatch
import Foundation
import Synchronization

/// Work over all cores whose result does not depend on how many there are.
public enum Parallel {
  /// Threads in use: `HINTERLAND_THREADS` where it is a number of 1 or more, else the cores.
  public static let threadCount: Int = {
    let asked = ProcessInfo.processInfo.environment["HINTERLAND_THREADS"].flatMap { Int($0) }
    return max(1, min(asked ?? ProcessInfo.processInfo.activeProcessorCount, 256))
  }()

  /// The results of `transform` for `0..<count`, in order.
  ///
  /// Items are handed out one by one, so they should be worth some microseconds each.
  /// - Throws: the error of the lowest index that failed.
  public static func map<Result: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) throws -> Result
  ) throws -> [Result] {
    guard threadCount > 1, count > 1 else { return try (0..<count).map(transform) }
    let next = Atomic<Int>(0)
    let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(threadCount, count)) { _ in
      var done: [(Int, Swift.Result<Result, any Error>)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        done.append((index, Swift.Result { try transform(index) }))
      }
      results.withLock { all in
        for (index, result) in done { all[index] = result }
      }
    }
    return try results.withLock { all in
      try all.map { result in
        guard let result else { preconditionFailure("Every index below \(count) was taken.") }
        return try result.get()
      }
    }
  }
}
