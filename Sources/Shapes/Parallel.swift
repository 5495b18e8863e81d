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
  public static func map<Result: Sendable, Failure: Error>(
    _ count: Int, _ transform: @Sendable (Int) throws(Failure) -> Result
  ) throws(Failure) -> [Result] {
    guard threadCount > 1, count > 1 else {
      var results: [Result] = []
      results.reserveCapacity(count)
      for index in 0..<count { results.append(try transform(index)) }
      return results
    }
    let next = Atomic<Int>(0)
    let results = Locked([Swift.Result<Result, Failure>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(threadCount, count)) { _ in
      var done: [(Int, Swift.Result<Result, Failure>)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        do throws(Failure) {
          done.append((index, .success(try transform(index))))
        } catch {
          done.append((index, .failure(error)))
        }
      }
      results.withLock { all in
        for (index, result) in done { all[index] = result }
      }
    }
    let all = results.withLock { $0 }
    var values: [Result] = []
    values.reserveCapacity(count)
    for result in all {
      guard let result else { preconditionFailure("Every index below \(count) was taken.") }
      values.append(try result.get())
    }
    return values
  }
}
