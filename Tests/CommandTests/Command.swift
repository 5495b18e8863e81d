import Foundation
import TestSupport
import Testing

/// One run of the built binary: what it was given, what it said, how it ended.
struct Command {
  var exitCode: Int32
  var output: Data
  var words: String

  /// Expects that it said one sentence on standard error and nothing else, and ended with `code`.
  func expectRefusal(_ code: Int32, at place: SourceLocation = #_sourceLocation) {
    #expect(exitCode == code, "\(words)", sourceLocation: place)
    #expect(text.isEmpty, sourceLocation: place)
    let sentences = words.split(separator: "\n").count {
      $0.hasPrefix("hinterland: ") || $0.hasPrefix("Error: ")
    }
    #expect(sentences == 1, sourceLocation: place)
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs `hinterland` as a stranger's shell would: in an environment of its own, C locale.
  ///
  /// The binary is the one beside this test bundle unless it was moved; `environment` is added to
  /// `PATH`, `LANG=C` and a cache beside the binary.
  init(
    _ arguments: [String], binary: String? = nil, environment: [String: String] = [:]
  ) throws {
    try self.init(
      program: try binary ?? Self.binary(), arguments: arguments, environment: environment)
  }

  /// Runs a line of bash, in which `$hinterland` is the binary.
  init(bash line: String, environment: [String: String] = [:]) throws {
    var environment = environment
    environment["hinterland"] = try Self.binary()
    try self.init(program: "/bin/bash", arguments: ["-c", line], environment: environment)
  }

  private init(program: String, arguments: [String], environment: [String: String]) throws {
    // Files, not pipes: a pipe that nobody empties would stop the program.
    let folder = try TemporaryFolder()
    let (out, err) = (try folder.write("", to: "out"), try folder.write("", to: "err"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let cache = URL(fileURLWithPath: try Self.binary()).deletingLastPathComponent().path
    process.environment = [
      "PATH": "/usr/bin:/bin", "LANG": "C", "XDG_CACHE_HOME": cache + "/cache-of-tests",
    ]
    .merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    try process.run()
    process.waitUntilExit()
    exitCode = process.terminationReason == .exit ? process.terminationStatus : -1
    output = FileManager.default.contents(atPath: out) ?? Data()
    words = folder.text(of: "err") ?? ""
  }

  struct NotBuilt: Error {
    var looked: [String]
  }

  /// The built binary, beside the bundle that holds these tests.
  static func binary() throws -> String {
    let looked = [
      "/proc/self/exe", CommandLine.arguments.first ?? "", Bundle.main.bundlePath + "/x",
    ].map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent().path
        + "/hinterland"
    }
    guard let path = looked.first(where: FileManager.default.isExecutableFile) else {
      throw NotBuilt(looked: looked)
    }
    return path
  }

  /// The tables of the embedded dataset in the repository.
  static let tables = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("GeoData").path
}
