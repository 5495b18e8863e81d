import ArgumentParser
import Foundation
import GeoIO
import Glibc
import Reports
import Studies

/// Where answers go, and in which language.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: """
      A file to write, by ending: .geojson, .gpkg, .shp, .fgb; .csv, .xlsx; .html; .svg, .pdf, \
      .png (a map for print); - for GeoJSON here; repeatable.
      """, completion: .file())
  var outputs: [String] = []

  @Option(
    help: "Reference system of .gpkg, .shp and .fgb, as EPSG:4490 or EPSG:4526; GeoJSON is WGS 84.")
  var crs: String?

  @Option(
    help: "Paper of a map for print: A4, unless A3 is given.",
    completion: .list(PrintSheet.Paper.allCases.map(\.rawValue)))
  var paper: String?

  @Flag(help: "Start .csv files with the mark by which Excel knows UTF-8.")
  var bom = false

  @Flag(help: "Print JSON for machines instead of text.")
  var json = false

  @Option(
    help: "zh or en; otherwise the script of the names, then the locale.",
    completion: .language)
  var lang: String?

  /// The files to write, checked before work starts.
  func files() throws -> [Output] {
    let system = try crs.map { try ReferenceSystem(parsing: $0) } ?? .wgs84
    let sheet = try paper.map { text in
      guard let paper = PrintSheet.Paper(rawValue: text.uppercased()) else {
        throw UsageError("--paper is '\(text.prefix(30))'; give A4 or A3.")
      }
      return paper
    }
    let files = try outputs.filter { $0 != "-" }.map {
      try Output($0, in: system, byteOrderMark: bom, paper: sheet ?? .a4)
    }
    var places: Set<String> = []
    for path in files.flatMap(\.paths) {
      let place = URL(fileURLWithPath: path).standardizedFileURL.path
      guard places.insert(place).inserted else {
        throw UsageError("-o names \(path) twice; give each file once.")
      }
    }
    guard crs == nil || files.contains(where: { $0.format.hasReferenceSystem }) else {
      throw UsageError("--crs is for .gpkg, .shp and .fgb; name such a file with -o.")
    }
    guard !bom || files.contains(where: { $0.format == .csv }) else {
      throw UsageError("--bom is for .csv; name such a file with -o.")
    }
    guard sheet == nil || files.contains(where: { $0.format.isSheet }) else {
      throw UsageError("--paper is for .svg, .pdf and .png; name such a file with -o.")
    }
    return files
  }

  func language(for names: [String]) throws(UsageError) -> Language {
    try Language(asked: lang, names: names)
  }

  /// Opens the dataset, asks, writes every file or none, and tells the answer.
  ///
  /// `names` are those the user gave, whose script decides the language; `doing` says in both
  /// languages what takes the time.
  func answer<Run: QuestionRun>(
    over dataset: DatasetOptions, comparing compared: [String] = [], names: [String],
    doing: (chinese: String, english: String),
    _ ask: (Workspace, Language) throws -> Run
  ) throws {
    try answer(over: dataset, comparing: compared, names: names, doing: doing) {
      workspace, language, _ in
      try ask(workspace, language)
    }
  }

  /// The same for what takes long: `ask` also gets a way to say how far it has come, such as a name
  /// or 256/4096.
  func answer<Run: QuestionRun>(
    over dataset: DatasetOptions, comparing compared: [String] = [], names: [String],
    doing: (chinese: String, english: String),
    _ ask: (Workspace, Language, (String) -> Void) throws -> Run
  ) throws {
    let options = try dataset.options(comparing: compared)
    if let desk = StudyDesk.current { return try desk.take(options, ask) }
    let files = try files()
    let language = try language(for: names)
    let progress = ProgressLine()
    defer { progress.stop() }
    progress.say(language("读取数据", "reading the dataset"))
    let workspace = try Workspace(options)
    progress.say(language(doing.chinese, doing.english))
    let run = try ask(workspace, language) {
      progress.say(language(doing.chinese, doing.english) + " " + $0)
    }
    progress.say(language("写出文件", "writing files"))
    try run.write(to: files)
    progress.stop()
    tell(run, written: files, language: language)
  }

  /// Words to standard output, or to standard error where GeoJSON goes out.
  private func tell(_ run: some QuestionRun, written: [Output], language: Language) {
    let words = json ? run.json() : run.text()
    if outputs.contains("-") {
      StandardStreams.write(run.geoJSON(), to: .standardOutput)
      StandardStreams.write(words, to: .standardError)
    } else {
      StandardStreams.write(words, to: .standardOutput)
    }
    for file in written {
      StandardStreams.write(
        language("已写出 ", "Wrote ") + file.path + "\n", to: .standardError)
    }
  }
}

extension Language {
  /// The one asked for; else that of the names' script; else that of the locale.
  init(asked: String?, names: [String]) throws(UsageError) {
    if let asked {
      self = try Language(named: asked, option: "--lang")
      return
    }
    let scalars = names.joined().unicodeScalars
    if scalars.contains(where: { (0x3400...0x9FFF).contains($0.value) }) {
      self = .chinese
    } else if scalars.contains(where: { $0.properties.isAlphabetic }) {
      self = .english
    } else {
      let environment = ProcessInfo.processInfo.environment
      let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
        .first { !$0.isEmpty }
      self = locale?.hasPrefix("zh") == true ? .chinese : .english
    }
  }
}

/// Standard output and error as they are; a reader that has gone away is no error.
enum StandardStreams {
  static func write(_ text: String, to handle: FileHandle) {
    signal(SIGPIPE, SIG_IGN)
    var rest = ArraySlice(text.utf8)
    while !rest.isEmpty {
      let written =
        rest.withContiguousStorageIfAvailable {
          Glibc.write(handle.fileDescriptor, $0.baseAddress, $0.count)
        } ?? -1
      let reason = errno
      if written > 0 {
        rest = rest.dropFirst(written)
        continue
      }
      if written < 0, reason == EINTR { continue }
      if reason == EPIPE { return }
      let words = "hinterland: the output cannot be written; check that its disk has room.\n"
      try? FileHandle.standardError.write(contentsOf: Data(words.utf8))
      exit(1)
    }
  }
}

extension String {
  /// The same with a replacement character for what could steer a terminal: names come from files.
  var printable: String {
    guard unicodeScalars.contains(where: Self.steers) else { return self }
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(Self.steers(scalar) ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }

  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
  }
}
