import Analysis
import Foundation
import Geometry
import Shapes
import TestSupport
import Testing

@testable import Studies

/// Scenario files: what they mean, and what is said of broken ones.
@Suite struct ScenarioFileTests {
  private func file() throws -> ScenarioFile {
    let workspace = try Embedded.workspace()
    return ScenarioFile(
      gazetteer: workspace.gazetteer, region: workspace.dataset.region,
      corridors: workspace.dataset.corridors)
  }

  private func read(_ text: String, as name: String = "x.yaml") throws -> Scenario {
    let folder = try TemporaryFolder()
    return try file().scenario(at: folder.write(text, to: name))
  }

  private static let whole = """
    name: 铜天高速
    base: 2025
    links:
      - name: 铜天高速
        mode: expressway
        via: [碧江区, [109.20, 27.30], 天柱县]
        interchanges: [碧江区, 天柱县]
        opens: 2027
        cost: 120
    change: [{where: 沪昆高速, between: [怀化市, 新晃县], speed: 120}]
    close: [{where: G65, between: [怀化, 凤凰县]}]
    border_delay: [{between: [湖南, 贵州], class: expressway, minutes: 5}]
    """

  @Test func theFileOfTheManualMeansWhatItSays() throws {
    let scenario = try read(Self.whole)
    #expect(scenario.name == "铜天高速" && scenario.base == 2025)
    let link = try #require(scenario.links.first)
    #expect(link.course.map(\.isInterchange) == [true, false, true])
    #expect(link.course.map(\.name) == ["碧江区", nil, "天柱县"])
    #expect(link.opens == 2027 && link.cost == 120 && link.speed == nil)
    // Straight from point to point, times 1.13.
    let straight = zip(link.course, link.course.dropFirst()).reduce(0) {
      $0 + $1.0.position.geodesicDistance(to: $1.1.position)
    }
    #expect(abs(link.length.value - straight * 1.13) < 0.01)
    #expect(scenario.changes.first?.stretch.place == .route(code: "G60", name: "沪昆高速"))
    #expect(scenario.changes.first?.speed == 120)
    #expect(scenario.closures.first?.ends.map(\.name) == ["怀化市", "凤凰县"])
    #expect(scenario.delays.first?.minutes == 5)
  }

  /// What a result says of its scenarios is a file that means the same.
  @Test func itsJSONIsAFileThatMeansTheSame() throws {
    let scenario = try read(Self.whole)
    let region = try Embedded.workspace().dataset.region
    let again = try read(scenario.json(in: region).text, as: "again.yaml")
    #expect(again.json(in: region).text == scenario.json(in: region).text)
    #expect(again.links[0].legs.map { $0.rounded() } == scenario.links[0].legs.map { $0.rounded() })
    #expect(again.changes == scenario.changes && again.closures == scenario.closures)
    #expect(again.delays == scenario.delays)
  }

  @Test func aDrawnLineIsAsLongAsItIsDrawnAndIsEnteredWhereItPasses() throws {
    let scenario = try read(
      """
      {"type": "FeatureCollection", "name": "drawn", "features": [{"type": "Feature",
        "properties": {"name": "甲线", "mode": "expressway", "interchanges": "碧江区, 天柱县",
          "stroke": "#f00"},
        "geometry": {"type": "LineString",
          "coordinates": [[109.25, 27.9], [109.25, 27.6], [109.2, 26.9], [109.1, 26.8]]}}]}
      """, as: "x.geojson")
    let link = try #require(scenario.links.first)
    #expect(scenario.name == "drawn" && link.isDrawn)
    // 碧江区 is beside the first leg, 天柱县 beside the second.
    #expect(link.course.map(\.name) == [nil, "碧江区", nil, "天柱县", nil, nil])
    #expect(link.course.map(\.isInterchange) == [false, true, false, true, false, false])
    let drawn = [
      GeoPoint(longitude: 109.25, latitude: 27.9), GeoPoint(longitude: 109.25, latitude: 27.6),
      GeoPoint(longitude: 109.2, latitude: 26.9), GeoPoint(longitude: 109.1, latitude: 26.8),
    ]
    let length = zip(drawn, drawn.dropFirst()).reduce(0) { $0 + $1.0.geodesicDistance(to: $1.1) }
    #expect(abs(link.length.value - length) < 20)
  }

  /// A file, and the sentence that is said of it.
  static let broken: [(file: String, sentence: String)] = [
    ("", "1:1: the file is empty; give at least `links:`."),
    ("links: [", "2:1: this is not YAML (did not find expected node content)"),
    ("- 铜天高速", "1:1: a scenario is a list; give keys with values"),
    ("name: 空", "1:1: the scenario changes nothing; give links, change, close or border_delay."),
    ("linx: []", "1:1: a scenario has no key 'linx'; the keys are name, base, links"),
    ("links: 铜天高速", "1:8: links is '铜天高速'; give a list."),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区, 天柱县]\n    tolls: 1",
      "5:5: a link has no key 'tolls'; the keys are name, mode, via"
    ),
    ("links:\n  - mode: expressway\n    via: [碧江区, 天柱县]", "2:5: a link needs a name."),
    ("links:\n  - name: 甲\n    via: [碧江区, 天柱县]", "2:5: a link needs a mode: expressway"),
    ("links:\n  - name: 甲\n    mode: expressway", "2:5: a link needs via, the places it passes"),
    (
      "links:\n  - name: 甲\n    mode: motorway\n    via: [碧江区, 天柱县]",
      "3:11: mode is 'motorway'; give one of expressway"
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区]",
      "4:10: via has 1 place; give two or more."
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区, 碧江区, 天柱县]",
      "4:16: via names 碧江区 twice in a row; keep one."
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区, 乌有县]",
      "4:16: No place or system is called '乌有县'"
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [长株潭, 天柱县]",
      "4:11: '长株潭' is a group of places; name one city or county"
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [[27.3, 109.2], 天柱县]",
      "4:11: "
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [[109.2], 天柱县]",
      "4:11: a position has 1 numbers; give lon and lat"
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区, 天柱县]\n    interchanges: [怀化]",
      "5:20: interchange 怀化市 is not on the line; add it to via."
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区, 天柱县]\n    interchanges: []",
      "5:19: the link can be entered nowhere; give interchanges"
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区, 天柱县]\n    speed: fast",
      "5:12: speed is 'fast'; give a number from 1 to 600"
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区, 天柱县]\n    cost: -3",
      "5:11: cost is '-3'; give a number from 0 to 100000."
    ),
    (
      "links:\n  - name: 甲\n    mode: expressway\n    via: [碧江区, 天柱县]\n    opens: soon",
      "5:12: opens is 'soon'; give a year, as in 2027."
    ),
    (
      "links:\n  - name: 甲\n    name: 乙\n    mode: expressway\n    via: [碧江区, 天柱县]",
      "'name' is there twice"
    ),
    (
      "links:\n  - {name: 甲, mode: expressway, via: [碧江区, 天柱县]}\n"
        + "  - {name: 甲, mode: expressway, via: [碧江区, 天柱县]}",
      "two links are called '甲'; give each a name of its own."
    ),
    ("change: [{where: 沪昆高速}]", "1:10: an entry of change changes nothing; give speed or class."),
    (
      "change: [{where: 沪铜高速, speed: 90}]",
      "1:18: no route of the baseline is called '沪铜高速'; nearest are 沪"
    ),
    (
      "close: [{where: G60, between: [怀化]}]",
      "1:31: between has 1 places; give two."
    ),
    (
      "border_delay: [{between: [湖南, 云南], minutes: 5}]",
      "1:31: '云南' is no province of this dataset; it has"
    ),
    (
      "border_delay: [{between: [湖南, 湖南], minutes: 5}]",
      "1:26: between names one province twice; give two."
    ),
    (
      "border_delay: [{between: [湖南, 贵州]}]",
      "1:16: an entry of border_delay needs between (two provinces) and minutes."
    ),
    (
      #"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "#
        + #""geometry": {"type": "Point", "coordinates": [109, 27]}}]}"#,
      "the geometry of a link is Point; draw one LineString a link."
    ),
    (
      #"{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"#
        + #""name": "甲", "mode": "expressway", "interchanges": "长沙"}, "geometry": "#
        + #"{"type": "LineString", "coordinates": [[109.2, 27.8], [109.2, 27.2]]}}]}"#,
      "km from the line; draw the line past it."
    ),
  ]

  @Test(arguments: broken.indices)
  func aBrokenFileIsRefusedInASentence(index: Int) throws {
    let (text, sentence) = Self.broken[index]
    do {
      _ = try read(text)
      Issue.record("no complaint about: \(text)")
    } catch {
      let words = "\(error)"
      #expect(words.contains(sentence), "\(words)")
      #expect(words.contains("x.yaml:") && words.hasSuffix(".") && words.count < 400, "\(words)")
    }
  }
}
