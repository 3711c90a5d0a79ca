#include "screens/slip_text.h"

#include "base/attributes.h"
#include "base/buf.h"
#include "base/message.h"
#include "base/str.h"
#include "screens/dates.h"
#include "screens/words.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

/* What all parts are made from. */
struct maker {
    const struct yt_site_content *content;
    const struct yt_entry *entry;
    int language; /* index, -1: not of this site */
};

/* Japanese twice is once too often on a small paper. */
static void say_both(struct yt_slip_phrase *phrase, const char *own, const char *ja)
{
    (void)yt_str_copy(phrase->own, sizeof(phrase->own), own);
    (void)yt_str_copy(phrase->ja, sizeof(phrase->ja), ja);
}

static bool in_japanese(const struct maker *maker)
{
    return maker->entry->language[0] == '\0' || strncmp(maker->entry->language, "ja", 2) == 0;
}

static const char *own_tag(const struct maker *maker)
{
    return maker->entry->language[0] ? maker->entry->language : "ja";
}

static void say_text(const struct maker *maker, const struct yt_text *text,
                     struct yt_slip_phrase *phrase)
{
    const struct yt_languages *languages = &maker->content->site.languages;
    const char *own = yt_text_in(text, languages, maker->language);
    const char *ja = yt_text_in(text, languages, -1);
    say_both(phrase, own, in_japanese(maker) || strcmp(own, ja) == 0 ? "" : ja);
}

static void say_message(const struct maker *maker, const char *id, struct yt_slip_phrase *phrase)
{
    say_both(phrase, yt_message(own_tag(maker), id),
             in_japanese(maker) ? "" : yt_message("ja", id));
}

/* --- The appointment -------------------------------------------------------------------------- */

static void say_time(const struct maker *maker, int64_t minutes, struct yt_slip_phrase *phrase)
{
    struct yt_local_time when =
        yt_local_time(minutes * YT_MINUTE_MS, maker->content->site.utc_offset_minutes);
    char own[YT_DATE_TEXT_MAX];
    char ja[YT_DATE_TEXT_MAX];
    yt_date_text(own_tag(maker), YT_DATE_DAY_TIME, when, own);
    yt_date_text("ja", YT_DATE_DAY_TIME, when, ja);
    say_both(phrase, own, in_japanese(maker) ? "" : ja);
}

static void say_when(const struct maker *maker, struct yt_slip_words *words)
{
    static const uint8_t parts[] = {YT_PART_MORNING, YT_PART_DAYTIME, YT_PART_EVENING};
    const struct yt_entry_appointment *appointment = &maker->entry->appointment;

    for (size_t i = 0; i < appointment->time_count && i < YT_ENTRY_TIMES_MAX; i++)
        say_time(maker, appointment->time_minutes[i], &words->when[words->when_count++]);
    if (words->when_count > 0)
        return;
    for (size_t i = 0; i < YT_COUNT(parts); i++) {
        if (appointment->any_parts & parts[i])
            say_message(maker, yt_words_part((enum yt_part_of_day)parts[i]),
                        &words->when[words->when_count++]);
    }
    if (words->when_count == 0)
        say_message(maker, "booking.time.any", &words->when[words->when_count++]);
}

/* Items that stand on paper by number alone (food, goods) are not given away by a place either. */
static bool place_may_be_said(const struct maker *maker)
{
    const struct yt_menu *menu = &maker->content->menu;
    for (size_t i = 0; i < maker->entry->item_count; i++) {
        const struct yt_entry_item *item = &maker->entry->items[i];
        int index = yt_menu_numbered(menu, item->item);
        if ((item->ways & YT_WAY_BOOK) && index >= 0 &&
            menu->items[index].slip_naming == YT_SLIP_BY_NAME)
            return true;
    }
    return false;
}

static void say_where(const struct maker *maker, struct yt_slip_words *words)
{
    const struct yt_site_content *content = maker->content;
    const struct yt_entry_appointment *appointment = &maker->entry->appointment;
    int type = yt_appointment_type_numbered(&content->appointments, appointment->type);
    int place = yt_site_place_numbered(&content->site, appointment->place);

    if (type >= 0 && (content->appointments.types[type].needs & YT_NEED_PHONE))
        say_message(maker, "paper.by.phone", &words->where);
    else if (place >= 0 && place_may_be_said(maker))
        say_text(maker, &content->site.places[place].name, &words->where);
}

static void say_booking(const struct maker *maker, struct yt_slip_words *words)
{
    const struct yt_entry_appointment *appointment = &maker->entry->appointment;
    if (!appointment->wanted || maker->entry->consent == YT_CONSENT_NONE)
        return;
    words->booking = true;
    words->firm = appointment->firm;
    say_message(maker, appointment->firm ? "booking.word.firm" : "booking.word.asked",
                &words->status);
    /* The kind of appointment would tell too much: a lawyer, a doctor, food. */
    say_message(maker, "paper.what", &words->what);
    say_when(maker, words);
    say_where(maker, words);
}

/* --- What was chosen -------------------------------------------------------------------------- */

/* Two items may share one neutral name. */
static bool said_already(const struct yt_slip_words *words, const struct yt_slip_phrase *phrase)
{
    for (size_t i = 0; i < words->item_count; i++) {
        if (strcmp(words->items[i].own, phrase->own) == 0)
            return true;
    }
    return false;
}

static void say_items(const struct maker *maker, struct yt_slip_words *words)
{
    const struct yt_menu *menu = &maker->content->menu;
    size_t left_out = 0;

    for (size_t i = 0; i < maker->entry->item_count; i++) {
        int index = yt_menu_numbered(menu, maker->entry->items[i].item);
        struct yt_slip_phrase phrase = {0};
        if (index < 0 || menu->items[index].slip_naming == YT_SLIP_NUMBER_ONLY)
            continue;
        say_text(maker, &menu->items[index].slip_name, &phrase);
        if (said_already(words, &phrase))
            continue;
        if (words->item_count < YT_SLIP_WORDS_ITEMS_MAX)
            words->items[words->item_count++] = phrase;
        else
            left_out++;
    }
    /* What it says stays inside the seal. */
    if (maker->entry->wish.made && words->item_count < YT_SLIP_WORDS_ITEMS_MAX)
        say_message(maker, "paper.wish", &words->items[words->item_count++]);
    if (left_out > 0) {
        struct yt_slip_phrase *last = &words->items[YT_SLIP_WORDS_ITEMS_MAX - 1];
        memset(last, 0, sizeof(*last));
        snprintf(last->own, sizeof(last->own), "… + %zu", left_out + 1);
    }
    if (words->item_count > 0)
        say_message(maker, "paper.items", &words->heading);
}

/* --- Listings and programmes ------------------------------------------------------------------ */

/* What stands behind the first line; "" where there is but one. */
static const char *behind_first_line(const char *lines)
{
    const char *end = strchr(lines, '\n');
    return end ? end + 1 : "";
}

static void first_line(const char *lines, char to[static YT_SLIP_PHRASE_MAX])
{
    char line[YT_ENTRY_PAPER_MAX];
    snprintf(line, sizeof(line), "%.*s", (int)strcspn(lines, "\n"), lines);
    (void)yt_str_copy(to, YT_SLIP_PHRASE_MAX, line);
}

static bool has_line(const char *lines, const char *line, size_t size)
{
    for (; *lines; lines += lines[0] == '\n') {
        size_t length = strcspn(lines, "\n");
        if (length == size && memcmp(lines, line, size) == 0)
            return true;
        lines += length;
    }
    return false;
}

/* What is said a second time runs on, so that the paper stays short; an address or a telephone is
 * the same in any language. */
static void run_on(const char *lines, const char *said, char to[static YT_SLIP_PHRASE_MAX])
{
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    yt_buf_init_secret(&text, (size_t)3 * YT_ENTRY_PAPER_MAX);
    for (; *lines; lines += lines[0] == '\n') {
        size_t size = strcspn(lines, "\n");
        if (size > 0 && !has_line(said, lines, size)) {
            yt_buf_text(&text, text.size > 0 ? "・" : "");
            yt_buf_append(&text, lines, size);
        }
        lines += size;
    }
    (void)yt_str_copy(to, YT_SLIP_PHRASE_MAX, yt_buf_string(&text));
}

/* `paper` and `paper_ja` begin with the name. */
static void say_offer(const struct maker *maker, const char *title, const char *paper,
                      const char *paper_ja, struct yt_slip_words_offer *offer)
{
    if (paper[0])
        first_line(paper, offer->name.own);
    else
        (void)yt_str_copy(offer->name.own, sizeof(offer->name.own), title);
    (void)yt_str_copy(offer->lines.own, sizeof(offer->lines.own), behind_first_line(paper));
    if (in_japanese(maker))
        return;
    if (strcmp(offer->name.own, title) != 0)
        (void)yt_str_copy(offer->name.ja, sizeof(offer->name.ja), title);
    run_on(behind_first_line(paper_ja), offer->lines.own, offer->lines.ja);
}

static void say_listings(const struct maker *maker, struct yt_slip_words_group *group)
{
    const struct yt_entry *entry = maker->entry;
    bool handed = false;

    for (size_t i = 0; i < entry->listing_count && i < YT_ENTRY_LISTINGS_MAX; i++) {
        const struct yt_entry_listing *listing = &entry->listings[i];
        say_offer(maker, listing->title, listing->paper, listing->paper_ja,
                  &group->offers[group->count++]);
        handed = handed || yt_entry_listing_handed(listing);
    }
    if (group->count == 0)
        return;
    say_message(maker, "tray.listings", &group->heading);
    say_message(maker, handed ? "listing.contact" : "paper.tell.staff", &group->note);
}

/* Nothing is firm that this box could not keep. */
static const char *join_message(const struct yt_entry_programme *programme, bool kept)
{
    if (programme->waiting)
        return "paper.join.waiting";
    return programme->firm && kept ? "paper.join.firm" : "paper.join.asked";
}

static void say_programmes(const struct maker *maker, bool kept, struct yt_slip_words_group *group)
{
    const struct yt_entry *entry = maker->entry;

    for (size_t i = 0; i < entry->programme_count && i < YT_ENTRY_PROGRAMMES_MAX; i++) {
        const struct yt_entry_programme *programme = &entry->programmes[i];
        struct yt_slip_words_offer *offer = &group->offers[group->count++];
        say_offer(maker, programme->title, programme->paper, programme->paper_ja, offer);
        if (yt_entry_programme_handed(programme))
            say_message(maker, join_message(programme, kept), &offer->state);
    }
    if (group->count > 0)
        say_message(maker, "tray.programmes", &group->heading);
}

/* --- Notes ------------------------------------------------------------------------------------ */

static void note(const struct maker *maker, const char *id, struct yt_slip_words *words)
{
    if (words->note_count < YT_SLIP_WORDS_NOTES_MAX)
        say_both(&words->notes[words->note_count++], yt_message(own_tag(maker), id), "");
}

static bool can_be_reached(const struct yt_entry_contact *contact)
{
    return contact->number[0] != '\0' && contact->reach != YT_REACH_NOT_SAID &&
           contact->reach != YT_REACH_COME_AGAIN;
}

/* Besides the appointment: listings, places that are not firm, a wish. */
static bool waits_for_answer(const struct yt_entry *entry)
{
    for (size_t i = 0; i < entry->listing_count; i++)
        if (yt_entry_listing_handed(&entry->listings[i]))
            return true;
    for (size_t i = 0; i < entry->programme_count; i++)
        if (yt_entry_programme_handed(&entry->programmes[i]) && !entry->programmes[i].firm)
            return true;
    return entry->wish.made;
}

static void say_notes(const struct maker *maker, bool with_code, bool kept,
                      struct yt_slip_words *words)
{
    if (with_code && !kept) {
        /* Staff have to understand this one as well. */
        if (words->note_count < YT_SLIP_WORDS_NOTES_MAX)
            say_message(maker, "paper.only.copy", &words->notes[words->note_count++]);
    }
    if (maker->entry->consent != YT_CONSENT_NONE && waits_for_answer(maker->entry))
        note(maker,
             can_be_reached(&maker->entry->contact) ? "paper.reply.comes" : "paper.reply.ask",
             words);
    else if (words->booking && !words->firm)
        note(maker,
             can_be_reached(&maker->entry->contact) ? "paper.answer.comes" : "paper.answer.ask",
             words);
    note(maker, "paper.keep", words);
    if (with_code)
        note(maker, "consent.cancel", words);
}

void yt_slip_words_make(const struct yt_site_content *content, const struct yt_entry *entry,
                        bool with_code, bool kept, struct yt_slip_words *words)
{
    struct maker maker = {
        .content = content,
        .entry = entry,
        .language = yt_languages_find(&content->site.languages, entry->language),
    };

    memset(words, 0, sizeof(*words));
    (void)yt_str_copy(words->language, sizeof(words->language), own_tag(&maker));
    say_text(&maker, &content->site.name, &words->site);
    (void)yt_str_copy(words->phone, sizeof(words->phone), content->site.phone);
    say_booking(&maker, words);
    say_items(&maker, words);
    say_programmes(&maker, kept, &words->programmes);
    say_listings(&maker, &words->listings);
    if (with_code) {
        say_message(&maker, "paper.number", &words->number_label);
        yt_slip_number(entry->id, words->number);
        say_message(&maker, "paper.code", &words->code_note);
    }
    say_notes(&maker, with_code, kept, words);
}

void yt_slip_words_wipe(struct yt_slip_words *words)
{
    sodium_memzero(words, sizeof(*words));
}
