import Analysis
import Geometry
import Shapes

extension Scenario {
  /// The scenario in the keys of its file, every place with its position: read again as a file, it
  /// is the same scenario.
  func json(in region: Region) -> JSONText {
    var members: [(key: String, value: JSONText)] = [(key: "name", value: .string(name))]
    if let base { members.append((key: "base", value: .whole(base))) }
    if !links.isEmpty { members.append((key: "links", value: .array(links.map(\.json)))) }
    if !changes.isEmpty {
      members.append(
        (
          key: "change",
          value: .array(
            changes.map { change in
              var members = change.stretch.json
              if let speed = change.speed { members.append((key: "speed", value: .exact(speed))) }
              if let roadClass = change.roadClass {
                members.append((key: "class", value: .string(roadClass.rawValue)))
              }
              return .object(members)
            })
        ))
    }
    if !closures.isEmpty {
      members.append((key: "close", value: .array(closures.map { .object($0.json) })))
    }
    if !delays.isEmpty {
      members.append(
        (
          key: "border_delay",
          value: .array(
            delays.map { delay in
              var members: [(key: String, value: JSONText)] = [
                (
                  key: "between",
                  value: .array(
                    delay.provinces.map { .string(region.provinces[$0].name.chinese) })
                )
              ]
              if let roadClass = delay.roadClass {
                members.append((key: "class", value: .string(roadClass.rawValue)))
              }
              members.append((key: "minutes", value: .exact(delay.minutes)))
              return .object(members)
            })
        ))
    }
    return .object(members)
  }
}

extension ScenarioLink {
  fileprivate var json: JSONText {
    var members: [(key: String, value: JSONText)] = [
      (key: "name", value: .string(name)), (key: "mode", value: .string(modeWord)),
      (key: "via", value: .array(course.map(\.json))),
      (key: "interchanges", value: .array(course.filter(\.isInterchange).map(\.json))),
      // The length as it was taken, so that a drawn line keeps its own.
      (key: "km", value: .exact(kilometers ?? length.kilometers)),
    ]
    func add(_ key: String, _ value: JSONText?) {
      if let value { members.append((key: key, value: value)) }
    }
    add("speed", speed.map { .exact($0) })
    add("design", designSpeed.map { .exact($0) })
    add("trains", trains.map { .exact($0) })
    add("opens", opens.map { .whole($0) })
    add("cost", cost.map { .exact($0) })
    add("terrain", terrain.map { .string($0.rawValue) })
    add("excludes", excludes.isEmpty ? nil : .array(excludes.map { .string($0) }))
    add("requires", requires.isEmpty ? nil : .array(requires.map { .string($0) }))
    return .object(members)
  }
}

extension ScenarioLink.Point {
  fileprivate var json: JSONText {
    let at = JSONText.array([.exact(position.longitude), .exact(position.latitude)])
    guard let name else { return at }
    return .object([(key: "name", value: .string(name)), (key: "at", value: at)])
  }
}

extension Stretch {
  fileprivate var json: [(key: String, value: JSONText)] {
    let place: JSONText =
      switch self.place {
      case .route(let code, _): .string(code)
      case .roadClass(let roadClass): .string(roadClass.rawValue)
      case .position(let point): .array([.exact(point.longitude), .exact(point.latitude)])
      }
    let ends = ends.map { end in
      JSONText.object([
        (key: "name", value: .string(end.name)),
        (
          key: "at",
          value: .array([.exact(end.position.longitude), .exact(end.position.latitude)])
        ),
      ])
    }
    return [(key: "where", value: place)]
      + (ends.isEmpty ? [] : [(key: "between", value: .array(ends))])
  }
}
