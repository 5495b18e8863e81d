import Foundation
import Routing
import Shapes

extension BenchmarkGraph {
  /// A graph of the ninth DIMACS challenge: `a TAIL HEAD WEIGHT`, nodes from 1; a weight is taken
  /// as milliseconds.
  static func dimacs(_ path: String) throws -> RoadGraph {
    var nodeCount = 0
    var arcs: [RoadGraph.Arc] = []
    for line in try unpacked(path).split(separator: UInt8(ascii: "\n")) {
      let numbers = numbers(in: line)
      if line.first == UInt8(ascii: "p"), numbers.count == 2 {
        nodeCount = Int(numbers[0])
        arcs.reserveCapacity(Int(numbers[1]))
      } else if line.first == UInt8(ascii: "a"), numbers.count == 3 {
        arcs.append(
          .init(
            tail: UInt32(numbers[0] - 1), head: UInt32(numbers[1] - 1),
            travelTime: UInt32(numbers[2])))
      }
    }
    return RoadGraph(nodeCount: nodeCount, arcs: arcs)
  }

  /// `nodes: [{id, coordinates: [latitude, longitude], waypoints: [ids]}]`, at 60 km/h in a
  /// straight line.
  static func worldRoads(_ path: String) throws -> RoadGraph {
    struct World: Decodable {
      struct Node: Decodable {
        var id: Int
        var coordinates: [Double]
        var waypoints: [Int]
      }
      var nodes: [Node]
    }
    let world = try JSONDecoder().decode(World.self, from: Data(unpacked(path)))
    var points = [GeoPoint](
      repeating: GeoPoint(longitude: 0, latitude: 0), count: world.nodes.count)
    for node in world.nodes {
      points[node.id] = GeoPoint(
        longitude: node.coordinates[1], latitude: node.coordinates[0])
    }
    let arcs = world.nodes.flatMap { node in
      node.waypoints.map { other in
        RoadGraph.Arc(
          tail: UInt32(node.id), head: UInt32(other),
          travelTime: TravelTime.rounded(points[node.id].localDistance(to: points[other]) * 60))
      }
    }
    return RoadGraph(nodeCount: points.count, arcs: arcs)
  }

  private static func numbers(in line: ArraySlice<UInt8>) -> [Int64] {
    var numbers: [Int64] = []
    var current: Int64?
    for byte in line {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        current = (current ?? 0) * 10 + Int64(byte - UInt8(ascii: "0"))
      } else if let number = current {
        numbers.append(number)
        current = nil
      }
    }
    if let current { numbers.append(current) }
    return numbers
  }

  /// What `gzip` makes of a packed file.
  private static func unpacked(_ path: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkInputError("gzip could not unpack \(path).")
    }
    return [UInt8](data)
  }
}
