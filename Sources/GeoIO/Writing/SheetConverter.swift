import Foundation

/// Turns SVG into PNG or PDF by `rsvg-convert`, the tool of GNOME's librsvg.
///
/// It draws with cairo, knows the fonts of the machine, runs no scripts and fetches nothing. The same
/// SVG gives the same bytes on one machine; other fonts or versions may draw otherwise.
public enum SheetFormat: String, Hashable, Sendable {
  case png
  case pdf

  /// Dots an inch of a PNG: A4 becomes 2,339 × 1,654 pixels.
  private static let resolution = 200

  private static let tool = "rsvg-convert"

  /// Finds out before work starts whether the tool is there.
  ///
  /// - Throws: ``GeoIOError/noSheetTool(format:)``.
  public func check() throws(GeoIOError) { _ = try place() }

  public func bytes(of svg: String) throws(GeoIOError) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try place())
    process.arguments = [
      "--format", rawValue, "--dpi-x", "\(Self.resolution)", "--dpi-y", "\(Self.resolution)",
    ]
    // The date in a PDF stands still.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SOURCE_DATE_EPOCH": "946684800"]) { $1 }
    let (source, result, words) = (Pipe(), Pipe(), Pipe())
    process.standardInput = source
    process.standardOutput = result
    process.standardError = words
    // A tool that stops early is an error, not the end of this run.
    signal(SIGPIPE, SIG_IGN)
    do {
      try process.run()
      // A drawing is larger than a pipe: it is fed while the answer is read.
      let feeding = Thread {
        try? source.fileHandleForWriting.write(contentsOf: Data(svg.utf8))
        try? source.fileHandleForWriting.close()
      }
      feeding.start()
      let bytes = try result.fileHandleForReading.readToEnd() ?? Data()
      let said = try words.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      guard process.terminationStatus == 0, !bytes.isEmpty else {
        throw CocoaError(
          .fileWriteUnknown,
          userInfo: [NSLocalizedDescriptionKey: String(decoding: said, as: UTF8.self)])
      }
      return Array(bytes)
    } catch {
      let words = error.localizedDescription.split(separator: "\n").first.map(String.init)
      throw .cannotMake(format: "." + rawValue, words: words ?? Self.tool)
    }
  }

  private func place() throws(GeoIOError) -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    for folder in folders {
      let path = folder + "/" + Self.tool
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw .noSheetTool(format: "." + rawValue)
  }
}
