import Foundation
public import GeoIO
import Geometry
public import Reports

/// What was read on its way to becoming a dataset file.
public struct DatasetImport: Sendable {
  private let dataset: Dataset
  private let profile: String
  private let counts: OSMCounts?
  private let lines: LineCounts?
  /// What is odd about a network's tables; empty for nothing.
  private let warning: String
  private let own: OwnRegion?

  /// What a dataset is made of.
  public enum Source: Sendable {
    /// A folder in the spellings of the embedded dataset.
    case tables(String)
    /// Extracts of OpenStreetMap.
    case extracts([String])
    /// A user's own network.
    case network(nodes: String, edges: String)
    /// A user's own network as a layer of lines.
    case lines(LineOptions)
  }

  /// Where the file goes; checked before work starts.
  public struct Destination: Sendable {
    static let ending = ".hinterland"

    let path: String

    /// - Throws: ``GeoIOError/unknownEnding(path:known:)``, or that the place cannot be written
    ///   to.
    public init(_ path: String) throws(GeoIOError) {
      guard path.lowercased().hasSuffix(Self.ending) else {
        throw .unknownEnding(path: path, known: [Self.ending])
      }
      try OutputFiles.check(path)
      self.path = path
    }
  }

  /// Reads `source`, and the profile that goes with it: of what is no folder of tables, the embedded
  /// one.
  ///
  /// `progress` is called with what is being done.
  ///
  /// - Throws: ``GeoIOError`` or ``ProfileError`` with file, line and value.
  public init(
    _ source: Source, own files: OwnRegionFiles = OwnRegionFiles(), profile named: String?,
    language: Language, progress: @escaping (String) -> Void
  ) throws {
    let beside: DatasetSource?
    var dataset: Dataset
    var lines: LineCounts?
    var warning = ""
    switch source {
    case .tables(let tables):
      progress(language("读取数据", "reading the tables"))
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: tables, isDirectory: &isFolder),
        isFolder.boolValue
      else { throw GeoIOError.noDataset(looked: [tables]) }
      let found = try DatasetSource.find(named: tables)
      dataset = try found.read(cache: nil)
      counts = nil
      beside = found
    case .extracts(let paths):
      var started = ContinuousClock.now
      let made = try OSMImport(paths: paths) { stage in
        if stage == .readingNodes(0) { started = .now }
        progress(stage.words(language, after: started.duration(to: .now)))
      }
      (dataset, counts, beside) = (made.dataset, made.counts, nil)
    case .network(let nodes, let edges):
      progress(language("读取表格", "reading the tables"))
      let made = try NetworkTables(nodes: nodes, edges: edges)
      (dataset, counts, beside) = (made.dataset, nil, nil)
      let file = URL(fileURLWithPath: edges).lastPathComponent
      warning = made.fast.map { $0.words(rowsOf: file, language) + "\n" } ?? ""
    case .lines(let options):
      let made = try LineFile(options) { progress($0.words(language)) }
      (dataset, lines, counts, beside) = (made.dataset, made.counts, nil, nil)
    }
    (self.lines, self.warning) = (lines, warning)
    if files.isEmpty {
      own = nil
    } else {
      let own = try OwnRegion(dataset, files, reference: Self.reference) {
        progress($0.words(language))
      }
      dataset = own.dataset
      self.own = own
    }
    self.dataset = dataset
    let (text, path) = try (beside ?? .find(named: nil)).profile(named: named)
    let file = try ProfileFile(text: text, path: path)
    _ = try file.profile(for: dataset, path: path)
    _ = try file.peopleModel(path: path)
    profile = String(decoding: text, as: UTF8.self)
  }

  /// The region of the embedded dataset: names of codes, and where units lie in WGS 84.
  private static var reference: Region? {
    try? DatasetSource.find(named: nil).read(cache: .ofUser).region
  }

  /// Checks what can be checked, and writes the file.
  ///
  /// - Throws: ``GeoIOError``; then nothing has changed.
  public func write(to destination: Destination) throws {
    try DatasetFile.write(dataset, profile: profile, to: destination.path)
  }

  /// What was imported, for a terminal.
  public func summary(language: Language) -> String {
    dataset.summary(language: language) + (counts?.text(language: language) ?? "")
      + (lines?.text(language: language) ?? "") + warning
      + (own?.text(language: language) ?? "")
  }
}

extension OSMImport.Stage {
  /// What is being done, with how many were read and how many a second, after so long.
  fileprivate func words(_ language: Language, after time: Duration) -> String {
    func counted(_ words: String, _ count: Int) -> String {
      guard count > 0, time > .zero else { return words }
      let rate = Double(count) / 1e6 / (time / .seconds(1))
      let figures = [Double(count) / 1e6, rate].map { String(format: "%.1f", locale: nil, $0) }
      return words
        + language(" \(figures[0])百万,每秒\(figures[1])百万", " \(figures[0]) M, \(figures[1]) M/s")
    }
    return switch self {
    case .readingWays(let count): counted(language("读取线", "reading ways"), count)
    case .readingNodes(let count): counted(language("读取节点", "reading nodes"), count)
    case .joining: language("连接道路", "joining the roads")
    case .ordering: language("排定路网层次", "ordering the network")
    }
  }
}

extension OSMCounts {
  /// What of an extract became roads, and what did not, for a terminal.
  func text(language: Language) -> String {
    let kilometers = String(format: "%.1f", locale: nil, cutOffMeters / 1_000)
    return language(
      """
      OSM 提取文件:含 highway 标签的线 \(highways) 条;用作道路 \(roads) 条,其中单行 \(oneWays) 条、轮渡 \(ferries) 条。
      未用:在建或规划 \(unbuilt) 条,禁止机动车 \(restricted) 条,步道、土路等 \(other) 条,不足两个节点 \(broken) 条。
      道路节点 \(roadNodes) 个,其中挡车的 \(barriers) 个;文件中缺失的节点引用 \(missingNodes) 处,道路在该处断开。
      与最大连通部分不能往返、因而舍去的边 \(cutOffEdges) 条,共 \(kilometers) km。

      """,
      """
      The extract: \(highways) ways with a tag highway; \(roads) used as roads, \(oneWays) of them one way and \
      \(ferries) ferries.
      Not used: \(unbuilt) under construction or planned, \(restricted) closed to cars, \(other) paths, tracks and \
      the like, \(broken) of fewer than two nodes.
      \(roadNodes) nodes of roads, \(barriers) of which stop cars; \(missingNodes) references to nodes that no file \
      holds, where roads are cut.
      \(cutOffEdges) edges of \(kilometers) km left out: no car gets from there to the largest part and back.

      """)
  }
}
