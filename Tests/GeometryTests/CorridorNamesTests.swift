import Testing

@testable import Geometry

/// Lines by the names that plans write.
@Suite struct CorridorNamesTests {
  private static let names = CorridorNames(
    [
      ("G60", "沪昆高速", "Shanghai–Kunming Expwy"), ("YX1", "渝厦高铁(重庆东–黔江)", "Yuxia 1"),
      ("YX2", "黔张常铁路", "Yuxia 2"),
    ]
    .map { code, chinese, english in
      Corridor(
        code: code, name: PlaceName(chinese: chinese, english: english),
        kind: code == "G60" ? .expressway : .rail, lines: [])
    },
    aliases: [
      CorridorAlias(name: "渝厦高铁", codes: ["YX1", "YX2", "YX9"]),
      CorridorAlias(name: "无线", codes: ["X"]),
    ], simplified: ["滬": "沪"])

  @Test func aNameStandsForOneLineOrSeveral() throws {
    #expect(try Self.names.codes(of: "渝厦高铁") == ["YX1", "YX2"])
    #expect(try Self.names.codes(of: "滬昆高速") == ["G60"])
    #expect(try Self.names.codes(of: "g60") == ["G60"])
    #expect(try Self.names.codes(of: "shanghai-kunming expwy") == ["G60"])
    #expect(try Self.names.codes(of: "黔张常铁路") == ["YX2"])
  }

  @Test func anUnknownNameGetsTheNearest() {
    #expect(throws: CorridorError.unknown(name: "沪昆高铁", nearest: ["沪昆高速", "渝厦高铁", "渝厦高铁(重庆东–黔江)"]))
    {
      try Self.names.codes(of: "沪昆高铁")
    }
    // Names of lines that the dataset does not hold are no names.
    #expect(throws: CorridorError.self) { try Self.names.codes(of: "无线") }
    #expect(throws: CorridorError.self) { try Self.names.codes(of: "") }
  }
}
