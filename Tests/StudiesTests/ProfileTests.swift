import Foundation
import GeoIO
import Routing
import TestSupport
import Testing

@testable import Studies

/// The embedded profile with one thing wrong: a sentence that names the file and the value.
@Suite struct ProfileTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    var title: String
    var old: String
    var new: String
    /// What the sentence must speak of.
    var word: String

    init(_ title: String, _ old: String, _ new: String, _ word: String) {
      (self.title, self.old, self.new, self.word) = (title, old, new, word)
    }

    var testDescription: String { title }
  }

  static let damages = [
    Damage("speed 0", "main: 60", "main: 0", "speeds.main: 0"),
    Damage("speed below 0", "main: 60", "main: -60", "speeds.main: -60"),
    Damage("faster than a train", "main: 60", "main: 1000", "speeds.main: 1000"),
    Damage("a speed that is NaN", "main: 60", "main: .nan", "speeds.main"),
    Damage("a speed that is infinite", "main: 60", "main: .inf", "speeds.main: inf"),
    Damage("a speed in words", "main: 60", "main: fast", "speeds.main"),
    Damage("no speed", "main: 60", "main:", "speeds.main"),
    Damage("an unknown class", "main: 60", "mian: 60", "'mian'"),
    Damage("no speeds", "speeds:", "velocities:", "speeds"),
    Damage("no name", "name: default", "title: default", "name"),
    Damage("no last leg", "backbone:", "backbones:", "backbone"),
    Damage("a last leg without reach", "reach: 10000", "range: 10000", "reach"),
    Damage(
      "a way shorter than straight", "circuity: 1.3, reach: 10000",
      "circuity: 0.5, reach: 10000", "last_leg.circuity: 0.5"),
    Damage("a last leg to the Moon", "reach: 10000", "reach: 4e8", "last_leg.reach"),
    Damage("minutes below 0", "minutes: 10", "minutes: -10", "terminal.steps.minutes: -10"),
    Damage("steps that are no list", "steps:", "steps: none\n  other:", "terminal.steps"),
    Damage("half a person", "people: 500000", "people: 0.5", "people"),
    Damage("no depth", "full_depth: 2000", "full_depth: 0", "terminal.full_depth: 0"),
    Damage(
      "a town without people", "urban_density: 10000", "urban_density: 0",
      "people.urban_density: 0"),
    Damage(
      "a spread that is NaN", "rural_spread: 3000", "rural_spread: .nan",
      "people.rural_spread"),
    Damage("no railway", "rail:", "rails:", "rail"),
    Damage("a class without entry", "    intercity: 10", "    # intercity: 10", "rail.entry"),
    Damage("entry before arriving", "HSR: 20", "HSR: -20", "rail.entry.HSR: -20"),
    Damage("a day of 40 hours", "hours: 16", "hours: 40", "rail.hours: 40"),
    Damage(
      "a transfer at rest", "{speed: 20, circuity: 1.3, reach: 20000}",
      "{speed: 0, circuity: 1.3, reach: 20000}", "rail.transfer_between.speed: 0"),
    Damage("walkers that are NaN", "walk: {speed: 5", "walk: {speed: .nan", "walk.speed"),
    Damage("an aeroplane on foot", "air: {speed: 800", "air: {speed: 5", "air.speed: 5"),
    Damage("a list", "name: default", "- name\n- speeds\n#", "not"),
    Damage("no YAML", "name: default", "{name: [default\n", "not"),
    Damage("a class twice", "main: 60", "main: 60\n  main: 70", "not"),
  ]

  /// Reads a profile as the program does, all but the roads.
  private func read(_ text: String) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "profile.yaml")
    do {
      let file = try ProfileFile.read(path)
      _ = try file.profile(for: .backbone, path: path)
      _ = try file.peopleModel(for: .backbone, path: path)
    } catch {
      let sentence = "\(error)"
      #expect(error is ProfileError || error is GeoIOError, "\(sentence)")
      #expect(sentence.hasPrefix(path) && sentence.hasSuffix("."), "\(sentence)")
      return sentence
    }
    return ""
  }

  @Test func theEmbeddedOneIsWhole() throws {
    #expect(try read(Embedded.text("profile.yaml")).isEmpty)
  }

  @Test(arguments: damages) func damageIsNamed(damage: Damage) throws {
    let text = try Embedded.text("profile.yaml")
    #expect(text.contains(damage.old))
    let sentence = try read(text.replacing(damage.old, with: damage.new, maxReplacements: 1))
    #expect(sentence.contains(damage.word), "\(sentence)")
  }

  @Test(arguments: ["", "\n", "default", "42", "~", "\u{0}", "a: &a [*a]", "\t- x"])
  func whatIsNoProfileIsRefused(text: String) throws {
    #expect(try read(text).contains("is not a travel profile"))
  }

  @Test func aMissingOrHugeFileIsRefused() throws {
    let folder = try TemporaryFolder()
    #expect(throws: GeoIOError.fileNotFound(path: folder.path(of: "none.yaml"))) {
      try ProfileFile.read(folder.path(of: "none.yaml"))
    }
    let path = try folder.write(String(repeating: "#", count: 1 << 20) + "#", to: "huge.yaml")
    #expect(throws: GeoIOError.fileTooLarge(path: path, bytes: 1_048_577, limit: 1_048_576)) {
      try ProfileFile.read(path)
    }
  }

  /// Roads of a class without a speed would be roads that nobody can use, without a word.
  @Test func aClassThatTheRoadsHaveMustHaveASpeed() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      Embedded.text("profile.yaml").replacing("  main: 60", with: "  # main: 60"),
      to: "profile.yaml")
    do {
      _ = try Workspace(.init(data: Embedded.folder, profile: path))
      Issue.record("It was opened without a word.")
    } catch is ProfileError {}
  }

  @Test func aStepOfFewerThanNobodyIsRefused() throws {
    let text = try Embedded.text("profile.yaml").replacing("people: 500000", with: "people: -5")
    let sentence = try read(text)
    #expect(sentence.contains("people"))
  }
}
