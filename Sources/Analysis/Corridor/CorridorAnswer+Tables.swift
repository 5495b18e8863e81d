public import Geometry
public import Shapes

extension CorridorAnswer {
  /// The belts as circles of their gates, for what is told of circles.
  public var asCircles: CircleAnswer {
    CircleAnswer(
      question: CircleQuestion(
        groups: belts.compactMap { $0.circles.first?.group }, minutes: question.minutes,
        mode: question.mode, reading: .seat),
      circles: belts.flatMap(\.circles), basis: basis, profile: profile, cellSize: cellSize,
      warnings: warnings)
  }

  /// The ground within reach of each line, a row a line and number of minutes.
  public func beltTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "belts",
      columns: [
        .init("kind", .text), .init("name", .text), .init("lines", .text),
        .init("minutes", .decimal(places: 2)), .init("mode", .text),
        .init("area_km2", .decimal(places: 2)), .init("people", .whole),
        .init("people_basis", .text), .init("area_low_km2", .decimal(places: 2)),
        .init("area_high_km2", .decimal(places: 2)), .init("people_low", .whole),
        .init("people_high", .whole), .init("counties_whole", .whole),
        .init("counties_part", .whole), .init("seats_reached", .whole),
        .init("nearest_people", .whole), .init("nearest_area_km2", .decimal(places: 2)),
        .init("line_km", .decimal(places: 2)), .init("circuity", .decimal(places: 3)),
        .init("gates", .whole), .init("places", .whole),
        .init("mean_spacing_km", .decimal(places: 2)),
        .init("people_per_place", .whole), .init("area_error_pct", .decimal(places: 4)),
        .init("people_error_pct", .decimal(places: 4)),
        .init("outside_km2", .decimal(places: 2)), .init("edge_share", .decimal(places: 4)),
      ])
    for (index, belt) in belts.enumerated() {
      let places = belt.shape.places.count
      for (contour, circle) in belt.circles.enumerated() {
        let counties = circle.coverage.filter { $0.unit.level == .county }
        let nearest = shares.isEmpty ? nil : shares[contour].nearest[index]
        table.append(
          [
            .text("belt"), .text(belt.line.name.chinese),
            .text(belt.line.codes.joined(separator: ";")), .decimal(circle.minutes),
            .text(question.mode.rawValue), .decimal(circle.extent.area),
            .whole(circle.extent.people), .text(basis.rawValue), .decimal(circle.lower.area),
            .decimal(circle.higher.area), .whole(circle.lower.people),
            .whole(circle.higher.people), .whole(counties.count { $0.isWhole }),
            .whole(counties.count { !$0.isWhole && $0.areaInside > 0 }),
            .whole(counties.count { $0.isSeatReached }), .whole(nearest?.people),
            .decimal(nearest?.area), .decimal(belt.shape.kilometers),
            .decimal(belt.shape.circuity), .whole(belt.shape.stops.count), .whole(places),
            .decimal(belt.shape.meanSpacing),
            .whole(circle.extent.people.flatMap { places > 0 ? $0 / places : nil }),
            .decimal(circle.certificate.area * 100), .decimal(circle.certificate.people * 100),
            .decimal(circle.outsideArea),
            .decimal(circle.extent.area > 0 ? circle.outsideArea / circle.extent.area : 0),
          ], shape: .areas(circle.polygons))
      }
    }
    return table
  }

  /// The lines as they are drawn.
  public func lineTable() -> FeatureTable {
    var table = FeatureTable(
      name: "lines",
      columns: [
        .init("kind", .text), .init("name", .text), .init("lines", .text), .init("type", .text),
        .init("line_km", .decimal(places: 2)), .init("gap_km", .decimal(places: 2)),
        .init("circuity", .decimal(places: 3)),
      ])
    for belt in belts {
      table.append(
        [
          .text("line"), .text(belt.line.name.chinese),
          .text(belt.line.codes.joined(separator: ";")), .text(belt.line.kind.rawValue),
          .decimal(belt.shape.kilometers), .decimal(belt.shape.spine.gapLength.kilometers),
          .decimal(belt.shape.circuity),
        ], shape: .lines(belt.line.lines))
    }
    return table
  }

  /// Where the lines can be entered, in order along each.
  public func gateTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "gates",
      columns: [
        .init("kind", .text), .init("line", .text), .init("name", .text), .init("county", .text),
        .init("along_km", .decimal(places: 2)), .init("off_km", .decimal(places: 2)),
        .init("to_road_km", .decimal(places: 2)),
      ])
    for belt in belts {
      for stop in belt.shape.stops {
        table.append(
          [
            .text("gate"), .text(belt.line.name.chinese),
            stop.gate.name.chinese.isEmpty ? .missing : .text(stop.gate.name.chinese),
            .text(stop.county.map { region.counties[$0].name.chinese }), .decimal(stop.along),
            .decimal(stop.off), .decimal(stop.toRoad),
          ], shape: .point(stop.gate.point))
      }
    }
    return table
  }

  /// Coverage as of a circle, a row a line, number of minutes and unit.
  public func coverageTable(of region: Region) -> FeatureTable {
    var table = asCircles.coverageTable(of: region)
    for index in table.columns.indices where table.columns[index].name == "circle" {
      table.columns[index].name = "line"
    }
    return table
  }

  /// People along each line.
  public func profileTable() -> FeatureTable {
    var table = FeatureTable(
      name: "profile",
      columns: [
        .init("line", .text), .init("minutes", .decimal(places: 2)),
        .init("from_km", .decimal(places: 1)), .init("to_km", .decimal(places: 1)),
        .init("people", .whole), .init("area_km2", .decimal(places: 2)),
      ])
    for belt in belts {
      for profile in belt.profiles {
        for stretch in profile.stretches {
          table.append([
            .text(belt.line.name.chinese), .decimal(profile.minutes), .decimal(stretch.from),
            .decimal(stretch.to), .whole(stretch.people), .decimal(stretch.area),
          ])
        }
      }
    }
    return table
  }

  /// What two lines reach both, and what is nearest to each.
  public func shareTable() -> FeatureTable {
    var table = FeatureTable(
      name: "overlaps",
      columns: [
        .init("minutes", .decimal(places: 2)), .init("what", .text), .init("lines", .text),
        .init("people", .whole), .init("area_km2", .decimal(places: 2)),
        .init("people_share", .decimal(places: 4)),
      ])
    for share in shares {
      func append(_ what: String, _ part: BeltShares.Part) {
        table.append([
          .decimal(share.minutes), .text(what),
          .text(part.lines.map { belts[$0].line.name.chinese }.joined(separator: ";")),
          .whole(part.people), .decimal(part.area),
          .decimal(share.people > 0 ? Double(part.people) / Double(share.people) : nil),
        ])
      }
      for part in share.nearest { append("nearest", part) }
      for part in share.common { append("common", part) }
      append("several", share.shared)
      append(
        "all", BeltShares.Part(lines: Array(belts.indices), area: share.area, people: share.people))
    }
    return table
  }

  /// Counties that a line brings nearer to a hub.
  public func gainTable(of region: Region) -> FeatureTable {
    var table = FeatureTable(
      name: "gains",
      columns: [
        .init("line", .text), .init("code", .text), .init("name", .text), .init("province", .text),
        .init("hub", .text), .init("minutes", .decimal(places: 2)),
        .init("minutes_without", .decimal(places: 2)), .init("saved", .decimal(places: 2)),
        .init("people", .whole), .init("mode", .text),
      ])
    for gain in gains {
      for change in gain.changes {
        let county = region.counties[change.county]
        table.append([
          .text(belts[gain.line].line.name.chinese), .text(county.code),
          .text(county.name.chinese), .text(region.provinces[county.province].name.chinese),
          .text(question.hubs[change.hub].name.chinese), .decimal(change.with),
          .decimal(change.without), .decimal(change.without.map { $0 - change.with }),
          .whole(county.people), .text(gain.mode?.rawValue),
        ])
      }
    }
    return table
  }
}

extension Coverage {
  /// All of its ground but a sliver of sub-samples.
  public var isWhole: Bool { areaShare >= 0.9995 }
}
