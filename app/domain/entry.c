#include "domain/entry.h"

#include <sodium.h>

void yt_entry_wipe(struct yt_entry *entry)
{
    sodium_memzero(entry, sizeof *entry);
}
