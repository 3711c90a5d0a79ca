#include "screens/visit.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

static_assert(YT_MENU_ITEMS_MAX <= YT_ENTRY_ITEMS_MAX, "an entry holds every item of a menu");

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
    return yt_visit_items(visit, YT_WAY_ASK | YT_WAY_BOOK | YT_WAY_JOIN) != 0;
}

/* --- The entry -------------------------------------------------------------------------------- */

static void put_items(const struct yt_visit *visit, const struct yt_menu *menu,
                      struct yt_entry *entry)
{
    for (size_t i = 0; i < menu->count && i < YT_MENU_ITEMS_MAX; i++) {
        if (!visit->ways[i])
            continue;
        entry->items[entry->item_count].item = menu->items[i].number;
        entry->items[entry->item_count].ways = visit->ways[i];
        entry->item_count++;
    }
}

static void put_answers(const struct yt_visit *visit, const struct yt_site_content *content,
                        struct yt_entry *entry)
{
    uint16_t numbers[YT_MENU_ITEMS_MAX] = {0};

    for (size_t i = 0; i < content->menu.count && i < YT_MENU_ITEMS_MAX; i++)
        numbers[i] = content->menu.items[i].number;
    yt_check_to_entry(&content->check, &visit->answers, numbers, content->menu.count, entry);
}

static uint32_t kinds_of(const struct yt_visit *visit, bool with_answers)
{
    uint32_t kinds = 0;

    if (with_answers)
        kinds |= YT_ENTRY_CHECK;
    if (yt_visit_items(visit, YT_WAY_ASK))
        kinds |= YT_ENTRY_ASK;
    if (visit->appointment.wanted)
        kinds |= YT_ENTRY_BOOK;
    if (yt_visit_items(visit, YT_WAY_JOIN))
        kinds |= YT_ENTRY_JOIN;
    return kinds;
}

void yt_visit_entry(const struct yt_visit *visit, const struct yt_site_content *content,
                    const char *kiosk, const struct yt_clock *clock, struct yt_entry *entry)
{
    const struct yt_languages *languages = &content->site.languages;
    const bool handed = visit->consent != YT_CONSENT_NONE;
    const bool with_answers = handed && !visit->answers_withheld && visit->check_begun &&
                              visit->answers.pace != YT_PACE_MENU;

    yt_entry_wipe(entry);
    memcpy(entry->id, visit->entry_id, sizeof entry->id);
    snprintf(entry->kiosk, sizeof entry->kiosk, "%s", kiosk);
    if ((size_t)visit->language < languages->count)
        snprintf(entry->language, sizeof entry->language, "%s", languages->tag[visit->language]);
    entry->content_number = content->number;
    entry->time_minutes = yt_clock_wall_ms(clock) / YT_MINUTE_MS;
    entry->time_trusted = yt_clock_trusted(clock);
    entry->consent = visit->consent;
    entry->kinds = kinds_of(visit, with_answers);
    if (with_answers)
        put_answers(visit, content, entry);
    put_items(visit, &content->menu, entry);
    entry->appointment = visit->appointment;
    if (!handed)
        return;
    memcpy(entry->own_words, visit->own_words, sizeof entry->own_words);
    /* "I will come again" names nobody. */
    if (visit->consent == YT_CONSENT_NAMED)
        entry->contact = visit->contact;
    else if (visit->contact.reach == YT_REACH_COME_AGAIN)
        entry->contact.reach = YT_REACH_COME_AGAIN;
}
