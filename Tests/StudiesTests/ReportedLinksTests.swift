import Analysis
import Foundation
import GeoIO
import Shapes
import Studies
import Testing

/// The links of `Examples/reported/`, whose minutes before and after were published.
@Suite struct ReportedLinksTests {
  private static let folder = URL(fileURLWithPath: Embedded.folder).deletingLastPathComponent()
    .appendingPathComponent("Examples/reported").path

  /// A name, or `name:lon:lat`.
  private struct End {
    var name: String?
    var point: GeoPoint?

    init(_ text: String) throws {
      let parts = text.split(separator: ":").map(String.init)
      guard parts.count == 3 else {
        name = text
        return
      }
      point = GeoPoint(
        longitude: try #require(Double(parts[1])), latitude: try #require(Double(parts[2])))
    }
  }

  private static func file(of id: String) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix(id + "-") && $0.hasSuffix(".yaml") }
    #expect(files.count == 1, "\(id): \(files)")
    return folder + "/" + (try #require(files.first))
  }

  private static func milliseconds(_ from: End, _ to: End, in workspace: Workspace) throws
    -> UInt32
  {
    let run = try RouteRun(
      RouteRequest(
        from: from.name, fromPoint: from.point, to: to.name, toPoint: to.point,
        modes: [.roadDoor]), in: workspace, language: .english)
    return try #require(run.report.answer.itineraries.compactMap { $0 }.first).time
  }

  @Test func eachRowHasItsFile() throws {
    let table = try CSVTable(path: Self.folder + "/pairs.csv")
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".yaml") }
    #expect(table.rowCount == Self.count && files.count == Self.count)
  }

  private static let count = 15

  /// With a link the pair is quicker than without it, whether the file adds or closes it.
  @Test(arguments: 0..<count)
  func eachLinkShortensItsPair(row: Int) throws {
    let table = try CSVTable(path: Self.folder + "/pairs.csv")
    func text(_ column: String) throws -> String {
      try table.text(row, table.column(column))
    }
    let (from, to) = (try End(text("from")), try End(text("to")))
    let file = try Self.file(of: text("id"))
    let alone = try Self.milliseconds(from, to, in: Embedded.workspace())
    let changed = try Self.milliseconds(
      from, to,
      in: Workspace(.init(data: Embedded.folder, scenarios: [file], cache: nil)))
    let (name, closes) = (try text("name_zh"), try text("does") == "close")
    let (before, after) = closes ? (changed, alone) : (alone, changed)
    print(
      "\(name): \((Double(before) / 60_000).fixed(0)) → \((Double(after) / 60_000).fixed(0)) min"
    )
    // By a minute at least: rounding is no saving.
    #expect(after + 60_000 < before, "\(name)")
  }
}
