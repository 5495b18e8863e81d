import Foundation
import GeoIO
import Reports

extension OSMCounts {
  /// What of an extract became roads, waters and railways, and what did not, for a terminal.
  func text(by traveller: OSMTraveller, language: Language) -> String {
    func kilometers(_ meters: Double) -> String {
      String(format: "%.1f", locale: nil, meters / 1_000)
    }
    let isOnFoot = traveller == .foot
    let barred = language(isOnFoot ? "行人" : "机动车", isOnFoot ? "walkers" : "cars")
    let others = language(
      isOnFoot ? "其他" : "步道、土路等", isOnFoot ? "others" : "paths, tracks and the like")
    return language(
      """
      OSM 提取文件:含 highway 标签的线 \(highways) 条;用作道路 \(roads) 条,其中单行 \(oneWays) 条、轮渡 \(ferries) 条。
      未用:在建或规划 \(unbuilt) 条,禁止\(barred) \(restricted) 条,\(others) \(other) 条,不足两个节点 \(broken) 条。
      道路节点 \(roadNodes) 个,其中挡住\(barred)的 \(barriers) 个;文件中缺失的节点引用 \(missingNodes) 处,道路在该处断开。
      路网保留 \(parts) 个连通部分;与之不能往返、因而舍去的边 \(cutOffEdges) 条,共 \(kilometers(cutOffMeters)) km。
      水面 \(waterAreas) 片,末段不能穿越;不足 1 公顷、不作阻隔的 \(smallWaters) 片,轮廓未闭合的 \(openWaters) 处。
      车站 \(stations) 个,相邻站区间 \(railRuns) 个,共 \(kilometers(railMeters)) km;没有轨道的车站 \(lonelyStations) 个。\
      每日班次与站间时间为假定值。

      """,
      """
      The extract: \(highways) ways with a tag highway; \(roads) used as roads, \(oneWays) of them one way and \
      \(ferries) ferries.
      Not used: \(unbuilt) under construction or planned, \(restricted) closed to \(barred), \(other) \(others), \
      \(broken) of fewer than two nodes.
      \(roadNodes) nodes of roads, \(barriers) of which stop \(barred); \(missingNodes) references to nodes that no \
      file holds, where roads are cut.
      \(parts) connected part(s) kept; \(cutOffEdges) edges of \(kilometers(cutOffMeters)) km left out: nobody gets \
      from there to a part that is kept and back.
      \(waterAreas) areas of water that no last leg crosses; \(smallWaters) under 1 ha, which bar nobody, and \
      \(openWaters) outlines that do not close.
      \(stations) stations, \(railRuns) runs between neighbours of \(kilometers(railMeters)) km; \(lonelyStations) \
      stations that no track leads to. Trains a day and minutes between stations are assumed.

      """)
  }
}
