import Foundation

/// The tables in `Tests/Peers/access`, which PySAL and igraph were asked about too.
enum PeerInputs {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Peers/access")

  /// Rows of numbers, the header left out.
  static func rows(_ name: String) throws -> [[Double]] {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      .split(separator: "\n").dropFirst()
      .map { line in line.split(separator: ",").map { Double($0) ?? .nan } }
  }

  static func column(_ index: Int, of name: String) throws -> [Double] {
    try rows(name).map { $0[index] }
  }

  /// A matrix from rows of from, to, value.
  static func matrix(_ name: String, columns: Int) throws -> [[Double]] {
    let values = try column(2, of: name)
    return stride(from: 0, to: values.count, by: columns).map {
      Array(values[$0..<$0 + columns])
    }
  }

  static func pairs() throws -> [(Int, Int)] {
    try rows("pairs.csv").map { (Int($0[0]), Int($0[1])) }
  }
}
