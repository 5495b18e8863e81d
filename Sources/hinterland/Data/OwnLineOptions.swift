import ArgumentParser
import GeoIO

/// A layer of lines as a network of one's own, and what its columns are called.
struct OwnLineOptions: ParsableArguments {
  @Option(
    help: "A layer of lines with class, speed or minutes, in any format that GDAL reads.",
    completion: .file())
  var lines: String?

  @Option(
    name: .customLong("lines-layer"),
    help: "Its layer; otherwise the first of the file that has lines.")
  var layer: String?

  @Option(
    help: """
      Metres within which ends of lines become one node, 0 to 100; otherwise 1. Lines that merely cross do \
      not meet.
      """)
  var snap: Double?

  @Option(
    name: .customLong("class-column"),
    help: """
      Its column of classes: expressway, trunk, provincial, county, village, main; highway of \
      OpenStreetMap; 高速, 国道, 省道, 县道, 乡道. Otherwise class, highway, fclass, 道路等级 and the like.
      """)
  var roadClass: String?

  @Option(
    name: .customLong("speed-column"), help: "Its column of km/h; otherwise speed, maxspeed, 速度.")
  var speed: String?

  @Option(
    name: .customLong("minutes-column"),
    help: "Its column of minutes; otherwise minutes, 分钟. Minutes come before speed and class.")
  var minutes: String?

  @Option(
    name: .customLong("km-column"),
    help: "Its column of kilometres; otherwise km, 公里; without one, lines are as long as drawn.")
  var kilometers: String?

  @Option(
    name: .customLong("oneway-column"),
    help: "Its column of directions (0, 1, -1; no, yes); otherwise oneway, 单行.")
  var oneWay: String?

  @Option(name: .customLong("ref-column"), help: "Its column of route numbers; otherwise ref, 编号.")
  var route: String?

  /// What was said; nil where no layer is named.
  func options() throws(UsageError) -> LineOptions? {
    let said = [layer, roadClass, speed, minutes, kilometers, oneWay, route]
    guard let lines else {
      guard snap == nil, said.allSatisfy({ $0 == nil }) else {
        throw UsageError(
          "--lines-layer, --snap and columns of classes, speeds and the like are about --lines; give it."
        )
      }
      return nil
    }
    let snap = snap ?? LineOptions.usualSnap
    guard LineOptions.snaps.contains(snap) else {
      throw UsageError("--snap is \(snap) m; give 0 to \(Int(LineOptions.snaps.upperBound)).")
    }
    var options = LineOptions(path: lines, layer: layer, snap: snap)
    options.roadClass = roadClass
    options.speed = speed
    options.minutes = minutes
    options.kilometers = kilometers
    options.oneWay = oneWay
    options.route = route
    return options
  }
}
