/* Any bytes as an entry: refused with nothing left in the struct, or an entry that is written
 * again, and comes back from that as the same bytes. */
#include "handoff/entry_cbor.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Keys of later versions are passed over and not written: the second writing is the measure. */
static void write_twice(const struct yt_entry *entry)
{
    static struct yt_entry again;
    struct yt_buf one;
    struct yt_buf other;
    struct yt_err err;

    yt_buf_init_secret(&one, YT_ENTRY_CBOR_MAX);
    yt_buf_init_secret(&other, YT_ENTRY_CBOR_MAX);
    if (!yt_entry_encode(entry, &one, &err) || !yt_entry_decode(one.data, one.size, &again, &err) ||
        !yt_entry_encode(&again, &other, &err) || one.size != other.size ||
        memcmp(one.data, other.data, one.size) != 0)
        abort();
    yt_buf_done(&one);
    yt_buf_done(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct yt_entry entry;
    struct yt_err err = {0};

    if (yt_entry_decode(data, size, &entry, &err))
        write_twice(&entry);
    else if (err.code == YT_OK || !err.text[0] ||
             !sodium_is_zero((const uint8_t *)&entry, sizeof entry))
        abort();
    return 0;
}
