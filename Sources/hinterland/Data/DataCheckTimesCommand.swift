import Analysis
import ArgumentParser
import GeoIO
import Reports
import Studies

/// `hinterland data check-times`.
struct DataCheckTimesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-times",
    abstract: "How far a dataset's times are from those that you know.",
    discussion: """
      The table has from, to and minutes; places are names, or "lon,lat" in quotation marks. Printed \
      are the bias, the errors, the pairs that are furthest off, and every row that was left out. \
      Rows of other modes (column mode) and bounds (column bound other than =) are left out.

      EXAMPLE: hinterland data check-times times.csv --data hunan.hinterland
      """)

  @Argument(
    help: "A .csv or .xlsx with from, to and minutes.",
    completion: .file(extensions: ["csv", "xlsx"]))
  var times: String

  @Option(
    help: "road, road-door, rail-door or rail; known times are mostly from door to door.")
  var mode = TravelMode.roadDoor.rawValue

  @Option(
    name: .customLong("centre-at"),
    help: "Where a city starts: core, seat, or districts (every urban district's seat).",
    completion: .centreReading)
  var centreAt = CentreReading.seat.rawValue

  @OptionGroup var dataset: DatasetOptions

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "A .csv that gets a row a known time.")
  var output: String?

  @Option(help: "zh or en; otherwise the locale.", completion: .language)
  var lang: String?

  func run() throws {
    try ExitCodes.exiting {
      let language = try Language(asked: lang, names: [])
      guard let mode = TravelMode(rawValue: mode), ![.walk, .air].contains(mode) else {
        throw UsageError(
          "--mode is '\(self.mode.prefix(30))'; give road, road-door, rail-door or rail.")
      }
      let reading = try CentreReading(named: centreAt, option: "--centre-at")
      if let output {
        guard output.lowercased().hasSuffix(".csv") else {
          throw GeoIOError.unknownEnding(path: output, known: [".csv"])
        }
        try OutputFiles.check(output)
      }
      let workspace = try Workspace(dataset.options())
      let run = try TimeCheckRun(path: times, mode: mode, reading: reading, in: workspace)
      if let output {
        var files = OutputFiles()
        files.add(run.csv, at: output)
        try files.commit()
      }
      StandardStreams.write(run.text(language: language), to: .standardOutput)
      if let output {
        StandardStreams.write(language("已写出 ", "Wrote ") + output + "\n", to: .standardError)
      }
    }
  }
}
