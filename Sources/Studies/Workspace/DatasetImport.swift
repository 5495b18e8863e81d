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
  private let traveller: OSMTraveller

  /// What a dataset is made of.
  public enum Source: Sendable {
    /// A folder in the spellings of the embedded dataset; nil is the embedded one.
    case tables(String?)
    /// Extracts of OpenStreetMap, and for whom.
    case extracts([String], by: OSMTraveller)
    /// A user's own network.
    case network(nodes: String, edges: String)
    /// A user's own network as a layer of lines.
    case lines(LineOptions)
  }

  /// Where the file goes; checked before work starts.
  public struct Destination: Sendable {
    static let ending = ".hinterland"

    let path: String

    /// `inputs` are the files that are read for it.
    ///
    /// - Throws: ``GeoIOError/unknownEnding(path:known:)``, that the place cannot be written to, or
    ///   ``GeoIOError/isAnInput(path:)``.
    public init(_ path: String, inputs: [String]) throws(GeoIOError) {
      guard path.lowercased().hasSuffix(Self.ending) else {
        throw .unknownEnding(path: path, known: [Self.ending])
      }
      try OutputFiles.check(path, inputs: inputs)
      self.path = path
    }
  }

  /// Reads `source`, and the profile that goes with it: of what is no folder of tables the embedded
  /// one, for cars or on foot.
  ///
  /// `progress` is called with what is being done.
  ///
  /// - Throws: ``GeoIOError`` or ``ProfileError`` with file, line and value.
  public init(
    _ source: Source, own files: OwnRegionFiles = OwnRegionFiles(), profile named: String?,
    language: Language, progress: @escaping (String) -> Void
  ) throws {
    var beside: DatasetSource?
    var traveller = OSMTraveller.car
    var dataset: Dataset
    var lines: LineCounts?
    var warning = ""
    switch source {
    case .tables(let tables):
      progress(language("读取数据", "reading the tables"))
      let found = try DatasetSource.tables(tables.map(Self.folder) ?? .embedded())
      dataset = try found.read(cache: nil)
      counts = nil
      beside = found
    case .extracts(let paths, let who):
      traveller = who
      var started = ContinuousClock.now
      let made = try OSMImport(paths: paths, by: who) { stage in
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
    self.traveller = traveller
    let (text, path) = try (beside ?? .tables(.embedded())).profile(
      named: named, onFoot: traveller == .foot)
    let file = try ProfileFile(text: text, path: path)
    _ = try file.profile(for: dataset, path: path)
    _ = try file.peopleModel(for: dataset.roadDetail, path: path)
    profile = String(decoding: text, as: UTF8.self)
  }

  private static func folder(_ path: String) throws -> DatasetFolder {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { throw GeoIOError.noDataset(looked: [path]) }
    return try DatasetFolder.find(named: path)
  }

  /// The region of the embedded dataset: names of codes, and where units lie in WGS 84.
  private static var reference: Region? {
    try? DatasetSource.tables(.embedded()).read(cache: .ofUser).region
  }

  /// Checks what can be checked, and writes the file.
  ///
  /// - Throws: ``GeoIOError``; then nothing has changed.
  public func write(to destination: Destination) throws {
    try DatasetFile.write(dataset, profile: profile, to: destination.path)
  }

  /// What was imported, for a terminal.
  public func summary(language: Language) -> String {
    dataset.summary(language: language) + (counts?.text(by: traveller, language: language) ?? "")
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
