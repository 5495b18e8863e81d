import Foundation

/// Large inputs that do not travel with the project: `HINTERLAND_BENCH` names their folder.
///
/// Where they are missing a test that needs one is skipped, and counted as such; under `CI=true` it
/// fails.
public enum BenchFiles {
  private static let environment = ProcessInfo.processInfo.environment

  /// Whether a test that needs `name` has to run.
  public static func serve(_ name: String) -> Bool {
    path(of: name) != nil || environment["CI"] == "true"
  }

  /// Where a file lies; nil if it is missing.
  public static func path(of name: String) -> String? {
    guard let folder = environment["HINTERLAND_BENCH"], !folder.isEmpty else { return nil }
    let path = folder + "/" + name
    return FileManager.default.isReadableFile(atPath: path) ? path : nil
  }

  /// What `gzip` makes of a packed file.
  public static func unpacked(_ path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return [UInt8](data)
  }
}
