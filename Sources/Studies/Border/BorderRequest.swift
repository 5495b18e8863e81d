public import Analysis
import Geometry
import Shapes

/// A question about borders as a user puts it: names, not yet looked up.
public struct BorderRequest: Hashable, Sendable {
  /// Provinces, whose borders are asked about; cities, whose reach by province; systems, whose
  /// places are held against each other.
  public var places: [String]
  public var band: BorderQuestion.Band
  public var minutes: Double
  public var decay: Double?
  public var resolution: Double
  public var seed: UInt64
  public var reach: [Double]
  public var mode: TravelMode

  public init(
    places: [String], band: BorderQuestion.Band = .steps(2), minutes: Double = 60,
    decay: Double? = nil, resolution: Double = 1, seed: UInt64 = 1,
    reach: [Double] = [60, 120, 180], mode: TravelMode = .roadDoor
  ) {
    self.places = places
    self.band = band
    self.minutes = minutes
    self.decay = decay
    self.resolution = resolution
    self.seed = seed
    self.reach = reach
    self.mode = mode
  }
}

extension BorderRequest {
  /// The question, names looked up.
  func question(in workspace: Workspace) throws -> BorderQuestion {
    var question = BorderQuestion(
      provinces: [], band: band, minutes: minutes, decay: decay, resolution: resolution,
      seed: seed, mode: mode, reach: reach)
    for name in places {
      switch try workspace.borderMeaning(of: name) {
      case .provinces(let provinces):
        for province in provinces where !question.provinces.contains(province) {
          question.provinces.append(province)
        }
      case .centre(let group):
        if !question.centres.contains(group) { question.centres.append(group) }
      case .group(let group):
        if !question.groups.contains(group) { question.groups.append(group) }
      }
    }
    question.provinces.sort()
    return question
  }

  /// The request as parameters of a result, in the words of the command line.
  var json: JSONText {
    .object([
      (key: "places", value: .array(places.map { .string($0) })),
      (key: "band", value: .string(band.commandText)), (key: "within", value: .exact(minutes)),
      (key: "decay", value: .exact(decay ?? minutes / 2)),
      (key: "resolution", value: .exact(resolution)), (key: "seed", value: .whole(Int(seed))),
      (key: "reach", value: .array(reach.map { .exact($0) })),
      (key: "mode", value: .string(mode.rawValue)), (key: "centre_at", value: .string("seat")),
    ])
  }
}

extension BorderQuestion.Band {
  /// As `--band` takes it.
  var commandText: String {
    switch self {
    case .steps(let depth): "\(depth)"
    case .kilometers(let width): "\(JSONText.exact(width).text)km"
    case .everywhere: "all"
    }
  }
}

/// What a name stands for in a question about borders.
enum BorderMeaning {
  case provinces([Int])
  case centre(PlaceGroup)
  case group(PlaceGroup)
}

extension Workspace {
  /// Of a name's meanings the province comes first here: 重庆 is all of it.
  func borderMeaning(of name: String) throws -> BorderMeaning {
    for case .unit(let unit) in gazetteer.meanings(of: name) where unit.level == .province {
      return .provinces([unit.index])
    }
    switch try gazetteer.meaning(of: name) {
    case .unit(let unit):
      return .centre(PlaceGroup(name: dataset.region.name(of: unit), places: [.unit(unit)]))
    case .system(let index):
      let system = dataset.region.systems[index]
      guard !system.isOfProvinces else {
        let codes = Set(system.members.map(\.code))
        return .provinces(
          dataset.region.provinces.indices.filter {
            codes.contains(dataset.region.provinces[$0].code)
          })
      }
      let units = system.units(in: dataset.region)
      guard !units.isEmpty else {
        throw NameError.membersUnstated(system: system.name, source: system.source)
      }
      return .group(PlaceGroup(name: system.placeName, places: units.map { .unit($0) }))
    case .place: throw NameError.placeWithoutGround(name: name)
    case .zone: throw NameError.unknown(name: name, nearest: [])
    }
  }
}
