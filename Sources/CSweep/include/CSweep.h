#ifndef HINTERLAND_CSWEEP_H
#define HINTERLAND_CSWEEP_H
#include <stdint.h>

// The downward sweep of a hierarchy, for one or for sixteen sources at once.
//
// Nodes are numbered by rank. The arcs of `node` lead to `head[arc]`, all of higher rank, for
// `first_arc[node] <= arc < first_arc[node + 1]`, and cost `weight[arc]` on the way down. A node
// whose bit in `touched` is set starts from what stands in `reached`; every other starts unreached,
// so `reached` need not be filled. Lanes lie side by side: `reached[16 * node + lane]`.
// Indices are not checked.

/// What this machine can run: 0 portable, 1 AVX2, 2 AVX-512. All give the same bits.
int hinterland_sweep_best(void);

/// Milliseconds; unreached is 2^30. `reached` of the sixteen is aligned to 64 bytes.
void hinterland_sweep_times_1(
    uint32_t nodes, const uint32_t *first_arc, const uint32_t *head, const uint32_t *weight,
    const uint64_t *touched, uint32_t *reached);
void hinterland_sweep_times_16(
    int dispatch, uint32_t nodes, const uint32_t *first_arc, const uint32_t *head,
    const uint32_t *weight, const uint64_t *touched, uint32_t *reached);

/// Milliseconds in the upper half and a length in the lower; unreached is 2^62.
void hinterland_sweep_costs_1(
    uint32_t nodes, const uint32_t *first_arc, const uint32_t *head, const uint64_t *weight,
    const uint64_t *touched, uint64_t *reached);
void hinterland_sweep_costs_16(
    int dispatch, uint32_t nodes, const uint32_t *first_arc, const uint32_t *head,
    const uint64_t *weight, const uint64_t *touched, uint64_t *reached);
#endif
