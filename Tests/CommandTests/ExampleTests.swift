import Foundation
import TestSupport
import Testing

/// The examples that need another program to run in, where it is installed.
@Suite struct ExampleTests {
  private static let repository = URL(fileURLWithPath: Command.tables).deletingLastPathComponent()

  private static func canImport(_ modules: String) -> Bool {
    (try? Command(bash: "python3 -c 'import \(modules)'"))?.exitCode == 0
  }

  /// Runs a script of the repository with `hinterland` on the path.
  private func run(_ script: String, _ arguments: String, in folder: TemporaryFolder) throws
    -> Command
  {
    let path = Self.repository.appendingPathComponent(script).path
    return try Command(
      bash: """
        cd '\(folder.path(of: "."))' && mkdir bin && ln -s "$hinterland" bin/hinterland &&
        PATH="$PWD/bin:$PATH" python3 '\(path)' \(arguments)
        """, environment: ["MPLCONFIGDIR": folder.path(of: "settings")])
  }

  @Test(
    .enabled(
      if: canImport("geopandas, matplotlib"),
      "python3 has no geopandas and matplotlib (Debian: python3-geopandas python3-matplotlib)."))
  func pythonReadsAndDraws() throws {
    let folder = try TemporaryFolder()
    let command = try run("Examples/python/circles.py", "answer", in: folder)
    #expect(command.exitCode == 0, "\(command.words)")
    #expect(command.text.contains("drawn and counted areas differ by at most 0."))
    let picture = FileManager.default.contents(atPath: folder.path(of: "answer/circles.png"))
    #expect((picture?.count ?? 0) > 20_000)
  }

  @Test(
    .enabled(
      if: canImport("qgis.core"), "python3 has no QGIS (Debian: python3-qgis)."))
  func qgisOpensTheLayersStyledAndRunsTheScript() throws {
    let folder = try TemporaryFolder()
    let command = try run("Tests/Peers/geopackage_in_qgis.py", "bin/hinterland", in: folder)
    #expect(command.exitCode == 0, "\(command.words)")
    #expect(command.text.contains("coverage: 81 features, drawn as graduatedSymbol, EPSG:4490"))
    #expect(command.text.contains("the Processing script gives the same bytes"))
  }
}
