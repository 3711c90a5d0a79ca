/* Entries found by a hash, counted in bytes, dropped when they were not asked for longest.
 * The entry is embedded at the start of the caller's struct. */
#ifndef YT_UI_TEXT_CACHE_H
#define YT_UI_TEXT_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_cache_entry {
    struct yt_cache_entry *chain; /* yt_cache.buckets */
    struct yt_cache_entry *newer; /* yt_cache.newest ... oldest */
    struct yt_cache_entry *older;
    uint64_t hash;
    size_t bytes;
};

#define YT_CACHE_BUCKETS 1024 /* a power of two */

struct yt_cache {
    struct yt_cache_entry *buckets[YT_CACHE_BUCKETS];
    struct yt_cache_entry *newest;
    struct yt_cache_entry *oldest;
    size_t count;
    size_t bytes;
    size_t max_bytes;
    void (*release)(struct yt_cache_entry *entry); /* wipes and frees; mandatory */
};

/* The entry with this hash for which `same` holds, which is now the newest; or NULL. */
struct yt_cache_entry *
yt_cache_find(struct yt_cache *cache, uint64_t hash,
              bool (*same)(const struct yt_cache_entry *entry, const void *key), const void *key);

/* Takes the entry over as the newest; its `hash` and `bytes` are set. Drops nothing. */
void yt_cache_add(struct yt_cache *cache, struct yt_cache_entry *entry);

/* Drops the oldest entries until the rest fits `max_bytes`. */
void yt_cache_trim(struct yt_cache *cache);

/* Drops all. */
void yt_cache_clear(struct yt_cache *cache);

/* Goes on with a hash (FNV-1a); begin with YT_HASH_START. */
#define YT_HASH_START UINT64_C(0xcbf29ce484222325)
uint64_t yt_hash(uint64_t hash, const void *data, size_t size);

#endif
