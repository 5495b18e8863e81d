import Analysis
import ArgumentParser
import Reports
import Studies

/// `hinterland explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a place lies outside a circle, and the smallest change that would take it in.",
    discussion: """
      Says how many minutes are missing, which stretch of the fastest way binds, and which change on \
      the roads would do, each tried: kilometres raised to an expressway's speed, or a new link.

      EXAMPLE: hinterland explain 沅陵县 --of 怀化 --within 60
      """)

  @Argument(help: "The place that is missed.")
  var place: String

  @Option(name: .customLong("of"), help: "The centre of the circle.")
  var centre: String

  @Option(parsing: .unconditional, help: "Minutes of the circle.")
  var within = "60"

  @OptionGroup var travel: TravelOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try ExitCodes.exiting {
      let minutes = try Minutes(parsing: within).list
      guard minutes.count == 1, let limit = minutes.first else {
        throw UsageError("--within has \(minutes.count) contours; give one, as in --within 60.")
      }
      let request = ExplainRequest(
        place: place, centre: centre, minutes: limit, mode: try travel.travelMode(),
        reading: try travel.centreReading())
      try output.answer(
        over: dataset, names: [place, centre], doing: ("查找瓶颈", "finding what binds")
      ) { workspace, language in
        try ExplainRun(request, in: workspace, language: language)
      }
    }
  }
}
