import Foundation
import GeoIO
import Reports

/// Leaflet's script and style, which pages carry inside them.
enum LeafletFiles {
  /// Debian's libjs-leaflet.
  private static let debian = "/usr/share/javascript/leaflet"

  /// Reads `leaflet/` beside the dataset or the embedded tables, where `make install` puts it, or
  /// Debian's.
  static func read(beside folder: String) throws -> LeafletAssets {
    var places = [folder + "/leaflet"]
    for embedded in DatasetFolder.embeddedPlaces where embedded != folder {
      places.append(embedded + "/leaflet")
    }
    places.append(debian)
    for place in places {
      let scripts = ["leaflet.min.js", "leaflet.js"].map { place + "/" + $0 }
      if let script = scripts.lazy.compactMap(text).first, let style = text(place + "/leaflet.css")
      {
        return LeafletAssets(script: script, style: style)
      }
    }
    throw LeafletError.notFound(looked: places)
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).flatMap { String(bytes: $0, encoding: .utf8) }
  }
}

/// Pages need Leaflet on the machine that makes them.
public enum LeafletError: Error, Hashable, Sendable {
  case notFound(looked: [String])
}

extension LeafletError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound(let looked):
      "Leaflet was not found in \(looked.joined(separator: " or ")), and pages carry it inside; "
        + "run `apt-get install libjs-leaflet`, or write another format."
    }
  }
}
