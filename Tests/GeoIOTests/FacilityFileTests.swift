import Geometry
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// Points that serve people, as tables and layers list them.
@Suite struct FacilityFileTests {
  private func read(_ text: String, as name: String) throws -> [Facility] {
    let folder = try TemporaryFolder()
    try folder.write(text, to: name)
    return try FacilityFile(path: folder.path + "/" + name).facilities
  }

  @Test func whatIsNotSaidHasAName() throws {
    let all = try read("lon,lat\n113,28\n114,29\n", as: "schools.csv")
    #expect(all.map(\.kind) == ["schools", "schools"])
    #expect(all.map(\.code) == [nil, nil])
    #expect(all.map(\.name.chinese) == ["schools 1", "schools 2"])
    #expect(all.map(\.supply) == [1, 1])
    #expect(all[1].position == GeoPoint(longitude: 114, latitude: 29))
  }

  @Test func whatIsSaidIsTaken() throws {
    let table = try read(
      "id,kind,code,name_zh,name_en,lon,lat,supply\nA1,school,,一中,First,113,28,900\n"
        + "A2,clinic,C2,,,113,28,0\n", as: "all.csv")
    #expect(table.map(\.kind) == ["school", "clinic"])
    #expect(table.map(\.code) == ["A1", "C2"])
    #expect(table.map(\.name.chinese) == ["一中", "C2"])
    #expect(table.map(\.name.english) == ["First", "C2"])
    #expect(table.map(\.supply) == [900, 0])
    let layer = try read(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"amenity":"school","name":"一中","supply":900},
      "geometry":{"type":"Point","coordinates":[113,28]}}]}
      """, as: "layer.geojson")
    #expect(layer.map(\.kind) == ["school"])
    #expect(layer.map(\.name.chinese) == ["一中"])
    #expect(layer.map(\.supply) == [900])
  }

  @Test func lessThanNothingIsRefused() {
    #expect(throws: GeoIOError.self) { try read("lon,lat,supply\n113,28,-1\n", as: "x.csv") }
    #expect(throws: GeoIOError.self) { try read("lon,lat\n", as: "x.csv") }
    #expect(throws: GeoIOError.self) { try read("x,y\n113,28\n", as: "x.csv") }
  }

  /// One reader serves a dataset's own table, its file, and a user's layer.
  @Test func aDatasetCarriesItsFacilitiesAndNames() throws {
    let folder = try TemporaryFolder()
    let dataset = try TinyDataset().read(in: folder)
    #expect(dataset.facilities.map(\.code) == ["JIA", "PT1"])
    #expect(dataset.facilities.map(\.supply) == [2.5, 1])
    #expect(dataset.corridorAliases == [CorridorAlias(name: "甲乙线", codes: ["AB", "G1"])])
    let path = folder.path + "/lone.hinterland"
    try DatasetFile.write(dataset, profile: "name: x", to: path)
    let read = try DatasetFile(path: path).read()
    #expect(read.facilities == dataset.facilities)
    #expect(read.corridorAliases == dataset.corridorAliases)
    var without = TinyDataset()
    without.files["facilities.csv"] = nil
    without.files["corridors.csv"] = nil
    let bare = try without.read(in: TemporaryFolder())
    #expect(bare.facilities.isEmpty && bare.corridorAliases.isEmpty)
    #expect(bare.notes.digest != dataset.notes.digest)
  }
}
