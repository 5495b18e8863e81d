import Foundation

/// A value that one thread at a time may read or change.
///
/// Of `Synchronization.Mutex` the thread sanitizer sees nothing on Linux, and takes each hand-over for a
/// race; Foundation's lock is one that it knows.
public final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  public init(_ value: sending Value) { self.value = value }

  /// Gives `body` the value; nobody else has it meanwhile.
  ///
  /// - Throws: what `body` throws.
  public func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
