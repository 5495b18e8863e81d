import ArgumentParser
import Reports
import Studies

/// `hinterland data import`.
struct DataImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make one dataset file of OSM extracts, your own roads, or a folder of tables.",
    discussion: """
      The file holds all that was read and the profile it is used with; it opens at once. An OSM \
      extract becomes roads down to streets, anywhere in the world, with waters, stations and railways, \
      and its towns and villages are found by name. Without --regions such a dataset has nobody counted, so ask it about places and \
      positions (--at, --to-at); with a layer of counties every question runs on it. \
      Documentation/Import.md says what \
      becomes of which tag, and what columns your own tables and lines need; GeoData/README.md describes a \
      folder of tables.

      EXAMPLE: hinterland data import --osm porto.osm.pbf -o porto.hinterland
      """)

  @Option(help: "OSM extract: .osm, .osm.gz, .osm.bz2 or .osm.pbf; several are joined.")
  var osm: [String] = []

  @Flag(
    name: .customLong("on-foot"),
    help:
      "Take from --osm the ways that people walk on, at walking speed, instead of those for cars.")
  var isOnFoot = false

  @Option(help: "Nodes of your own network: a CSV with id, lon, lat, and name if you like.")
  var nodes: String?

  @Option(
    help: "Its edges: a CSV with from, to and minutes, or km and class or speed; oneway 0 or 1.")
  var edges: String?

  @Option(
    help: """
      Folder of tables in the spellings of the embedded dataset; without it --table and --population go \
      onto the embedded one.
      """)
  var tables: String?

  @OptionGroup(title: "Your own lines") var lines: OwnLineOptions

  @OptionGroup(title: "Your own region") var own: OwnRegionOptions

  @Option(help: "A travel profile in YAML instead of the one that comes with the tables.")
  var profile: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "The file to write; its ending is .hinterland.")
  var output: String

  @Option(help: "zh or en; otherwise the locale.")
  var lang: String?

  func run() throws {
    try ExitCodes.exiting {
      let language = try Language(asked: lang, names: [])
      let source = try source()
      let files = try own.files(hasRegions: tables != nil || takesEmbedded)
      let file = try DatasetImport.Destination(output, inputs: inputs)
      let progress = ProgressLine()
      defer { progress.stop() }
      let made = try DatasetImport(
        source, own: files, profile: profile, language: language
      ) {
        progress.say($0)
      }
      progress.say(language("检查并写出", "checking and writing"))
      try made.write(to: file)
      progress.stop()
      StandardStreams.write(made.summary(language: language).printable, to: .standardOutput)
      StandardStreams.write(language("已写出 ", "Wrote ") + output + "\n", to: .standardError)
    }
  }

  private var inputs: [String] {
    osm + own.table
      + [nodes, edges, lines.lines, own.regions, own.population, own.totals, profile]
      .compactMap(\.self)
  }

  /// Whether no roads are given, so that people and tables go onto the embedded dataset.
  private var takesEmbedded: Bool {
    osm.isEmpty && nodes == nil && edges == nil && tables == nil && lines.lines == nil
      && own.regions == nil && !own.areAllMissing
  }

  private func source() throws(UsageError) -> DatasetImport.Source {
    guard (nodes == nil) == (edges == nil) else {
      throw UsageError("--nodes and --edges make a network together; give both.")
    }
    guard !isOnFoot || !osm.isEmpty else {
      throw UsageError("--on-foot chooses among the ways of an extract; give --osm.")
    }
    switch (osm.isEmpty, nodes, edges, tables, try lines.options()) {
    case (false, nil, nil, nil, nil): return .extracts(osm, by: isOnFoot ? .foot : .car)
    case (true, let nodes?, let edges?, nil, nil): return .network(nodes: nodes, edges: edges)
    case (true, nil, nil, let tables?, nil): return .tables(tables)
    case (true, nil, nil, nil, let lines?): return .lines(lines)
    case (true, nil, nil, nil, nil) where takesEmbedded: return .tables(nil)
    default:
      throw UsageError(
        "A dataset is made of one thing: give --osm, or --nodes and --edges, or --lines, or --tables."
      )
    }
  }
}
