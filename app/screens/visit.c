#include "screens/visit.h"

#include "screens/tray.h"

#include <sodium.h>
#include <string.h>

void yt_visit_begin(struct yt_visit *visit)
{
    yt_visit_wipe(visit);
    visit->number++;
    visit->question = -1;
    randombytes_buf(visit->entry_id, sizeof visit->entry_id);
}

void yt_visit_start_with(struct yt_visit *visit, const struct yt_visit_start *start)
{
    visit->start = *start;
    visit->language = start->language;
    visit->text_scale = start->text_scale;
    visit->high_contrast = start->high_contrast;
}

void yt_visit_wipe(struct yt_visit *visit)
{
    const uint64_t number = visit->number;

    sodium_memzero(visit, sizeof *visit);
    visit->number = number;
    visit->question = -1;
}

bool yt_visit_touched(const struct yt_visit *visit)
{
    return visit->language != visit->start.language ||
           visit->text_scale != visit->start.text_scale ||
           visit->high_contrast != visit->start.high_contrast || visit->check_begun ||
           visit->quiet_call_made || yt_visit_items(visit, 0) != 0 || visit->appointment.wanted ||
           visit->consent_said || visit->contact.name[0] || visit->contact.number[0] ||
           visit->contact.reach != YT_REACH_NOT_SAID || visit->own_words[0] || visit->saved ||
           visit->listing_count || visit->programme_count || visit->wish.made ||
           visit->filter.facts || visit->filter.kinds || visit->filter.trades || visit->search[0];
}

/* --- Marks ------------------------------------------------------------------------------------ */

bool yt_visit_is_marked(const struct yt_visit *visit, size_t item)
{
    return item < YT_MENU_ITEMS_MAX && visit->ways[item] != 0;
}

/* A date is asked for with an item; where no item asks any more, the wish goes with it. */
static void drop_orphaned_appointment(struct yt_visit *visit)
{
    if (yt_visit_wants_date(visit))
        return;
    sodium_memzero(&visit->appointment, sizeof visit->appointment);
    sodium_memzero(visit->slot, sizeof visit->slot);
}

void yt_visit_toggle_mark(struct yt_visit *visit, size_t item)
{
    if (item >= YT_MENU_ITEMS_MAX)
        return;
    visit->ways[item] = visit->ways[item] ? 0 : YT_WAY_MARKED;
    drop_orphaned_appointment(visit);
}

void yt_visit_toggle_way(struct yt_visit *visit, size_t item, uint8_t way)
{
    uint8_t *ways;

    if (!yt_visit_is_marked(visit, item))
        return;
    ways = &visit->ways[item];
    if (*ways & way)
        *ways &= (uint8_t)~way;
    else if (way == YT_WAY_PAPER)
        *ways = YT_WAY_MARKED | YT_WAY_PAPER;
    else
        *ways = (uint8_t)((*ways | way) & ~YT_WAY_PAPER);
    drop_orphaned_appointment(visit);
}

uint64_t yt_visit_items(const struct yt_visit *visit, uint8_t ways)
{
    uint64_t items = 0;

    for (size_t i = 0; i < YT_MENU_ITEMS_MAX; i++)
        if (ways ? (visit->ways[i] & ways) != 0 : visit->ways[i] != 0)
            items |= yt_bit(i);
    return items;
}

bool yt_visit_wants_date(const struct yt_visit *visit)
{
    return yt_visit_items(visit, YT_WAY_BOOK) != 0;
}

bool yt_visit_wants_answer(const struct yt_visit *visit)
{
    return yt_visit_items(visit, YT_WAY_ASK | YT_WAY_BOOK | YT_WAY_JOIN) != 0 ||
           yt_tray_wants_answer(visit);
}

static bool tray_has_paper(const struct yt_visit *visit)
{
    for (size_t i = 0; i < visit->listing_count; i++)
        if (visit->listings[i].ways & YT_LISTING_PAPER)
            return true;
    for (size_t i = 0; i < visit->programme_count; i++)
        if (visit->programmes[i].paper_only)
            return true;
    return false;
}

bool yt_visit_has_outcome(const struct yt_visit *visit)
{
    return yt_visit_items(visit, 0) != 0 || yt_tray_wants_answer(visit) || tray_has_paper(visit);
}

bool yt_visit_paper_only(const struct yt_visit *visit)
{
    return !yt_visit_wants_answer(visit) &&
           (yt_visit_items(visit, YT_WAY_PAPER) != 0 || tray_has_paper(visit));
}
