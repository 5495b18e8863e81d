import Foundation
import TestSupport
import Testing

@testable import GeoIO

@Suite struct CSVTableTests {
  private func table(_ text: String) throws -> CSVTable {
    try CSVTable([UInt8](text.utf8), path: "t.csv")
  }

  /// Every field as text, row by row.
  private func fields(_ text: String) throws -> [[String]] {
    let table = try table(text)
    return try (0..<table.rowCount).map { row in
      try table.columns.indices.map { try table.text(row, $0) }
    }
  }

  @Test func quotesAreTakenOffAndDoubledOnesHalved() throws {
    #expect(try fields("a,b\n\"x, y\",\"say \"\"yes\"\"\"\n") == [["x, y", "say \"yes\""]])
    #expect(try fields("a,b\n\"\"\"\",\"\"\n") == [["\"", ""]])
  }

  @Test func quotedFieldsHoldLineEnds() throws {
    let table = try table("a,b\n\"one\ntwo\",3\n4,5\n")
    #expect(try table.text(0, 0) == "one\ntwo")
    #expect(table.line(ofRow: 0) == 2)
    #expect(table.line(ofRow: 1) == 4)  // The field before it took two lines.
  }

  @Test(arguments: ["a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "a,b\r\n1,2\n3,4"])
  func lineEndsAreLFOrCRLFAndTheLastOneMayBeMissing(text: String) throws {
    #expect(try table(text).columns == ["a", "b"])
    #expect(try fields(text) == [["1", "2"], ["3", "4"]])
  }

  @Test(arguments: [
    ("a;b\n1,5;2\n", "semicolons"), ("a\tb\n1\t2\n", "tabs"), ("a;b\n", "semicolons"),
  ])
  func otherSeparatorsAreNamed(text: String, name: String) throws {
    #expect(throws: GeoIOError.otherSeparator(path: "t.csv", name: name)) { try table(text) }
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
    #expect(try table("\u{FEFF}a,b\n1,2\n").columns == ["a", "b"])
  }

  @Test func emptyLinesAreNoRows() throws {
    let table = try table("a,b\n\n1,2\n\n\n3,4\n\n")
    #expect(table.rowCount == 2)
    #expect(table.line(ofRow: 1) == 6)
  }

  @Test func emptyFieldsAreEmptyNotZero() throws {
    let table = try table("a,b\n,\n")
    #expect(table.rowCount == 1)
    #expect(table.isEmpty(0, 0) && table.isEmpty(0, 1))
    let error = GeoIOError.badValue(
      "", column: "a", row: 2, path: "t.csv", expected: "a number")
    #expect(throws: error) { try table.number(0, 0) }
  }

  @Test func namesOfColumnsMayBeQuoted() throws {
    #expect(try table("\"a, b\",c\n1,2\n").columns == ["a, b", "c"])
    let columns = try table("\"a \"\"b\"\"\",c\n1,2\n").columns
    #expect(columns == ["a \"b\"", "c"])
  }

  @Test func aTableOfOneColumnKeepsItsQuotedEmptyFields() throws {
    let rows = try fields("a\n\"\"\nx\n")
    #expect(rows == [[""], ["x"]])
  }

  @Test func aHeaderAloneIsATableWithoutRows() throws {
    #expect(try table("a,b\n").rowCount == 0)
    #expect(try table("a,b").rowCount == 0)
  }

  @Test(arguments: ["", "\u{FEFF}", "\n", "\r\n"])
  func nothingIsNoTable(text: String) {
    #expect(throws: GeoIOError.noHeader(path: "t.csv")) {
      try table(text)
    }
  }

  @Test func aRowThatIsTooShortOrTooLongIsNamedByItsLine() {
    #expect(throws: GeoIOError.wrongFieldCount(path: "t.csv", row: 3, found: 1, expected: 2)) {
      try table("a,b\n1,2\n3\n")
    }
    #expect(throws: GeoIOError.wrongFieldCount(path: "t.csv", row: 2, found: 3, expected: 2)) {
      try table("a,b\n1,2,3\n")
    }
  }

  @Test func anOpenQuoteIsNamedByTheLineItOpensOn() {
    #expect(throws: GeoIOError.openQuote(path: "t.csv", row: 3)) {
      try table("a,b\n1,2\n\"3,4\n5,6\n")
    }
    #expect(throws: GeoIOError.openQuote(path: "t.csv", row: 1)) { try table("\"a,b\n1,2\n") }
  }

  /// RFC 4180 has no such field; to keep half of it would be to lose data without a word.
  @Test func textBehindAClosingQuoteIsAnError() throws {
    #expect(throws: GeoIOError.self) { try fields("a,b\n\"1\"2,3\n") }
  }

  @Test func bytesThatAreNotUTF8AreNamedByTheirLine() throws {
    let latin = try CSVTable(
      [UInt8]("a,b\n1,2\n".utf8) + [0xE9, UInt8(ascii: ","), UInt8(ascii: "4")], path: "t.csv")
    #expect(throws: GeoIOError.notUTF8(path: "t.csv", row: 3)) { try latin.text(1, 0) }
    #expect(try latin.number(1, 1) == 4)
    #expect(throws: GeoIOError.notUTF8(path: "t.csv", row: 1)) {
      try CSVTable([0xFF, 0xFE, UInt8(ascii: ","), UInt8(ascii: "b")], path: "t.csv")
    }
  }

  @Test func aMissingColumnIsNamedBesideThoseThatAreThere() throws {
    let table = try table("a,b\n1,2\n")
    #expect(throws: GeoIOError.missingColumn("c", path: "t.csv", found: ["a", "b"])) {
      try table.column("c")
    }
  }

  @Test(arguments: ["x", "1e400", "-1e400", "nan", "inf", "1.2.3", "--1", "1-", ".", "1 2", "1,5"])
  func whatIsNoFiniteNumberIsRefused(text: String) throws {
    let table = try table("a,b\n\"\(text)\",0\n")
    let error = GeoIOError.badValue(
      text, column: "a", row: 2, path: "t.csv", expected: "a number")
    #expect(throws: error) { try table.number(0, 0) }
  }

  @Test(arguments: ["-1", "1.5", "10", "99999999999999999999", "x", " 3", "1e3"])
  func whatIsNoWholeNumberBelowTheLimitIsRefused(text: String) throws {
    let table = try table("a\n\(text)\n")
    #expect(
      throws: GeoIOError.badValue(
        text, column: "a", row: 2, path: "t.csv", expected: "a whole number from 0 to 9")
    ) {
      try table.whole(0, 0, below: 10)
    }
  }

  @Test func hugeNumbersAreReadWhereADoubleHoldsThem() throws {
    let table = try table("a\n1e308\n123456789012345678901234567890\n0.000000000000000000001\n")
    #expect(try table.number(0, 0) == 1e308)
    #expect(try table.number(1, 0) == 1.2345678901234568e29)
    #expect(try table.number(2, 0) == 1e-21)
  }

  @Test func plainDecimalsAreReadAsDoubleReadsThem() {
    var random = SeededGenerator(seed: 10)
    var plain = 0
    for _ in 0..<10_000 {
      let digits = (0..<Int.random(in: 1...18, using: &random)).map { _ in
        Character("\(Int.random(in: 0...9, using: &random))")
      }
      let point = Int.random(in: 0...digits.count, using: &random)
      let text =
        (Bool.random(using: &random) ? "-" : "") + String(digits[..<point])
        + (point < digits.count ? "." + String(digits[point...]) : "")
      guard let value = Double(plainDecimal: ArraySlice(text.utf8)) else { continue }
      plain += 1
      #expect(value.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
    #expect(plain > 7_000)  // 15 digits or fewer: 15 of 18 lengths.
  }

  /// Whatever is done to a table, it is read or refused in a sentence, and never reaches outside.
  @Test func fiveThousandDamagedTablesAreReadOrRefused() {
    let whole = [UInt8](
      #"""
      id,name,lon,lat,people
      430100,长沙市,112.97,28.19,10047914
      430200,"株洲, 湘潭",113.13,27.83,
      430300,"say ""yes""",112.94,27.83,2726181

      430400,"two
      lines",112.57,-26.89,6645243

      """#.utf8)
    var damage = ByteDamage(seed: 20, telling: ",\"\n\r0-.e")
    var read = 0
    for _ in 0..<5_000 {
      let bytes = damage.damaged(whole)
      do throws(GeoIOError) {
        let table = try CSVTable(bytes, path: "t.csv")
        read += 1
        let lines = 1 + bytes.count { $0 == 10 || $0 == 13 }
        for row in 0..<table.rowCount {
          #expect((2...lines).contains(table.line(ofRow: row)))
          for column in table.columns.indices { ask(table, row, column) }
        }
      } catch {
        #expect(error.description.contains("t.csv"))
      }
    }
    #expect(read > 500 && read < 4_500)  // Neither all nor nothing: the damage is to the point.
  }

  private func ask(_ table: CSVTable, _ row: Int, _ column: Int) {
    do throws(GeoIOError) {
      _ = try table.text(row, column)
      _ = try table.number(row, column)
      _ = try table.whole(row, column)
    } catch {
      #expect(error.description.contains("Line \(table.line(ofRow: row)) of t.csv"))
    }
  }
}
