import Foundation
import Geometry
import Shapes
import TestSupport
import Testing

@testable import GeoIO

@Suite struct DatasetCacheTests {
  private let folder: TemporaryFolder
  private let home: TemporaryFolder
  private let cache: DatasetCache
  private let dataset: Dataset
  private let tables: DatasetFolder

  init() throws {
    folder = try TemporaryFolder()
    home = try TemporaryFolder()
    cache = DatasetCache(folder: home.path(of: "cache"))
    dataset = try TinyDataset().read(in: folder)
    tables = try DatasetFolder.find(named: folder.path)
  }

  private var kept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cache.folder + "/datasets")) ?? [])
      .sorted().map { cache.folder + "/datasets/" + $0 }
  }

  private func modified(_ path: String) -> Int {
    var status = stat()
    stat(path, &status)
    return Int(status.st_ino)
  }

  @Test func theSecondRunReadsWhatTheFirstLeftBehind() throws {
    #expect(try cache.dataset(of: tables) == dataset)
    let path = try #require(kept.first)
    let number = modified(path)
    #expect(try cache.dataset(of: tables) == dataset)
    #expect(kept == [path] && modified(path) == number)
  }

  /// Whatever happens to what is kept: the answer is right, and the next run finds it mended.
  @Test func aDamagedCacheIsMadeAnew() throws {
    _ = try cache.dataset(of: tables)
    let path = try #require(kept.first)
    let whole = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    var damage = ByteDamage(seed: 90, telling: "HLD\r\n")
    for round in 0..<150 {
      let bytes = round == 0 ? [] : damage.damaged(whole)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      #expect(try cache.dataset(of: tables) == dataset, "round \(round)")
      let now = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
      #expect(now == whole || (try? SectionReader(MappedFile(path: path))) != nil)
    }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(try cache.dataset(of: tables) == dataset)
  }

  /// A table may be changed without a change of its size or dates.
  @Test func noAnswerComesFromOldTables() throws {
    _ = try cache.dataset(of: tables)
    let path = folder.path(of: "population.csv")
    var status = stat()
    stat(path, &status)
    try folder.write(
      (TinyDataset().files["population.csv"] ?? "").replacing("90000", with: "90001"),
      to: "population.csv")
    var times = [status.st_atim, status.st_mtim]
    #expect(utimensat(AT_FDCWD, path, &times, 0) == 0)
    let changed = try cache.dataset(of: tables)
    #expect(changed.region.people == 90_001)
    #expect(kept.count == 2)
  }

  @Test(arguments: ["/dev/null/cache", "/proc/none", "FILE/cache"])
  func aCacheThatCannotBeWrittenIsNoError(place: String) throws {
    let file = try home.write("", to: "file")
    let cache = DatasetCache(folder: place.replacing("FILE", with: file))
    #expect(try cache.dataset(of: tables) == dataset)
    let path = home.path(of: "x.hinterland")
    try DatasetFile.write(dataset, profile: "", to: path)
    #expect(try cache.dataset(of: DatasetFile(path: path)).region == dataset.region)
  }

  @Test func datasetsOfLongAgoAreForgotten() throws {
    for people in 0..<(DatasetCache.keptDatasets + 3) {
      try folder.write(
        "adcode,population_2020,urban_2020\n430121,\(people),\n", to: "population.csv")
      #expect(try cache.dataset(of: tables).region.people == people)
    }
    #expect(kept.count == DatasetCache.keptDatasets)
  }

  @Test func coresAreKeptForOneDatasetCellAndModel() throws {
    let atlas = CoreAtlas([
      UrbanCore(
        cells: [LatticeCell(column: -3, row: 7), LatticeCell(column: -3, row: 8)], people: 60_000),
      UrbanCore(cells: [LatticeCell(column: 5, row: 8)], people: 900),
    ])
    let source = DatasetSource.tables(tables)
    let model = PeopleModel()
    #expect(cache.cores(of: dataset, from: source, cell: 500, model: model) == nil)
    cache.keep(atlas, of: dataset, from: source, cell: 500, model: model)
    #expect(cache.cores(of: dataset, from: source, cell: 500, model: model) == atlas)
    var (other, changed) = (model, dataset)
    other.ruralSpread += 1
    changed.notes.digest = "another"
    #expect(cache.cores(of: dataset, from: source, cell: 250, model: model) == nil)
    #expect(cache.cores(of: dataset, from: source, cell: 500, model: other) == nil)
    #expect(cache.cores(of: changed, from: source, cell: 500, model: model) == nil)

    let folder = cache.folder + "/cores/"
    let name = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
    let whole = [UInt8](FileManager.default.contents(atPath: folder + name) ?? Data())
    var damage = ByteDamage(seed: 53, telling: "HLD\r\n")
    for round in 0..<150 {
      let bytes = round == 0 ? [] : damage.damaged(whole)
      try Data(bytes).write(to: URL(fileURLWithPath: folder + name))
      let found = cache.cores(of: dataset, from: source, cell: 500, model: model)
      #expect(found == nil || found == atlas, "round \(round)")
    }
  }

  @Test func aFileIsCheckedInFullOnceAndAgainWhenItChanges() throws {
    let path = home.path(of: "x.hinterland")
    try DatasetFile.write(dataset, profile: "", to: path)
    #expect(try cache.dataset(of: DatasetFile(path: path)).region == dataset.region)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: cache.folder + "/validated").count == 1)
    var crossing = dataset
    crossing.region.counties[0].polygons[0].outer.swapAt(0, 1)
    try Data(DatasetFile.bytes(of: crossing, profile: "")).write(to: URL(fileURLWithPath: path))
    #expect(throws: GeoIOError.self) { try cache.dataset(of: DatasetFile(path: path)) }
  }

  @Test func whereTheCacheIsFollowsTheEnvironment() {
    #expect(
      DatasetCache.ofUser(in: ["XDG_CACHE_HOME": "/c", "HOME": "/h"])?.folder == "/c/hinterland")
    #expect(
      DatasetCache.ofUser(in: ["XDG_CACHE_HOME": "c", "HOME": "/h"])?.folder
        == "/h/.cache/hinterland")
    #expect(DatasetCache.ofUser(in: ["HOME": "/h"])?.folder == "/h/.cache/hinterland")
    #expect(DatasetCache.ofUser(in: [:]) == nil)
  }

  /// Many at once, in one process and so without the help of separate lives.
  @Test func manyFirstRunsAtOnceAgree() throws {
    let cache = cache
    let tables = tables
    let expected = dataset
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: 20) { _ in
      let found = try? cache.dataset(of: tables)
      if found != expected { failures.add() }
    }
    #expect(failures.count == 0)
    #expect(kept.filter { $0.hasSuffix(".hinterland") }.count == 1)
    #expect(
      try SectionReader(MappedFile(path: #require(kept.first))).dataset(folder: folder.path)
        == dataset)
  }
}

private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var found = 0

  func add() { lock.withLock { found += 1 } }

  var count: Int { lock.withLock { found } }
}
