#include "content/import/seen_ids.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY 1024

void yt_seen_ids_init(struct yt_seen_ids *seen)
{
    *seen = (struct yt_seen_ids){0};
    crypto_shorthash_keygen(seen->key);
}

void yt_seen_ids_done(struct yt_seen_ids *seen)
{
    free(seen->digests);
    free(seen->lines);
    seen->digests = NULL;
    seen->lines = NULL;
    seen->capacity = seen->count = 0;
}

/* Where the digest stands, or where it may be put. */
static size_t place_of(const uint64_t *digests, size_t capacity, uint64_t digest)
{
    size_t at = (size_t)digest & (capacity - 1);

    while (digests[at] != 0 && digests[at] != digest)
        at = (at + 1) & (capacity - 1);
    return at;
}

static bool grow(struct yt_seen_ids *seen)
{
    const size_t capacity = seen->capacity ? seen->capacity * 2 : FIRST_CAPACITY;
    uint64_t *digests = calloc(capacity, sizeof *digests);
    uint32_t *lines = calloc(capacity, sizeof *lines);

    if (!digests || !lines) {
        free(digests);
        free(lines);
        return false;
    }
    for (size_t i = 0; i < seen->capacity; i++) {
        if (seen->digests[i] == 0)
            continue;
        const size_t at = place_of(digests, capacity, seen->digests[i]);

        digests[at] = seen->digests[i];
        lines[at] = seen->lines[i];
    }
    free(seen->digests);
    free(seen->lines);
    seen->digests = digests;
    seen->lines = lines;
    seen->capacity = capacity;
    return true;
}

bool yt_seen_ids_add(struct yt_seen_ids *seen, const char *id, uint32_t *line)
{
    uint64_t digest;
    size_t at;

    _Static_assert(sizeof digest == crypto_shorthash_BYTES, "a digest is eight bytes");
    crypto_shorthash((unsigned char *)&digest, (const unsigned char *)id, strlen(id), seen->key);
    digest += digest == 0;
    if (seen->count * 2 >= seen->capacity && !grow(seen)) {
        *line = 0;
        return false;
    }
    at = place_of(seen->digests, seen->capacity, digest);
    if (seen->digests[at] == digest) {
        *line = seen->lines[at];
        return false;
    }
    seen->digests[at] = digest;
    seen->lines[at] = *line;
    seen->count++;
    return true;
}
