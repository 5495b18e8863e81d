import Analysis
import GeoIO
import Reports

extension Workspace {
  /// What reports draw on beside the answer.
  func reportGround(in language: Language) -> ReportGround {
    ReportGround(
      region: dataset.region, corridors: dataset.corridors, notes: dataset.notes,
      profile: world.network.profile, language: language)
  }
}
