import Foundation

/// What one run of a program cost, and what it said.
struct Cost {
  /// From its start to its end.
  var wall: Duration
  /// Of all its threads, user and system.
  var processor: Duration
  /// The most memory it held, in bytes.
  var peakMemory: Int
  var output: Data

  /// Runs a program to its end, its standard error passed on.
  ///
  /// Its standard output goes to the file `output`, so that no pipe has to be read meanwhile.
  static func running(_ program: String, _ arguments: [String], output: String) throws -> Cost {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)

    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }

    let started = ContinuousClock.now
    var child = pid_t()
    guard posix_spawn(&child, program, &actions, nil, &words, environ) == 0 else {
      throw BenchmarkError.notStarted(program)
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else {
      throw BenchmarkError.failed(program, status: status)
    }
    let wall = started.duration(to: .now)
    // Linux counts in KiB.
    return Cost(
      wall: wall, processor: Duration(usage.ru_utime) + Duration(usage.ru_stime),
      peakMemory: usage.ru_maxrss * 1_024,
      output: try Data(contentsOf: URL(fileURLWithPath: output)))
  }
}

extension Duration {
  init(_ time: timeval) { self = .seconds(time.tv_sec) + .microseconds(time.tv_usec) }
}

enum BenchmarkError: Error, CustomStringConvertible {
  case notStarted(String)
  case failed(String, status: Int32)
  case wrongAnswer(String)

  var description: String {
    switch self {
    case .notStarted(let program): "\(program) cannot be started; run `make build`."
    case .failed(let program, let status): "\(program) ended with wait status \(status)."
    case .wrongAnswer(let words): "The answer is wrong: \(words)."
    }
  }
}
