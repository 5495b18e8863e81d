import Foundation
import TestSupport
import Testing

@testable import GeoIO

/// Damaged inputs of every kind from a seed: read, or refused with a sentence.
///
/// Some hundreds of each in a run of all tests. `HINTERLAND_FUZZ_SECONDS` goes on for so long, from
/// `HINTERLAND_FUZZ_SEED`, as under a sanitizer. The input stands in a
/// file before it is read, in `HINTERLAND_FUZZ_FOLDER` where that is set.
@Suite struct FuzzTests {
  enum Reader: String, CaseIterable {
    case table = "damaged table"
    case layer = "damaged layer"
    case file = "damaged dataset file"
    case forgedFile = "forged dataset file"

    /// Bytes that mean something to the format.
    var telling: String {
      switch self {
      case .table: ",\"\n\r-.e0123456789"
      case .layer: "{}[],:\"\\truefalsn-.e0123456789"
      case .file, .forgedFile: "\u{1}\u{2}\u{7F}@HLD"
      }
    }

    func read(_ path: String) throws {
      switch self {
      case .table:
        let table = try CSVTable(path: path)
        for row in 0..<table.rowCount {
          for column in table.columns.indices {
            _ = try table.text(row, column)
            _ = try? table.number(row, column)
            _ = try? table.whole(row, column)
          }
        }
      case .layer: _ = try GeoJSONLayer(path: path).features.map(\.areas.bounds)
      case .file, .forgedFile: _ = try DatasetFile(path: path).validate()
      }
    }
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["HINTERLAND_FUZZ_SECONDS"].flatMap { Double($0) }
  private static let seed = environment["HINTERLAND_FUZZ_SEED"].flatMap { UInt64($0) } ?? 110

  @Test(arguments: Reader.allCases) func whatIsDamagedIsReadOrRefused(reader: Reader) throws {
    let folder = try TemporaryFolder()
    let dataset = try TinyDataset().read(in: folder)
    let whole: [[UInt8]] =
      switch reader {
      case .table:
        TinyDataset().files.filter { $0.key.hasSuffix(".csv") }.sorted { $0.key < $1.key }
          .map { [UInt8]($0.value.utf8) }
      case .layer:
        TinyDataset().files.filter { $0.key.hasSuffix(".geojson") }.sorted { $0.key < $1.key }
          .map { [UInt8]($0.value.utf8) }
      case .file, .forgedFile: [DatasetFile.bytes(of: dataset, profile: "name: x\n")]
      }
    let path = Self.environment["HINTERLAND_FUZZ_FOLDER"] ?? folder.path
    let place = path + "/" + reader.rawValue.replacing(" ", with: "-")
    var damage = ByteDamage(seed: Self.seed, telling: reader.telling)
    let started = ContinuousClock.now
    var (rounds, refused) = (0, 0)
    while Self.seconds.map({ started.duration(to: .now) < .seconds($0) }) ?? (rounds < 300) {
      var bytes = whole[rounds % whole.count]
      bytes = reader == .forgedFile ? forged(bytes, &damage) : damage.damaged(bytes)
      try Data(bytes).write(to: URL(fileURLWithPath: place))
      do {
        try reader.read(place)
      } catch {
        refused += 1
        #expect(error is GeoIOError, "seed \(Self.seed), round \(rounds): \(error)")
      }
      rounds += 1
    }
    #expect(rounds > 0 && refused > 0)
    if Self.seconds != nil { print("\(reader.rawValue): \(rounds) read, \(refused) refused") }
    try? FileManager.default.removeItem(atPath: place)
  }

  /// One or two sections damaged, each as long as before, and all checksums right.
  private func forged(_ whole: [UInt8], _ damage: inout ByteDamage) -> [UInt8] {
    let head = 64 + 64 * Int(whole[24])
    let body = damage.damaged(Array(whole[head...]))
    let same = body.prefix(whole.count - head)
    return Forgery.sealed(Array(whole[..<head]) + same + whole[(head + same.count)...])
  }
}
