#include "domain/entry.h"

#include <sodium.h>

bool yt_entry_listing_handed(const struct yt_entry_listing *listing)
{
    return (listing->ways & (uint8_t) ~(YT_LISTING_MARKED | YT_LISTING_PAPER)) != 0;
}

bool yt_entry_programme_handed(const struct yt_entry_programme *programme)
{
    return !programme->paper_only;
}

void yt_entry_wipe(struct yt_entry *entry)
{
    sodium_memzero(entry, sizeof *entry);
}
