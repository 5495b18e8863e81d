import Analysis
import ArgumentParser

/// What a shell offers behind an option.
extension CompletionKind {
  static var anyMode: CompletionKind { .list(TravelMode.allCases.map(\.rawValue)) }
  static var roadMode: CompletionKind { .list([TravelMode.road, .roadDoor].map(\.rawValue)) }
  static var centreReading: CompletionKind { .list(CentreReading.allCases.map(\.rawValue)) }
  static var language: CompletionKind { .list(["zh", "en"]) }
  static var profile: CompletionKind { .file(extensions: ["yaml", "yml"]) }
  static var layer: CompletionKind { .file(extensions: ["geojson", "json"]) }
  static var scenario: CompletionKind { .file(extensions: ["yaml", "yml", "geojson"]) }
}
