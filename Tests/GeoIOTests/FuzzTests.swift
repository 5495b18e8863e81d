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
    case network = "damaged network.csv"
    case layer = "damaged layer"
    case file = "damaged dataset file"
    case forgedFile = "forged dataset file"
    case extract = "damaged extract.osm"
    case packedExtract = "damaged extract.osm.pbf"

    static let packed = "osm/test.osm.pbf"

    /// Those whose whole inputs are at hand.
    static var served: [Reader] {
      allCases.filter { $0 != .packedExtract || BenchFiles.serve(packed) }
    }

    /// Bytes that mean something to the format.
    var telling: String {
      switch self {
      case .table, .network: ",\"\n\r-.e0123456789"
      case .layer: "{}[],:\"\\truefalsn-.e0123456789"
      case .extract: "<>/=\"'&;-.e0123456789"
      case .packedExtract: "\u{1}\u{A}\u{12}\u{7F}"
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
      case .network:
        let nodes = path + ".nodes"
        try Data("id,lon,lat\na,10,50\nb,10.1,50\nc,10.1,50.1\n".utf8)
          .write(to: URL(fileURLWithPath: nodes))
        defer { try? FileManager.default.removeItem(atPath: nodes) }
        _ = try NetworkTables(nodes: nodes, edges: path)
      case .layer: _ = try GeoJSONLayer(path: path).features.map(\.areas.bounds)
      case .file, .forgedFile: _ = try DatasetFile(path: path).validate()
      case .extract, .packedExtract: _ = try OSMImport(paths: [path])
      }
    }
  }

  private static let extract = """
    <osm version="0.6"><node id="1" lon="0" lat="0"/><node id="2" lon="0.01" lat="0"/>
    <node id="3" lon="0.01" lat="0.01"><tag k="barrier" v="gate"/></node>
    <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="tertiary"/></way>
    <way id="2"><nd ref="3"/><nd ref="1"/><tag k="highway" v="service"/>
    <tag k="oneway" v="-1"/><tag k="maxspeed" v="30 mph;50"/></way>
    <way id="3"><nd ref="1"/><nd ref="3"/><tag k="route" v="ferry"/>
    <tag k="duration" v="1:30"/></way></osm>
    """
  private static let edges = """
    from,to,km,class,speed,minutes,oneway,ref
    a,b,8.25,trunk,,,0,G4
    b,c,15,county,37.5,,1,
    c,a,30,,,20,0,"G4;G60"

    """
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["HINTERLAND_FUZZ_SECONDS"].flatMap { Double($0) }
  private static let seed = environment["HINTERLAND_FUZZ_SEED"].flatMap { UInt64($0) } ?? 110

  @Test(arguments: Reader.served) func whatIsDamagedIsReadOrRefused(reader: Reader) throws {
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
      case .network: [[UInt8](Self.edges.utf8)]
      case .extract: [[UInt8](Self.extract.utf8)]
      case .packedExtract:
        try [BenchFiles.path(of: Reader.packed)].map {
          [UInt8](try Data(contentsOf: URL(fileURLWithPath: #require($0))))
        }
      case .file, .forgedFile: [DatasetFile.bytes(of: dataset, profile: "name: x\n")]
      }
    let path = Self.environment["HINTERLAND_FUZZ_FOLDER"] ?? folder.path
    let place = path + "/" + reader.rawValue.replacing(" ", with: "-")
    var damage = ByteDamage(seed: Self.seed, telling: reader.telling)
    let started = ContinuousClock.now
    var (rounds, refused) = (0, 0)
    let least = reader == .packedExtract ? 60 : 300
    while Self.seconds.map({ started.duration(to: .now) < .seconds($0) }) ?? (rounds < least) {
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
    // Of these formats some damage is a change that can be read: the way past the first check is taken, too.
    if [.extract, .network].contains(reader) { #expect(refused < rounds) }
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
