/* Small sets of things that a site's content numbers from 0: a bit each, in the site's order. */
#ifndef YT_DOMAIN_BITS_H
#define YT_DOMAIN_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How many questions, areas, menu items ... a set can name. */
#define YT_BITS_MAX 64

static inline uint64_t yt_bit(size_t index)
{
    return index < YT_BITS_MAX ? UINT64_C(1) << index : 0;
}

static inline bool yt_has_bit(uint64_t set, size_t index)
{
    return (set & yt_bit(index)) != 0;
}

static inline size_t yt_count_bits(uint64_t set)
{
    return (size_t)__builtin_popcountll(set);
}

/* The first member at or after `from`, YT_BITS_MAX when there is none:
 * for (size_t i = yt_next_bit(set, 0); i < YT_BITS_MAX; i = yt_next_bit(set, i + 1)) */
static inline size_t yt_next_bit(uint64_t set, size_t from)
{
    const uint64_t rest = from < YT_BITS_MAX ? set & ~(yt_bit(from) - 1) : 0;

    return rest ? (size_t)__builtin_ctzll(rest) : YT_BITS_MAX;
}

#endif
