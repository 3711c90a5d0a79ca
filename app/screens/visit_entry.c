#include "screens/visit.h"

#include "base/str.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static_assert(YT_MENU_ITEMS_MAX <= YT_ENTRY_ITEMS_MAX, "an entry holds every item of a menu");

/* --- The menu and the answers ----------------------------------------------------------------- */

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

/* --- The tray --------------------------------------------------------------------------------- */

/* One line that any desk can read, whoever wrote it: at most so many characters, and none that does
 * not show. `to` has room for four bytes each. */
static void put_plain(const char *from, int characters, char *to)
{
    size_t size = 0;

    for (int count = 0; count < characters && *from; count++) {
        const char *start = from;
        const bool plain = yt_str_is_plain(yt_str_next(&from));
        const size_t length = plain ? (size_t)(from - start) : 1;

        memcpy(to + size, plain ? start : " ", length);
        size += length;
    }
    to[size] = '\0';
}

/* Without a title the id is something to read. */
static void put_title(const char *title, const char *id, char to[static YT_ENTRY_TITLE_MAX * 4 + 1])
{
    put_plain(title[0] ? title : id, YT_ENTRY_TITLE_MAX, to);
}

/* Marks stay with the resident. What is wanted on paper stands in the entry for the paper alone: it
 * is not written when the entry is sealed. */
static void put_listings(const struct yt_visit *visit, bool handed, struct yt_entry *entry)
{
    for (size_t i = 0; i < visit->listing_count && i < YT_ENTRY_LISTINGS_MAX; i++) {
        const struct yt_entry_listing *from = &visit->listings[i];
        struct yt_entry_listing *to = &entry->listings[entry->listing_count];

        if (!yt_entry_listing_handed(from) && !(from->ways & YT_LISTING_PAPER))
            continue;
        *to = *from;
        put_title(from->title, from->id, to->title);
        if (!handed) {
            to->ways = YT_LISTING_MARKED | YT_LISTING_PAPER;
            to->conditions = 0;
        }
        entry->listing_count++;
    }
}

static void put_programmes(const struct yt_visit *visit, bool handed, struct yt_entry *entry)
{
    for (size_t i = 0; i < visit->programme_count && i < YT_ENTRY_PROGRAMMES_MAX; i++) {
        const struct yt_entry_programme *from = &visit->programmes[i];
        struct yt_entry_programme *to = &entry->programmes[entry->programme_count++];

        *to = *from;
        put_title(from->title, from->id, to->title);
        to->paper_only = from->paper_only || !handed;
        to->waiting = from->waiting && !to->paper_only;
        to->firm = from->firm && !to->waiting && !to->paper_only;
    }
}

static size_t shortened(size_t size, size_t most)
{
    return size < most ? size : most;
}

/* Bytes of all names that are handed over, were no title longer than `most`. */
static size_t names_size(const struct yt_entry *entry, size_t most)
{
    size_t size = 0;

    for (size_t i = 0; i < entry->listing_count; i++)
        if (yt_entry_listing_handed(&entry->listings[i]))
            size +=
                strlen(entry->listings[i].id) + shortened(strlen(entry->listings[i].title), most);
    for (size_t i = 0; i < entry->programme_count; i++)
        if (yt_entry_programme_handed(&entry->programmes[i]))
            size += strlen(entry->programmes[i].id) +
                    shortened(strlen(entry->programmes[i].title), most);
    return size;
}

static void shorten(char title[static YT_ENTRY_TITLE_MAX * 4 + 1], size_t most)
{
    static const char more[] = "…";
    char cut[YT_ENTRY_TITLE_MAX * 4 + 1];

    if (strlen(title) <= most || most < sizeof more)
        return;
    (void)yt_str_copy(cut, most - sizeof more + 2, title);
    snprintf(title, YT_ENTRY_TITLE_MAX * 4 + 1, "%.*s%s", (int)(sizeof cut - sizeof more), cut,
             more);
}

/* A full tray must fit a slip: the longest titles lose their ends, all others stay. */
static void fit_titles(struct yt_entry *entry)
{
    size_t most = (size_t)YT_ENTRY_TITLE_MAX * 4;

    while (most > 0 && names_size(entry, most) > YT_ENTRY_NAMES_MAX)
        most--;
    for (size_t i = 0; i < entry->listing_count; i++)
        if (yt_entry_listing_handed(&entry->listings[i]))
            shorten(entry->listings[i].title, most);
    for (size_t i = 0; i < entry->programme_count; i++)
        if (yt_entry_programme_handed(&entry->programmes[i]))
            shorten(entry->programmes[i].title, most);
}

static void put_wish(const struct yt_visit *visit, struct yt_entry *entry)
{
    const struct yt_entry_wish *from = &visit->wish;
    struct yt_entry_wish *to = &entry->wish;

    put_plain(from->place, YT_ENTRY_WISH_MAX, to->place);
    put_plain(from->draw, YT_ENTRY_WISH_MAX, to->draw);
    to->facts = from->facts;
    to->kinds = from->kinds;
    to->made = to->place[0] || to->draw[0] || to->facts || to->kinds;
}

/* --- All of it -------------------------------------------------------------------------------- */

static uint32_t kinds_of_tray(const struct yt_entry *entry)
{
    uint32_t kinds = entry->wish.made ? YT_ENTRY_WISH : 0;

    for (size_t i = 0; i < entry->listing_count; i++)
        if (yt_entry_listing_handed(&entry->listings[i]))
            kinds |= YT_ENTRY_JOB;
    for (size_t i = 0; i < entry->programme_count; i++)
        if (yt_entry_programme_handed(&entry->programmes[i]))
            kinds |= YT_ENTRY_JOIN;
    return kinds;
}

static uint32_t kinds_of(const struct yt_visit *visit, const struct yt_entry *entry,
                         bool with_answers)
{
    uint32_t kinds = kinds_of_tray(entry);

    if (with_answers)
        kinds |= YT_ENTRY_CHECK;
    if (yt_visit_items(visit, YT_WAY_ASK))
        kinds |= YT_ENTRY_ASK;
    if (visit->appointment.wanted)
        kinds |= YT_ENTRY_BOOK;
    if (yt_visit_items(visit, YT_WAY_JOIN))
        kinds |= YT_ENTRY_JOIN;
    /* Whoever hands over mere marks has something to say about them. */
    return kinds ? kinds : YT_ENTRY_ASK;
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
    if (with_answers)
        put_answers(visit, content, entry);
    put_items(visit, &content->menu, entry);
    put_listings(visit, handed, entry);
    put_programmes(visit, handed, entry);
    fit_titles(entry);
    if (handed && visit->wish.made)
        put_wish(visit, entry);
    entry->kinds = kinds_of(visit, entry, with_answers);
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
