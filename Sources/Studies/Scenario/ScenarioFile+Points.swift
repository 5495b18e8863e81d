import Analysis
import Geometry
import Shapes

extension ScenarioFile {
  /// A place by its name, as `[lon, lat]`, or as `{name: …, at: [lon, lat]}`.
  func point(_ item: YAMLNode) throws -> ScenarioLink.Point {
    if item.isList {
      return .init(name: nil, position: try position(item), isInterchange: false)
    }
    if item.isMapping {
      let members = try item.members(of: "a place", known: ["name", "at"])
      guard let at = members["at"] else {
        throw item.fault("a place with a name needs at, as in {name: 官庄镇, at: [110.90, 28.53]}")
      }
      return .init(
        name: try members["name"]?.text(of: "name"), position: try position(at),
        isInterchange: false)
    }
    let name = try item.text(of: "a place")
    do {
      let meaning = try gazetteer.meaning(of: name)
      if case .place(let index) = meaning {
        let place = gazetteer.places[index]
        return .init(name: place.localName, position: place.position, isInterchange: false)
      }
      guard case .unit(let unit) = meaning else {
        throw item.fault(
          "'\(name)' is a group of places; name one city or county, or give lon, lat")
      }
      guard let seat = region.seat(of: unit) else {
        throw item.fault("\(name) has no seat to pass through; give [lon, lat]")
      }
      return .init(name: region.name(of: unit).chinese, position: seat, isInterchange: false)
    } catch let error as NameError {
      throw item.fault(error.description)
    }
  }

  func position(_ item: YAMLNode) throws(YAMLFault) -> GeoPoint {
    let numbers = try item.items(of: "a position")
    guard numbers.count == 2 || numbers.count == 3 else {
      throw item.fault(
        "a position has \(numbers.count) numbers; give lon and lat, as in [109.20, 27.30]")
    }
    let longitude = try numbers[0].number(of: "a longitude", in: -180...180)
    do {
      return try GeoPoint(
        checking: longitude, try numbers[1].number(of: "a latitude", in: -180...180))
    } catch let error as YAMLFault {
      throw error
    } catch {
      throw item.fault("\(error)")
    }
  }

  /// A drawn line's vertices with every interchange in its place.
  ///
  /// - Throws: where an interchange lies further than `reach` metres from the line.
  func inserting(
    _ interchanges: [(point: ScenarioLink.Point, item: YAMLNode)],
    into line: [ScenarioLink.Point], within reach: Double
  ) throws(YAMLFault) -> [ScenarioLink.Point] {
    var course = line
    for (point, item) in interchanges {
      let frame = LocalFrame(at: point.position)
      var best = (distance: Double.infinity, leg: 0, position: point.position)
      for leg in 0..<course.count - 1 {
        let (a, b) = (
          frame.offset(to: course[leg].position), frame.offset(to: course[leg + 1].position)
        )
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let squared = dx * dx + dy * dy
        let part = squared > 0 ? max(0, min(1, -(a.x * dx + a.y * dy) / squared)) : 0
        let foot = PlanePoint(x: a.x + part * dx, y: a.y + part * dy)
        let distance = (foot.x * foot.x + foot.y * foot.y).squareRoot()
        if distance < best.distance { best = (distance, leg, frame.point(at: foot)) }
      }
      guard best.distance <= reach else {
        throw item.fault(
          "interchange \(point.words) lies \((best.distance / 1_000).fixed(1)) km from the line; "
            + "draw the line past it")
      }
      let vertex = course.indices.first {
        course[$0].position.geodesicDistance(to: best.position) <= 100
      }
      if let vertex {
        course[vertex].isInterchange = true
        course[vertex].name = course[vertex].name ?? point.name
      } else {
        course.insert(
          .init(name: point.name, position: best.position, isInterchange: true), at: best.leg + 1)
      }
    }
    return course
  }
}
