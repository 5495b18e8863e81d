// Cold `circle 长株潭 --within 30,60,90 -o x.html` as a whole process: nothing is kept between runs
// but the file system's cache. Prints seconds and memory and asserts neither, for machines differ;
// the answer is checked, and every run must give the same bytes.
//
//     WholeProcess PATH-TO-HINTERLAND [RUNS]

import Foundation

let arguments = CommandLine.arguments
guard (2...3).contains(arguments.count),
  let runs = arguments.count == 3 ? Int(arguments[2]) : 5, runs > 0
else {
  print("usage: WholeProcess PATH-TO-HINTERLAND [RUNS]")
  exit(64)
}

do {
  try measure(arguments[1], runs: runs)
} catch {
  print(error)
  exit(1)
}

func measure(_ hinterland: String, runs: Int) throws {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("hinterland-bench-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let page = folder.appendingPathComponent("x.html")

  print("circle 长株潭 --within 30,60,90 -o x.html, \(runs) runs")
  var costs: [Cost] = []
  var firstPage: Data?
  for run in 1...runs {
    let cost = try Cost.running(
      hinterland, ["circle", "长株潭", "--within", "30,60,90", "--json", "-o", page.path],
      output: folder.appendingPathComponent("answer.json").path)
    try JSONDecoder().decode(Answer.self, from: cost.output).check(minutes: [30, 60, 90])
    let bytes = try Data(contentsOf: page)
    guard String(decoding: bytes.prefix(15), as: UTF8.self).lowercased() == "<!doctype html>",
      bytes == firstPage ?? bytes, cost.output == costs.first?.output ?? cost.output
    else { throw BenchmarkError.wrongAnswer("run \(run) wrote something else") }
    firstPage = bytes
    costs.append(cost)
    print(
      "  run \(run): \(cost.wall.inSeconds) s (\(cost.processor.inSeconds) s of processors), "
        + "\(cost.peakMemory.inMegabytes) MB")
  }

  let wall = costs.map(\.wall).sorted()[runs / 2].inSeconds
  let processor = costs.map(\.processor).sorted()[runs / 2].inSeconds
  let memory = costs.map(\.peakMemory).sorted()[runs / 2].inMegabytes
  print(
    "median: \(wall) s (aim: 2 or less; \(processor) s of processors), "
      + "\(memory) MB (aim: 300 or less)")
}

extension Duration {
  var inSeconds: String { String(format: "%.2f", self / .seconds(1)) }
}

extension Int {
  /// Of 10^6 bytes.
  var inMegabytes: Int { (self + 500_000) / 1_000_000 }
}
