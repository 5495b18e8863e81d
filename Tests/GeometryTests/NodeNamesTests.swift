import Geometry
import Shapes
import Testing

/// Nodes of a network by their ids: found as they are written, and never suggested.
@Suite struct NodeNamesTests {
  private static func place(_ id: String, _ name: String, _ kind: NamedPlace.Kind) -> NamedPlace {
    NamedPlace(
      name: PlaceName(chinese: name, english: name), localName: id, kind: kind,
      position: GeoPoint(longitude: 1, latitude: 2))
  }

  private let gazetteer = Gazetteer(
    Region(counties: [], prefectures: [], provinces: []),
    places: [
      place("n17", "n17", .node), place("N17", "N17", .node), place("-", "West Gate", .node),
      place("n19", "West Gate", .node), place("Newtown", "Newtown", .town),
      place("Newtown", "Newtown", .node),
    ], simplified: [:])

  @Test func anIdIsFoundAsItIsWritten() throws {
    #expect(try gazetteer.meaning(of: "n17") == .place(0))
    #expect(try gazetteer.meaning(of: "N17") == .place(1))
    #expect(try gazetteer.meaning(of: "-") == .place(2))
    // A town comes before a node of its name.
    #expect(try gazetteer.meaning(of: "Newtown") == .place(4))
    #expect(try gazetteer.meaning(of: "new town") == .place(4))
    #expect(gazetteer.meanings(of: "Newtown") == [.place(4), .place(5)])
  }

  @Test func whatIsNotWrittenSoIsNotFoundAndNodesAreNotSuggested() {
    #expect(throws: NameError.unknown(name: "n18", nearest: [])) {
      try gazetteer.meaning(of: "n18")
    }
    #expect(throws: NameError.unknown(name: "n 17", nearest: [])) {
      try gazetteer.meaning(of: "n 17")
    }
    #expect(throws: NameError.unknown(name: "Newton", nearest: ["Newtown"])) {
      try gazetteer.meaning(of: "Newton")
    }
  }

  @Test func aNameOfTwoNodesIsRefusedWithWhereTheyAre() {
    #expect(throws: NameError.severalPlaces(name: "West Gate", at: ["1.0,2.0", "1.0,2.0"])) {
      try gazetteer.meaning(of: "West Gate")
    }
  }
}
