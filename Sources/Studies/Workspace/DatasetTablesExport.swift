import Foundation
public import GeoIO
public import Reports

/// A whole dataset as a folder of tables that `hinterland data import --tables` takes back.
public struct DatasetTablesExport: Sendable {
  private let dataset: Dataset
  private let profile: Data

  /// Reads the dataset and the profile that it comes with.
  ///
  /// - Throws: ``GeoIOError`` or ``ProfileError`` where one of them cannot be read.
  public init(data: String?) throws {
    let source = try DatasetSource.find(named: data)
    dataset = try source.read(cache: .ofUser)
    profile = try source.profile(named: nil).text
  }

  /// Writes the folder, which is there as a whole or not at all, and says how many files it has.
  ///
  /// - Throws: ``GeoIOError``; then nothing has changed.
  public func write(to path: String) throws -> Int {
    try DatasetFolder.write(dataset, profile: profile, to: path)
  }

  /// What was written, for a terminal.
  public func summary(files: Int, language: Language) -> String {
    let roads = dataset.roads
    return language(
      "文件 \(files) 个:县级单位 \(dataset.region.counties.count) 个,道路节点 \(roads.nodes.count) 个,"
        + "道路边 \(roads.edgeCount) 条,车站 \(dataset.rail.stations.count) 个;已读回核对,与原数据集一致。\n",
      "\(files) files: \(dataset.region.counties.count) counties, \(roads.nodes.count) road nodes, "
        + "\(roads.edgeCount) road edges, \(dataset.rail.stations.count) stations; read back, they "
        + "say the same as the dataset.\n")
  }
}
