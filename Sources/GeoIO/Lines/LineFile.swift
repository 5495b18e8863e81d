import Foundation
import Geometry
import Routing
import Shapes

/// A user's own network as a layer of lines, in any vector format and reference system that GDAL
/// reads.
public struct LineFile: Sendable {
  public let dataset: Dataset
  public let counts: LineCounts

  /// What is being done.
  public enum Stage: Sendable {
    case reading, joining
  }

  /// - Throws: ``GeoIOError`` with file, row and value: no such layer, no column that says how fast a
  ///   line is, a number that is none, no line that becomes a road.
  public init(_ options: LineOptions, progress: (Stage) -> Void = { _ in }) throws {
    precondition(LineOptions.snaps.contains(options.snap))
    progress(.reading)
    let file = try VectorFile(path: options.path, layer: options.layer, for: .lines)
    let columns = try LineColumns(of: file, options)
    var reader = LineReader(file: file, columns: columns)
    reader.counts.snap = options.snap
    let roads = try reader.roads()
    progress(.joining)
    var counts = reader.counts
    let network = try roads.network(&counts)
    guard network.edgeCount > 0 else {
      throw GeoIOError.noLines(path: options.path, words: counts.leftOut)
    }
    self.counts = counts
    let name = URL(fileURLWithPath: options.path).lastPathComponent
    let notes = DatasetNotes(
      title: PlaceName(chinese: "自有线层:\(name)", english: "Own lines: \(name)"),
      version: "1", digest: "",
      vintage: PlaceName(chinese: "道路:自有线层", english: "roads: the user's own lines"),
      attribution: [name],
      limits: PlaceName(
        chinese: "路网如线层所给,线端在 \(options.snap.digits) m 内相接;没有行政区划、人口、铁路与水体,因此只答位置与面积,不答人口与地名",
        english:
          "roads as the lines are drawn, joined where ends lie within \(options.snap.digits) m; "
          + "neither regions nor people, railways or waters, so that it answers for positions and "
          + "areas, not for people or names"))
    var dataset = try Dataset(roads: network, notes: notes, folder: options.path)
    dataset.notes.digest = dataset.contentDigest
    self.dataset = dataset
  }
}

extension LineCounts {
  /// Why rows and lines did not become roads, for an error.
  fileprivate var leftOut: String {
    var words = ["\(rows) rows"]
    if withoutLine > 0 { words.append("\(withoutLine) without a line") }
    let others = otherWords.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !others.isEmpty {
      words.append(
        "\(others.reduce(0) { $0 + $1.value }) whose class is no road's: "
          + others.prefix(5).map { "'\($0.key.prefix(30))'" }.joined(separator: ", "))
    }
    if withoutLength > 0 { words.append("\(withoutLength) lines without length") }
    if notNumbers > 0 { words.append("\(notNumbers) lines with positions that are no numbers") }
    if tooShort > 0 { words.append("\(tooShort) lines shorter than the tolerance") }
    return words.joined(separator: "; ")
  }
}
