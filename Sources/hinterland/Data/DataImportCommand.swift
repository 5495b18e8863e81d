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
      extract becomes roads down to streets, anywhere in the world, and its towns and villages are found \
      by name. Without --regions such a dataset has nobody counted, so ask it about places and \
      positions (--at, --to-at); with a layer of counties every question runs on it. \
      Documentation/Import.md says what \
      becomes of which tag, and what columns your own tables and lines need; GeoData/README.md describes a \
      folder of tables.

      EXAMPLE: hinterland data import --osm porto.osm.pbf -o porto.hinterland
      """)

  @Option(help: "OSM extract: .osm, .osm.gz, .osm.bz2 or .osm.pbf; several are joined.")
  var osm: [String] = []

  @Option(help: "Nodes of your own network: a CSV with id, lon, lat, and name if you like.")
  var nodes: String?

  @Option(
    help: "Its edges: a CSV with from, to and minutes, or km and class or speed; oneway 0 or 1.")
  var edges: String?

  @Option(help: "Folder of tables in the spellings of the embedded dataset.")
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
      let files = try own.files(hasRegions: tables != nil)
      let file = try DatasetImport.Destination(output)
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
      StandardStreams.write(made.summary(language: language), to: .standardOutput)
      StandardStreams.write(language("已写出 ", "Wrote ") + output + "\n", to: .standardError)
    }
  }

  private func source() throws(UsageError) -> DatasetImport.Source {
    guard (nodes == nil) == (edges == nil) else {
      throw UsageError("--nodes and --edges make a network together; give both.")
    }
    switch (osm.isEmpty, nodes, edges, tables, try lines.options()) {
    case (false, nil, nil, nil, nil): return .extracts(osm)
    case (true, let nodes?, let edges?, nil, nil): return .network(nodes: nodes, edges: edges)
    case (true, nil, nil, let tables?, nil): return .tables(tables)
    case (true, nil, nil, nil, let lines?): return .lines(lines)
    default:
      throw UsageError(
        "A dataset is made of one thing: give --osm, or --nodes and --edges, or --lines, or --tables."
      )
    }
  }
}
