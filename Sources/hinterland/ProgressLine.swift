import Foundation
import Shapes

/// What is being done, on standard error, where it is a terminal and takes over two seconds.
final class ProgressLine: Sendable {
  private let stage = Locked<String?>("")
  private let isTerminal = isatty(STDERR_FILENO) == 1

  init() {
    guard isTerminal else { return }
    let started = Date()
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 0.5)
        let seconds = Int(Date().timeIntervalSince(started))
        let words = stage.withLock { $0 }
        guard let words else { return }
        guard seconds >= 2 else { continue }
        StandardStreams.write("\r\u{1B}[K\(words) … \(seconds) s", to: .standardError)
      }
    }
  }

  func say(_ words: String) { stage.withLock { $0 = words } }

  /// Clears the line; to be called before anything else is written.
  func stop() {
    let was = stage.withLock { stage in
      defer { stage = nil }
      return stage
    }
    if isTerminal, was != nil { StandardStreams.write("\r\u{1B}[K", to: .standardError) }
  }
}
