#include "handoff/envelope.h"
#include "handoff/part_head.h"

#include <stdlib.h>
#include <string.h>

/* The parts of one entry. A place with parts 0 is free. */
struct gathering {
    int parts;
    uint32_t desk_tag, set_tag;
    uint16_t missing; /* bit p; 0 when whole */
    uint64_t turn;    /* when it was last added to, to find the oldest */
    size_t size[YT_PARTS_MAX + 1];
    uint8_t *body[YT_PARTS_MAX + 1];
};

struct yt_part_collector {
    size_t count;
    uint64_t turn;
    struct gathering place[];
};

struct yt_part_collector *yt_part_collector_new(size_t entries)
{
    struct yt_part_collector *collector =
        calloc(1, sizeof *collector + entries * sizeof collector->place[0]);

    if (collector)
        collector->count = entries;
    return collector;
}

static uint16_t all_parts(int parts)
{
    return (uint16_t)((1U << (parts + 1)) - 2U);
}

static void forget(struct gathering *gathering)
{
    for (int part = 1; part <= YT_PARTS_MAX; part++)
        free(gathering->body[part]);
    *gathering = (struct gathering){0};
}

void yt_part_collector_free(struct yt_part_collector *collector)
{
    if (!collector)
        return;
    for (size_t i = 0; i < collector->count; i++)
        forget(&collector->place[i]);
    free(collector);
}

static bool same_body(const struct gathering *place, const struct yt_part_head *head)
{
    return place->size[head->part] == head->size &&
           memcmp(place->body[head->part], head->body, head->size) == 0;
}

/* Set tags are short: among many slips two may share one. A whole entry is not in the way of
 * another with its tag; only among half-read ones is a difference a mix-up. */
static bool belongs(const struct gathering *place, const struct yt_part_head *head)
{
    if (!place->parts || place->desk_tag != head->desk_tag || place->set_tag != head->set_tag)
        return false;
    return place->missing || (place->parts == head->parts && same_body(place, head));
}

/* The place of the part's entry, else a free one, else that of the oldest whole entry. */
static struct gathering *place_for(struct yt_part_collector *collector,
                                   const struct yt_part_head *head)
{
    struct gathering *oldest = NULL;

    for (size_t i = 0; i < collector->count; i++) {
        struct gathering *place = &collector->place[i];

        if (belongs(place, head))
            return place;
    }
    for (size_t i = 0; i < collector->count; i++) {
        struct gathering *place = &collector->place[i];

        if (place->missing == 0 && (!oldest || place->turn < oldest->turn))
            oldest = place;
    }
    if (oldest) {
        forget(oldest);
        *oldest = (struct gathering){.parts = head->parts,
                                     .desk_tag = head->desk_tag,
                                     .set_tag = head->set_tag,
                                     .missing = all_parts(head->parts)};
    }
    return oldest;
}

/* Puts the parts together. COMPLETE, MIXED_UP, or UNSUPPORTED for a later version's envelope. */
static enum yt_part_verdict join(const struct gathering *gathering, struct yt_sealed *ret_sealed)
{
    struct yt_sealed whole = {0};
    struct yt_err err;

    for (int part = 1; part <= gathering->parts; part++) {
        if (gathering->size[part] > sizeof whole.bytes - whole.size)
            return YT_PART_MIXED_UP;
        memcpy(whole.bytes + whole.size, gathering->body[part], gathering->size[part]);
        whole.size += gathering->size[part];
    }
    if (yt_part_set_tag(&whole) != gathering->set_tag)
        return YT_PART_MIXED_UP;
    if (!yt_envelope_read(whole.bytes, whole.size, ret_sealed, &err))
        return err.code == YT_ERR_UNSUPPORTED ? YT_PART_UNSUPPORTED : YT_PART_MIXED_UP;
    return yt_part_desk_tag(ret_sealed->desk_key_id) == gathering->desk_tag ? YT_PART_COMPLETE
                                                                            : YT_PART_MIXED_UP;
}

static enum yt_part_verdict put(struct gathering *place, const struct yt_part_head *head)
{
    uint16_t bit = (uint16_t)(1U << head->part);

    if (place->parts != head->parts)
        return YT_PART_MIXED_UP;
    if (!(place->missing & bit))
        return same_body(place, head) ? YT_PART_DUPLICATE : YT_PART_MIXED_UP;
    if (!(place->body[head->part] = malloc(head->size)))
        return YT_PART_TOO_MANY;
    memcpy(place->body[head->part], head->body, head->size);
    place->size[head->part] = head->size;
    place->missing = (uint16_t)(place->missing & ~bit);
    return place->missing ? YT_PART_MORE : YT_PART_COMPLETE;
}

void yt_part_collector_add(struct yt_part_collector *collector, const char *text, size_t size,
                           struct yt_part_reading *ret_reading)
{
    struct yt_part_head head;
    struct gathering *place;
    enum yt_part_verdict joined;

    *ret_reading = (struct yt_part_reading){0};
    if (!yt_part_read(text, size, &head, &ret_reading->verdict))
        return;
    ret_reading->part = head.part;
    ret_reading->parts = head.parts;
    if (!(place = place_for(collector, &head))) {
        ret_reading->verdict = YT_PART_TOO_MANY;
        return;
    }
    ret_reading->verdict = put(place, &head);
    place->turn = ++collector->turn;
    ret_reading->missing = place->missing;
    if (place->missing)
        return;
    joined = join(place, &ret_reading->sealed);
    ret_reading->whole = joined == YT_PART_COMPLETE;
    if (ret_reading->whole)
        return;
    ret_reading->verdict = joined;
    ret_reading->missing = all_parts(head.parts);
    forget(place);
}

size_t yt_part_collector_open(const struct yt_part_collector *collector)
{
    size_t open = 0;

    for (size_t i = 0; i < collector->count; i++)
        open += collector->place[i].missing != 0;
    return open;
}

bool yt_part_collector_missing(const struct yt_part_collector *collector, size_t index,
                               int *ret_parts, uint16_t *ret_missing)
{
    for (size_t i = 0; i < collector->count; i++) {
        const struct gathering *place = &collector->place[i];

        if (place->missing == 0 || index-- > 0)
            continue;
        *ret_parts = place->parts;
        *ret_missing = place->missing;
        return true;
    }
    return false;
}
