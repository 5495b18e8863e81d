public import Shapes

extension Ranking {
  /// A row a link, those of the most value for money first.
  public func table(costSources: [String]) -> FeatureTable {
    var table = FeatureTable(
      name: "rank",
      columns: [
        .init("rank", .whole), .init("link", .text), .init("mode", .text),
        .init("km", .decimal(places: 2)), .init("cost", .decimal(places: 2)),
        .init("cost_unit", .text), .init("cost_source", .text),
        .init("gain_alone_person_minutes", .whole), .init("gain_per_cost", .decimal(places: 1)),
        .init("chosen", .flag), .init("gain_last_in_person_minutes", .whole),
      ])
    for (rank, index) in order.enumerated() {
      let link = question.links[index]
      let cost = question.costs[index]
      table.append(
        [
          .whole(rank + 1), .text(link.name), .text(link.modeWord),
          .decimal(link.length.kilometers), .decimal(cost), .text(question.measure.rawValue),
          .text(costSources[index]), .whole(alone[index]),
          .decimal(cost > 0 ? Double(alone[index]) / cost : nil),
          .flag(search.best.members.contains(index)), .whole(lastIn[index]),
        ], shape: .lines([link.course.map(\.position)]))
    }
    return table
  }

  /// Links by what they give alone for what they cost; of equals in the order of the files.
  public var order: [Int] {
    func worth(_ index: Int) -> Double { Double(alone[index]) / max(1e-9, question.costs[index]) }
    return question.links.indices.sorted { (-worth($0), $0) < (-worth($1), $1) }
  }

  public func names(of mask: UInt64) -> [String] {
    question.links.indices.filter { mask >> UInt64($0) & 1 == 1 }.map { question.links[$0].name }
  }

  public func frontTable() -> FeatureTable {
    var table = FeatureTable(
      name: "front",
      columns: [
        .init("cost", .decimal(places: 2)), .init("gain_person_minutes", .whole),
        .init("links", .text),
      ])
    for choice in search.front {
      table.append([
        .decimal(choice.cost), .whole(choice.value),
        .text(names(of: choice.mask).joined(separator: ";")),
      ])
    }
    return table
  }

  public func pairTable() -> FeatureTable {
    var table = FeatureTable(
      name: "pairs",
      columns: [
        .init("kind", .text), .init("first", .text), .init("second", .text),
        .init("together", .whole), .init("apart", .whole),
      ])
    for (kind, pairs) in [("complements", complements), ("substitutes", substitutes)] {
      for pair in pairs {
        table.append([
          .text(kind), .text(question.links[pair.first].name),
          .text(question.links[pair.second].name), .whole(pair.together), .whole(pair.apart),
        ])
      }
    }
    return table
  }
}
