import Foundation
import Testing

/// Texts that are held against a file in `Golden/`; `HINTERLAND_BLESS=1` writes the files anew.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["HINTERLAND_BLESS"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    guard text != golden else { return }
    let (asked, found) = (lines(golden), lines(text))
    let first =
      zip(asked, found).enumerated().first { $1.0 != $1.1 }?.offset
      ?? min(asked.count, found.count)
    Issue.record(
      """
      \(name) differs from line \(first + 1) on; HINTERLAND_BLESS=1 writes it anew.
      golden: \(first < asked.count ? asked[first] : "(ends)")
      found:  \(first < found.count ? found[first] : "(ends)")
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
