import Testing

/// What the program says of itself, word for word.
@Suite struct HelpTests {
  @Test(arguments: [
    ("help.txt", ["--help"]),
    ("help-circle.txt", ["circle", "--help"]),
    ("help-study.txt", ["study", "--help"]),
    ("help-study-run.txt", ["study", "run", "--help"]),
    ("help-study-test.txt", ["study", "test", "--help"]),
    ("help-matrix.txt", ["matrix", "--help"]),
    ("help-border.txt", ["border", "--help"]),
    ("help-corridor.txt", ["corridor", "--help"]),
    ("help-compare.txt", ["compare", "--help"]),
    ("help-explain.txt", ["explain", "--help"]),
    ("help-access.txt", ["access", "--help"]),
    ("help-data.txt", ["data", "--help"]),
    ("help-data-show.txt", ["data", "show", "--help"]),
    ("help-route.txt", ["route", "--help"]),
    ("help-data-find.txt", ["data", "find", "--help"]),
    ("help-data-import.txt", ["data", "import", "--help"]),
    ("help-data-export.txt", ["data", "export", "--help"]),
    ("help-data-check-times.txt", ["data", "check-times", "--help"]),
  ])
  func helpIsAsItWasRead(golden: String, arguments: [String]) throws {
    let command = try Command(arguments)
    #expect(command.exitCode == 0)
    #expect(command.words.isEmpty)
    try Golden.expect(command.text, is: golden)
  }

  @Test func helpIsAskedForInAnyWay() throws {
    let help = try Command(["circle", "--help"]).text
    #expect(try Command(["help", "circle"]).text == help)
    #expect(try Command(["circle", "-h"]).text == help)
    #expect(try Command([]).text == Command(["--help"]).text)
  }

  /// A help text ends with what can be pasted, so a line of it must not be broken in two.
  @Test(arguments: [
    [], ["circle"], ["matrix"], ["border"], ["corridor"], ["compare"], ["explain"], ["data"],
    ["study"], ["study", "run"], ["study", "test"], ["study", "new"], ["study", "schema"],
    ["data", "show"], ["data", "find"], ["data", "import"], ["data", "check-times"], ["access"],
    ["route"],
  ])
  func theExampleStandsOnOneLine(subcommand: [String]) throws {
    let lines = try Command(subcommand + ["--help"]).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let example = try #require(lines.firstIndex { $0.contains("EXAMPLE: hinterland ") })
    #expect(lines[example + 1].isEmpty, "\(lines[example]) | \(lines[example + 1])")
  }

  @Test func theVersionNamesLibrariesAndDataset() throws {
    let command = try Command(["--version"])
    #expect(command.exitCode == 0)
    let lines = command.text.split(separator: "\n")
    #expect(lines.first?.wholeMatch(of: /hinterland \d+\.\d+\.\d+/) != nil)
    #expect(lines.contains { $0.wholeMatch(of: /GEOS \d.*/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /PROJ .*\d\.\d.*/) != nil })
    #expect(lines.last?.wholeMatch(of: /dataset [0-9a-f]{8,16}/) != nil)
  }
}
