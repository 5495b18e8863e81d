// This engine's side of the table of Benchmarks/peers: times as JSON on standard output, answers as
// files of little-endian UInt32 in a folder, so that every peer can be held against them.
//
//     PeerTimes GRAPH FOLDER [RUNS]

import BenchmarkGraphs
import Foundation
import Routing

let arguments = CommandLine.arguments
guard (3...4).contains(arguments.count),
  let runs = arguments.count == 4 ? Int(arguments[3]) : 7, runs > 0
else {
  print("usage: PeerTimes GRAPH FOLDER [RUNS]")
  exit(64)
}

do {
  let input = try BenchmarkGraph(named: arguments[1])
  let times = try PeerTimes(input.graph, folder: arguments[2], runs: runs)
  try times.measure()
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
