/// A monotone queue of (time, node) visits in circular buckets.
///
/// Within a bucket the order is last in, first out: a search over it must accept that a visit
/// arrives out of order by less than a bucket's width, and correct its labels (Dial 1969,
/// *Comm. ACM* 12(11), 632; Denardo and Fox 1979, *Operations Research* 27(1), 161).
struct BucketQueue {
  struct Visit {
    var time: UInt32
    var node: UInt32
  }

  private static let none = UInt32.max
  private static let bucketLimit = 1 << 16

  private let width: UInt32
  private var heads: [UInt32]
  private var visits: [Visit] = []
  private var links: [UInt32] = []
  private var free = BucketQueue.none
  private var current = 0
  private var waiting = 0

  /// - Parameter span: no visit is inserted further than this above the lowest one waiting.
  init(span: UInt32) {
    width = max(1_000, span / UInt32(Self.bucketLimit - 2) + 1)
    heads = [UInt32](repeating: Self.none, count: Int(span / width) + 2)
  }

  /// - Precondition: `time` is not below the bucket of the last visit popped.
  mutating func insert(_ visit: Visit) {
    let bucket = Int(visit.time / width) % heads.count
    let slot: UInt32
    if free != Self.none {
      slot = free
      free = links[Int(slot)]
      visits[Int(slot)] = visit
    } else {
      slot = UInt32(visits.count)
      visits.append(visit)
      links.append(Self.none)
    }
    links[Int(slot)] = heads[bucket]
    heads[bucket] = slot
    waiting += 1
  }

  /// Starts at the bucket of the lowest seed.
  mutating func start(at time: UInt32) { current = Int(time / width) % heads.count }

  mutating func popMin() -> Visit? {
    guard waiting > 0 else { return nil }
    while heads[current] == Self.none {
      current += 1
      if current == heads.count { current = 0 }
    }
    let slot = heads[current]
    heads[current] = links[Int(slot)]
    links[Int(slot)] = free
    free = slot
    waiting -= 1
    return visits[Int(slot)]
  }
}
