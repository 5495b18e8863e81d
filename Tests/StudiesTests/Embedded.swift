import Analysis
import Foundation
import GeoIO
import Geometry
import Reports
import Shapes
import Studies

/// The embedded dataset, opened once for all tests.
enum Embedded {
  /// `GeoData/` of the repository.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("GeoData").path

  private static let opened = Result { try Workspace(.init(data: folder, cache: nil)) }

  static func workspace() throws -> Workspace { try opened.get() }

  static func table(_ name: String) throws -> CSVTable {
    try CSVTable(path: folder + "/" + name)
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  static func run(_ request: CircleRequest) throws -> CircleRun {
    try CircleRun(request, in: workspace(), language: .chinese)
  }

  /// The system that a name stands for.
  static func system(_ name: String) throws -> NamedSystem {
    let workspace = try workspace()
    guard case .system(let index) = try workspace.gazetteer.meaning(of: name) else {
      throw NameError.unknown(name: name, nearest: [])
    }
    return workspace.dataset.region.systems[index]
  }
}

/// Circles of 长株潭 that several tests look at, each worked out once.
enum Changzhutan {
  static let zone = "长株潭都市圈"

  private static let ofThree = Result {
    try Embedded.run(CircleRequest(places: ["长株潭"], minutes: [30, 60, 90], zones: [zone]))
  }
  private static let ofOne = Result {
    try Embedded.run(CircleRequest(places: ["长株潭"], minutes: [60], zones: [zone]))
  }

  /// 30, 60 and 90 minutes.
  static func three() throws -> CircleRun { try ofThree.get() }
  /// 60 minutes alone.
  static func one() throws -> CircleRun { try ofOne.get() }
}
