import Foundation

/// The embedded dataset's tables, as the build lays them beside the binary.
public enum GeoData {
  /// The folder's name: package and target, as SwiftPM spells it on Linux.
  public static let bundleName = "Hinterland_GeoData.resources"

  /// Where the tables lie when the binary runs from its build folder; nil once it has moved.
  public static var builtFolder: String? {
    let binary = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
      .resolvingSymlinksInPath()
    return [Bundle.main.bundleURL, binary.deletingLastPathComponent()]
      .map { $0.appendingPathComponent(bundleName).path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
}
