import Foundation

/// Where a user mends the baseline for good, in the keys of a scenario file.
public enum Corrections {
  /// `$XDG_CONFIG_HOME/hinterland/corrections.yaml`, else `~/.config/…`; nil where there is none.
  public static var path: String? {
    let environment = ProcessInfo.processInfo.environment
    func set(_ key: String) -> String? { environment[key].flatMap { $0.isEmpty ? nil : $0 } }
    let configuration = set("XDG_CONFIG_HOME") ?? set("HOME").map { $0 + "/.config" }
    guard let path = configuration.map({ $0 + "/hinterland/corrections.yaml" }),
      FileManager.default.fileExists(atPath: path)
    else { return nil }
    return path
  }
}
