import Foundation
import GeoIO
import Geometry
import Shapes
import Testing

/// The embedded borders, against vertices counted and lines measured by other programs:
/// `Tests/Peers/hunan_borders.csv`, made by `borders_in_shapely.py` there.
@Suite struct BorderFiguresTests {
  private struct Row {
    var code: String
    var other: String
    var vertices: Int
    var kilometers: Double
  }

  private static func peers() throws -> [Row] {
    let table = try CSVTable(
      path: Embedded.folder + "/../Tests/Peers/hunan_borders.csv")
    let columns = try ["code", "other", "shared_vertices", "km"].map { try table.column($0) }
    return try (0..<table.rowCount).map { row in
      Row(
        code: try table.text(row, columns[0]), other: try table.text(row, columns[1]),
        vertices: try table.whole(row, columns[2]), kilometers: try table.number(row, columns[3]))
    }
  }

  @Test func hunansBorderCountiesAreThoseOfSharedVertices() throws {
    let region = try Embedded.workspace().dataset.region
    let hunan = try #require(region.provinces.firstIndex { $0.code == "430000" })
    let borders = CountyAdjacency(of: region.counties).borders(in: region)
      .filter { $0.first == hunan || $0.second == hunan }
    let peers = try Self.peers()
    #expect(peers.count == 93)
    var found: Set<String> = []
    for border in borders {
      for contact in border.contacts {
        let isFirst = region.counties[contact.first].province == hunan
        let codes = [contact.first, contact.second].map { region.counties[$0].code }
        let pair = isFirst ? codes : codes.reversed()
        let peer = try #require(peers.first { [$0.code, $0.other] == pair }, "\(pair)")
        #expect(contact.isCorner == (peer.vertices == 1), "\(pair)")
        // Asked for half a percent; ten times nearer.
        #expect(
          abs(contact.length.kilometers - peer.kilometers) <= 0.0005 * peer.kilometers, "\(pair)")
        found.insert(pair.joined(separator: "-"))
      }
    }
    #expect(found.count == peers.count)
    let names = borders.map { border in
      region.provinces[border.first == hunan ? border.second : border.first].name.chinese
    }
    #expect(names.count == 6, "\(names)")
    // Frozen: Hunan's 40 counties on its borders with six provinces.
    let inside = Set(borders.flatMap { $0.counties(of: hunan, in: region) })
    #expect(inside.count == 40)
    #expect(inside.count == Set(peers.filter { $0.vertices > 1 }.map(\.code)).count)
    let kilometers = borders.reduce(0) { $0 + $1.length.kilometers }
    let measured = peers.reduce(0) { $0 + $1.kilometers }
    #expect(abs(kilometers / measured - 1) < 0.0005)
  }

  @Test func allTouchingPairsAreFound() throws {
    let adjacency = CountyAdjacency(of: try Embedded.workspace().dataset.region.counties)
    // Counted over the file by another program: 2,653 pairs with two shared vertices or more, and
    // four with one.
    #expect(adjacency.contacts.count { !$0.isCorner } == 2_653)
    #expect(adjacency.contacts.count { $0.isCorner } == 4)
  }
}
