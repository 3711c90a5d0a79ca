#include "ui/text/cache.h"

static struct yt_cache_entry **bucket_of(struct yt_cache *cache, uint64_t hash)
{
    return &cache->buckets[(hash ^ (hash >> 32)) & (YT_CACHE_BUCKETS - 1)];
}

static void unlink_age(struct yt_cache *cache, struct yt_cache_entry *entry)
{
    if (entry->newer)
        entry->newer->older = entry->older;
    else
        cache->newest = entry->older;
    if (entry->older)
        entry->older->newer = entry->newer;
    else
        cache->oldest = entry->newer;
}

static void link_newest(struct yt_cache *cache, struct yt_cache_entry *entry)
{
    entry->newer = NULL;
    entry->older = cache->newest;
    if (cache->newest)
        cache->newest->newer = entry;
    else
        cache->oldest = entry;
    cache->newest = entry;
}

struct yt_cache_entry *
yt_cache_find(struct yt_cache *cache, uint64_t hash,
              bool (*same)(const struct yt_cache_entry *entry, const void *key), const void *key)
{
    for (struct yt_cache_entry *entry = *bucket_of(cache, hash); entry; entry = entry->chain) {
        if (entry->hash != hash || !same(entry, key))
            continue;
        if (entry != cache->newest) {
            unlink_age(cache, entry);
            link_newest(cache, entry);
        }
        return entry;
    }
    return NULL;
}

void yt_cache_add(struct yt_cache *cache, struct yt_cache_entry *entry)
{
    struct yt_cache_entry **bucket = bucket_of(cache, entry->hash);

    entry->chain = *bucket;
    *bucket = entry;
    link_newest(cache, entry);
    cache->count++;
    cache->bytes += entry->bytes;
}

static void drop_oldest(struct yt_cache *cache)
{
    struct yt_cache_entry *entry = cache->oldest;
    struct yt_cache_entry **link = bucket_of(cache, entry->hash);

    while (*link != entry)
        link = &(*link)->chain;
    *link = entry->chain;
    unlink_age(cache, entry);
    cache->count--;
    cache->bytes -= entry->bytes;
    cache->release(entry);
}

void yt_cache_trim(struct yt_cache *cache)
{
    while (cache->oldest && cache->bytes > cache->max_bytes)
        drop_oldest(cache);
}

void yt_cache_clear(struct yt_cache *cache)
{
    while (cache->oldest)
        drop_oldest(cache);
}

uint64_t yt_hash(uint64_t hash, const void *data, size_t size)
{
    const unsigned char *bytes = data;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    return hash;
}
