public import Analysis
import Geometry

/// An answer about minutes between places, ready to be told as text or as a page.
public struct MatrixReport: GroundReport, Sendable {
  public let matrix: TravelMatrix
  /// Named systems that `systems` had to leave out: no document states their members or centres.
  public let systemsLeftOut: [String]
  public let ground: ReportGround

  public init(matrix: TravelMatrix, systemsLeftOut: [String], ground: ReportGround) {
    self.matrix = matrix
    self.systemsLeftOut = systemsLeftOut
    self.ground = ground
  }

  /// Kilometres off the roads beyond which an end is listed.
  private static let farFromRoads = 2.0

  /// What must be known before the figures are used, in a language.
  public func warningSentences(in language: Language) -> [String] {
    var sentences: [String] = []
    let ends = (matrix.origins + matrix.destinations).reduce(into: [TravelMatrix.End]()) {
      ends, end in
      if !ends.contains(where: { $0.group == end.group }) { ends.append(end) }
    }
    func list(_ ends: [TravelMatrix.End]) -> String {
      let names = ends.prefix(10).map { language($0.group.name) }
      let more = ends.count > names.count ? language(" 等", " and others") : ""
      return names.joined(separator: language("、", ", ")) + more
    }
    // From station to station no road is taken.
    let isRail = matrix.question.mode == .rail
    let roadless = isRail ? [] : ends.filter { $0.distanceToRoads == nil }
    if !roadless.isEmpty {
      sentences.append(
        language(
          "\(roadless.count) 处末端出行范围内没有道路:\(list(roadless))。",
          "\(roadless.count) places have no road within reach of a last leg: \(list(roadless))."))
    }
    let far = ends.filter { ($0.distanceToRoads ?? 0) > Self.farFromRoads * 1_000 }
    if !far.isEmpty {
      sentences.append(
        language(
          "\(far.count) 处离最近道路超过 2 km:\(list(far))。",
          "\(far.count) places are more than 2 km from the nearest road: \(list(far))."))
    }
    let unreached = matrix.unreachedPairs
    if unreached > 0 {
      sentences.append(
        isRail
          ? language(
            "\(unreached) 对地点之间没有列车相通,或附近没有车站。",
            "\(unreached) pairs are not joined by trains, or have no station near.")
          : language(
            "\(unreached) 对地点之间没有道路相通。", "\(unreached) pairs are not joined by roads."))
    }
    if !systemsLeftOut.isEmpty {
      sentences.append(
        language(
          "没有文件写明成员或中心、因而略去的体系:\(systemsLeftOut.joined(separator: "、"))。",
          "Systems left out, whose members or centres no document states: "
            + systemsLeftOut.joined(separator: ", ") + "."))
    }
    return sentences
  }
}

extension TravelMatrix {
  var pairs: Int { times.count }

  var unreachedPairs: Int {
    origins.indices.reduce(0) { count, row in
      count + destinations.indices.count { minutes(from: row, to: $0) == nil }
    }
  }
}
