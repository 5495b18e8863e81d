import Geometry
import Routing
import Shapes

extension World {
  /// Answers a question: a pure function of the world and the question.
  ///
  /// - Complexity: a search a centre and reading, then O(cells of the window).
  public func circles(_ question: CircleQuestion) throws -> CircleAnswer {
    var circles: [Circle] = []
    var warnings: [CircleWarning] = []
    for group in question.groups {
      let survey = try CircleSurvey(of: group, for: question, in: self)
      let found = try survey.circles()
      circles += found
      guard let widest = found.last else { continue }
      for warning in try survey.warnings(widest: widest) where !warnings.contains(warning) {
        warnings.append(warning)
      }
    }
    // Without counties all ground lies outside of them, which goes without saying.
    for circle in circles
    where !region.counties.isEmpty && circle.outsideArea >= lattice.cellArea {
      warnings.append(
        .leavesFrame(
          circle: circle.group.name, minutes: circle.minutes, area: circle.outsideArea))
    }
    return CircleAnswer(
      question: question, circles: circles, basis: basis, profile: network.profile,
      cellSize: lattice.cellSize, warnings: warnings)
  }
}
