import Foundation
import TestSupport
import Testing

/// A network of nodes and edges without regions: asked by ids, told in ground and roads.
@Suite struct OwnNetworkCommandTests {
  private let folder: TemporaryFolder
  private var data: String { folder.path(of: "own.hinterland") }

  /// A road of two edges of 10 km at 60 km/h, a third that only leads to it, and far from them one that is
  /// faster than any road.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "id,lon,lat,name\nn1,112,28,\nn2,112.1,28,West Gate\nn3,112.2,28,\nn4,112.3,28,\nn8,114,28,\nn9,114.1,28,\n",
      to: "nodes.csv")
    try folder.write(
      "from,to,km,speed,minutes,oneway\nn1,n2,10,60,,0\nn2,n3,10,60,,0\nn4,n3,10,60,,1\nn8,n9,10,,0.5,0\nn9,n8,10,,2,0\n",
      to: "edges.csv")
  }

  private func imported(_ language: String = "en") throws -> Command {
    try Command([
      "data", "import", "--nodes", folder.path(of: "nodes.csv"), "--edges",
      folder.path(of: "edges.csv"), "-o", data, "--lang", language,
    ])
  }

  private func ask(_ arguments: String...) throws -> Command {
    try Command(
      arguments.map { $0.replacing("FOLDER", with: folder.path) } + ["--data", data])
  }

  @Test func theImportWarnsOfWhatIsTooFast() throws {
    let made = try imported()
    #expect(made.exitCode == 0, "\(made.words)")
    #expect(
      made.text.contains(
        "Note: 2 faster than 200 km/h; the fastest is line 5 of edges.csv, 1200 km/h."))
    #expect(made.text.contains("nodes found by their ids"))
    #expect(try imported("zh").text.contains("2 条快于 200 km/h,最快的在 edges.csv 第 5 行,1200 km/h"))
  }

  @Test func idsAndNamesOfNodesAreFound() throws {
    _ = try imported()
    #expect(try ask("data", "find", "n2", "--lang", "en").text.contains("node of the network"))
    let byId = try ask("circle", "n2", "--within", "5", "--mode", "road", "-o", "-")
    #expect(byId.exitCode == 0, "\(byId.words)")
    #expect(
      try ask("circle", "West Gate", "--within", "5", "--mode", "road", "-o", "-").exitCode == 0)
    let matrix = try ask("matrix", "n2", "--to", "n3", "--mode", "road", "-o", "FOLDER/m.csv")
    #expect(matrix.exitCode == 0, "\(matrix.words)")
    #expect(folder.text(of: "m.csv")?.contains("10.00,10.00") == true)
    let unknown = try ask("circle", "n5", "--within", "5")
    #expect(unknown.exitCode == 65 && !unknown.words.contains("n1"), "\(unknown.words)")
  }

  @Test func aCircleWithoutRegionsIsToldInGroundAndRoads() throws {
    _ = try imported()
    let circle = try ask(
      "circle", "--at", "112.1,28", "--within", "5,20", "--mode", "road", "-o", "FOLDER/c.csv",
      "-o", "FOLDER/c.html", "-o", "FOLDER/c.svg", "-o", "FOLDER/c.gpkg", "--lang", "en")
    #expect(circle.exitCode == 0, "\(circle.words)")
    // Five minutes go 5 km each way; what leads to the road's end one way only is not reached.
    #expect(
      circle.text.hasPrefix("5 minutes from (112.1,28.0) (road, free flow) cover "),
      "\(circle.text)")
    #expect(circle.text.contains(" and 10.0 km of road."))
    let words = ["counties", "county whole", "seat", "core", "district", "people in", "terminal"]
    for word in words { #expect(!circle.text.lowercased().contains(word), "\(word)") }
    // The last column, for the name of a point has a comma of its own.
    let last = try #require(folder.text(of: "c.csv")).split(separator: "\n")
      .compactMap { $0.split(separator: ",").last }
    #expect(last == ["road_km", "10.00", "20.00"], "\(last)")
    let page = try #require(folder.text(of: "c.html"))
    let body = page.replacing(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/, with: "")
    #expect(body.contains("Road inside") && body.contains("Roads"))
    for word in ["Counties shaded", "Seats", "built-up core", "County border", "Residents"] {
      #expect(!body.contains(word), "\(word)")
    }
    #expect(folder.text(of: "c.svg")?.contains("Share of people") == false)
    let chinese = try ask(
      "circle", "n2", "--within", "5", "--mode", "road", "--lang", "zh")
    #expect(chinese.text.contains("覆盖") && chinese.text.contains("道路10.0km"), "\(chinese.text)")
    for word in ["县(市、区)", "主城区", "人口无数据", "终端时间"] {
      #expect(!chinese.text.contains(word), "\(word)")
    }
  }

  @Test func aPointFarFromEveryRoadIsToldHowFar() throws {
    _ = try imported()
    let circle = try ask("circle", "--at", "112.1,38", "--within", "5", "--lang", "en")
    #expect(circle.exitCode == 0)
    // Ten degrees of latitude on a sphere of the mean radius.
    #expect(circle.text.contains("(the nearest is 1,112 km away)"), "\(circle.text)")
    #expect(
      try ask("circle", "--at", "112.1,38", "--within", "5", "--lang", "zh").text
        .contains("最近的道路在1,112km之外"))
  }
}
