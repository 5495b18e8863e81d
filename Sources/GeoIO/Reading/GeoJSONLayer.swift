import Foundation
public import Shapes

/// A GeoJSON file (RFC 7946) as features with text properties.
///
/// Read by Foundation's decoder: 3 MB take some 0.3 s.
public struct GeoJSONLayer: Sendable {
  public struct Feature: Sendable {
    /// Scalars as text; nested values are left out.
    public var properties: [String: String]
    public var areas: [GeoPolygon]
    public var lines: [[GeoPoint]]
    public var points: [GeoPoint]
  }

  public let features: [Feature]

  /// - Throws: ``GeoIOError/notGeoJSON(path:words:)`` for anything but a FeatureCollection,
  ///   Feature or geometry whose positions are longitudes and latitudes in range.
  public init(path: String) throws(GeoIOError) {
    let data = try FileBytes.read(path)
    do {
      let document = try JSONDecoder().decode(Document.self, from: data)
      features = try document.features.map { try Feature($0) }
    } catch let error as GeoIOError {
      throw error
    } catch let error as ShapeError {
      if case .notAPosition(let longitude, let latitude) = error {
        throw .notDegrees(path: path, words: "\(longitude), \(latitude)")
      }
      throw .notGeoJSON(path: path, words: error.description)
    } catch let error as DecodingError {
      throw .notGeoJSON(path: path, words: error.words)
    } catch {
      throw .notGeoJSON(path: path, words: "unreadable")
    }
  }
}

extension DecodingError {
  fileprivate var words: String {
    let (text, path) =
      switch self {
      case .dataCorrupted(let context):
        (
          context.codingPath.isEmpty ? "not valid JSON" : context.debugDescription,
          context.codingPath
        )
      case .keyNotFound(let key, let context): ("no '\(key.stringValue)'", context.codingPath)
      case .typeMismatch(_, let context), .valueNotFound(_, let context):
        (context.debugDescription, context.codingPath)
      @unknown default: ("unreadable", [])
      }
    let place = path.prefix(6).map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
    return place.isEmpty ? text : "\(text) at \(place.joined(separator: "."))"
  }
}

/// The document as it is decoded.
private struct Document: Decodable {
  struct RawFeature: Decodable {
    var properties: [String: Scalar?]?
    var geometry: Geometry?
  }

  struct Scalar: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let value = try? container.decode(String.self) {
        text = value
      } else if let value = try? container.decode(Int.self) {
        text = "\(value)"
      } else if let value = try? container.decode(Double.self) {
        text = "\(value)"
      } else if let value = try? container.decode(Bool.self) {
        text = "\(value)"
      }
    }
  }

  indirect enum Geometry: Decodable {
    case polygon([[[Double]]])
    case multiPolygon([[[[Double]]]])
    case line([[Double]])
    case multiLine([[[Double]]])
    case point([Double])
    case multiPoint([[Double]])
    case collection([Geometry])

    private enum Key: CodingKey { case type, coordinates, geometries }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      switch try container.decode(String.self, forKey: .type) {
      case "Polygon": self = .polygon(try container.decode([[[Double]]].self, forKey: .coordinates))
      case "MultiPolygon":
        self = .multiPolygon(try container.decode([[[[Double]]]].self, forKey: .coordinates))
      case "LineString": self = .line(try container.decode([[Double]].self, forKey: .coordinates))
      case "MultiLineString":
        self = .multiLine(try container.decode([[[Double]]].self, forKey: .coordinates))
      case "GeometryCollection":
        self = .collection(try container.decode([Geometry].self, forKey: .geometries))
      case "Point": self = .point(try container.decode([Double].self, forKey: .coordinates))
      case "MultiPoint":
        self = .multiPoint(try container.decode([[Double]].self, forKey: .coordinates))
      case let type:
        throw DecodingError.dataCorruptedError(
          forKey: .type, in: container, debugDescription: "no geometry '\(type.prefix(30))'")
      }
    }
  }

  var features: [RawFeature]

  private enum Key: CodingKey { case type, features }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.decode(String.self, forKey: .type) {
    case "FeatureCollection":
      features = try container.decode([RawFeature].self, forKey: .features)
    case "Feature": features = [try RawFeature(from: decoder)]
    default: features = [RawFeature(properties: nil, geometry: try Geometry(from: decoder))]
    }
  }
}

extension GeoJSONLayer.Feature {
  fileprivate init(_ raw: Document.RawFeature) throws {
    properties = (raw.properties ?? [:]).compactMapValues { $0?.text }
    areas = []
    lines = []
    points = []
    if let geometry = raw.geometry { try add(geometry) }
  }

  private mutating func add(_ geometry: Document.Geometry) throws {
    switch geometry {
    case .polygon(let rings): try addArea(rings)
    case .multiPolygon(let parts): for rings in parts { try addArea(rings) }
    case .line(let positions): try addLine(positions)
    case .multiLine(let parts): for part in parts { try addLine(part) }
    case .collection(let parts): for part in parts { try add(part) }
    case .point(let position): points += try Self.points([position])
    case .multiPoint(let positions): points += try Self.points(positions)
    }
  }

  private mutating func addLine(_ positions: [[Double]]) throws {
    guard positions.count >= 2 else {
      throw ShapeError.badGeometry(operation: "read a line", words: "fewer than two positions")
    }
    lines.append(try Self.points(positions))
  }

  /// Rings come closed; here they are closed by convention, so the last position goes.
  private mutating func addArea(_ rings: [[[Double]]]) throws {
    let open = try rings.map { ring in
      var points = try Self.points(ring)
      if points.count > 1, points.first == points.last { points.removeLast() }
      return points
    }
    guard let outer = open.first else { return }
    guard open.allSatisfy({ $0.count >= 3 }) else {
      throw ShapeError.badGeometry(operation: "read a ring", words: "fewer than three corners")
    }
    areas.append(GeoPolygon(outer: outer, holes: Array(open.dropFirst())))
  }

  private static func points(_ positions: [[Double]]) throws -> [GeoPoint] {
    try positions.map { position in
      guard position.count >= 2 else {
        throw ShapeError.badGeometry(operation: "read a position", words: "one number only")
      }
      return try GeoPoint(checking: position[0], position[1])
    }
  }
}
