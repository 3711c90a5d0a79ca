/* Which ids a file has had, and where: by a keyed digest of eight bytes, so that 200,000 of them
 * take 4 MB, and nobody can choose ids that meet. */
#ifndef YT_CONTENT_IMPORT_SEEN_IDS_H
#define YT_CONTENT_IMPORT_SEEN_IDS_H

#include <sodium.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct yt_seen_ids {
    unsigned char key[crypto_shorthash_KEYBYTES];
    uint64_t *digests; /* 0: free */
    uint32_t *lines;
    size_t capacity; /* a power of two */
    size_t count;
};

void yt_seen_ids_init(struct yt_seen_ids *seen);
void yt_seen_ids_done(struct yt_seen_ids *seen);
/* Remembers the id. False when it was there already (*line is where), or when there is no memory
 * (*line is 0). */
bool yt_seen_ids_add(struct yt_seen_ids *seen, const char *id, uint32_t *line);

#endif
