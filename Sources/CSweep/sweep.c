#include "CSweep.h"

typedef uint32_t times_16 __attribute__((vector_size(64)));
typedef uint64_t costs_16 __attribute__((vector_size(128), aligned(64)));

// Arcs are read in one descending run, so the lines their heads lie on can be fetched ahead.
enum { ahead = 12 };

#define SWEEP(NAME, TARGET, COST, LANES, UNREACHED)                                              \
  TARGET static void NAME(                                                                       \
      uint32_t nodes, const uint32_t *first_arc, const uint32_t *head, const COST *weight,       \
      const uint64_t *touched, LANES *reached) {                                                 \
    const LANES never = (LANES){} + (COST)(UNREACHED);                                           \
    for (uint32_t node = nodes; node-- > 0;) {                                                   \
      LANES best = touched[node >> 6] >> (node & 63) & 1 ? reached[node] : never;                \
      for (uint32_t first = first_arc[node], arc = first_arc[node + 1]; arc-- > first;) {        \
        if (sizeof(LANES) > sizeof(COST))                                                        \
          __builtin_prefetch(&reached[head[arc > ahead ? arc - ahead : 0]]);                     \
        best = __builtin_elementwise_min(best, reached[head[arc]] + weight[arc]);                \
      }                                                                                          \
      reached[node] = best;                                                                      \
    }                                                                                            \
  }

#define EVERY_WIDTH(NAME, COST, LANES, UNREACHED)                                                \
  SWEEP(NAME##_one, , COST, COST, UNREACHED)                                                     \
  SWEEP(NAME##_portable, , COST, LANES, UNREACHED)                                               \
  WITH_X86(SWEEP(NAME##_avx2, __attribute__((target("avx2"))), COST, LANES, UNREACHED))          \
  WITH_X86(SWEEP(NAME##_avx512, __attribute__((target("avx512f"))), COST, LANES, UNREACHED))     \
  void hinterland_sweep_##NAME##_1(                                                              \
      uint32_t nodes, const uint32_t *first_arc, const uint32_t *head, const COST *weight,       \
      const uint64_t *touched, COST *reached) {                                                  \
    NAME##_one(nodes, first_arc, head, weight, touched, reached);                                \
  }                                                                                              \
  void hinterland_sweep_##NAME##_16(                                                             \
      int dispatch, uint32_t nodes, const uint32_t *first_arc, const uint32_t *head,             \
      const COST *weight, const uint64_t *touched, COST *reached) {                              \
    LANES *lanes = (LANES *)reached;                                                             \
    WITH_X86(if (dispatch == 2) {                                                                \
      NAME##_avx512(nodes, first_arc, head, weight, touched, lanes);                             \
      return;                                                                                    \
    })                                                                                           \
    WITH_X86(if (dispatch == 1) {                                                                \
      NAME##_avx2(nodes, first_arc, head, weight, touched, lanes);                               \
      return;                                                                                    \
    })                                                                                           \
    (void)dispatch;                                                                              \
    NAME##_portable(nodes, first_arc, head, weight, touched, lanes);                             \
  }

#if defined(__x86_64__)
#define WITH_X86(...) __VA_ARGS__
int hinterland_sweep_best(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f")) return 2;
  return __builtin_cpu_supports("avx2") ? 1 : 0;
}
#else
#define WITH_X86(...)
int hinterland_sweep_best(void) { return 0; }
#endif

EVERY_WIDTH(times, uint32_t, times_16, 1u << 30)
EVERY_WIDTH(costs, uint64_t, costs_16, 1ull << 62)
