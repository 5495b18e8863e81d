public import Foundation
public import Shapes

/// A result as it was written: a `.geojson`, or a `.csv` with its `.csv.json`.
///
/// Of what it holds only the member `hinterland` is taken, which says how to ask again.
public struct ResultFile: Sendable {
  public let path: String
  /// All of the file that is to come out again, byte for byte.
  public let bytes: Data
  /// The question's word, as `circle`.
  public let question: String
  public let parameters: [(key: String, value: JSONText)]
  /// Of the dataset that it was asked of.
  public let digest: String
  public let version: String
  /// The travel profile that it was asked with.
  public let profile: JSONText
  /// What the baseline was changed by, as a scenario file holds it.
  public let scenarios: [JSONText]
  public let corrections: [JSONText]

  private struct Document: Decodable {
    var hinterland: JSONText
  }

  /// - Throws: ``GeoIOError`` for a file that is missing, too large or no result of this program.
  public init(path: String) throws(GeoIOError) {
    self.path = path
    bytes = try FileBytes.read(path)
    let isTable = path.lowercased().hasSuffix(".csv")
    let data = isTable ? try FileBytes.read(path + ".json") : bytes
    func no(_ words: String) -> GeoIOError {
      .notAResult(path: isTable ? path + ".json" : path, words: words)
    }
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: data)
    } catch DecodingError.dataCorrupted {
      throw no("it is not valid JSON")
    } catch {
      throw no("it has no member `hinterland`")
    }
    guard case .object(let members) = document.hinterland,
      case .string(let question)? = members.value(of: "question"),
      case .object(let parameters)? = members.value(of: "parameters"),
      case .object(let dataset)? = members.value(of: "dataset"),
      case .string(let digest)? = dataset.value(of: "digest"),
      case .string(let version)? = members.value(of: "version"),
      let profile = members.value(of: "profile")
    else { throw no("its member `hinterland` lacks question, parameters, dataset or profile") }
    self.profile = profile
    self.question = question
    self.parameters = parameters
    self.digest = digest
    self.version = version
    func list(_ key: String) -> [JSONText] {
      if case .array(let items)? = members.value(of: key) { return items }
      return []
    }
    scenarios = list("scenarios")
    corrections = list("corrections")
    guard corrections.count < 2 else { throw no("it has \(corrections.count) corrections") }
  }
}

extension [(key: String, value: JSONText)] {
  fileprivate func value(of key: String) -> JSONText? { first { $0.key == key }?.value }
}
