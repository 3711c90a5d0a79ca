#include "content/import/row_kinds.h"

#include "base/buf.h"
#include "content/import/importer.h"

#include <stdio.h>
#include <string.h>

bool yt_row_fault_at(struct yt_row *row, const char *key, const char *remedy, const char *wrong)
{
    row->column = key;
    (void)yt_row_fault(row, remedy, "%s", wrong);
    row->column = "";
    return false;
}

const char *yt_row_main_text(const struct yt_row *row, const struct yt_text *text)
{
    const struct yt_languages *languages = row->importer->options->languages;
    const int japanese = yt_languages_find(languages, "ja");

    if (japanese >= 0 && text->in[japanese])
        return text->in[japanese];
    for (size_t i = 0; i < languages->count; i++)
        if (text->in[i])
            return text->in[i];
    return NULL;
}

void yt_row_set_text(struct yt_row *row, struct yt_text *text, const char *value)
{
    const int japanese = yt_languages_find(row->importer->options->languages, "ja");

    if (value)
        text->in[japanese >= 0 ? japanese : 0] = value;
}

const char *yt_row_join(struct yt_row *row, const char *first, const char *second)
{
    char *joined;
    size_t size;

    if (!first || !second)
        return first ? first : second;
    size = strlen(first) + strlen(second) + 2;
    joined = yt_arena_take(&row->arena, size, 1);
    if (!joined)
        return first;
    (void)snprintf(joined, size, "%s %s", first, second);
    return joined;
}

#define DAILY_MAX 31 /* days that may follow each other without naming weekdays */

static bool said(int value)
{
    return value != YT_LISTING_NOT_SAID;
}

/* Where neither or only one is said, the other is meant too. */
static void check_span(struct yt_row *row, const char *key, int *least, int *most)
{
    if (!said(*least))
        *least = *most;
    if (!said(*most))
        *most = *least;
    if (*least > *most)
        (void)yt_row_fault_at(row, key, "Write the smaller number first.",
                              "the most is less than the least");
}

static void check_pay(struct yt_row *row, struct yt_listing *listing)
{
    if (listing->pay_max && listing->pay_max < listing->pay)
        (void)yt_row_fault_at(row, "pay_max", "Write the least at pay and the most at pay_max.",
                              "it is less than pay");
    if (listing->pay && listing->pay_kind == YT_PAY_NONE)
        (void)yt_row_fault_at(row, "pay", "Leave the pay empty, or correct pay_kind.",
                              "there is pay, but pay_kind says none");
    if (listing->pay && listing->pay_kind == YT_PAY_NOT_SAID)
        (void)yt_row_fault_at(
            row, "pay_kind", "Fill it in, or put \"pay_kind: hour\" under constants: of a mapping.",
            "nothing says what the pay is for");
    if (listing->pay_max == listing->pay)
        listing->pay_max = 0;
}

static void check_times(struct yt_row *row, const struct yt_listing *listing)
{
    if (said(listing->from_minute) != said(listing->until_minute))
        (void)yt_row_fault_at(row, said(listing->from_minute) ? "to" : "from",
                              "Write both ends of the time, or neither.",
                              "only one end of the time is said");
    else if (said(listing->from_minute) && listing->until_minute <= listing->from_minute)
        (void)yt_row_fault_at(row, "to",
                              "Correct it; for work past midnight leave both times empty and say "
                              "it in the note.",
                              "it ends before it begins");
}

void yt_row_finish_listing(struct yt_row *row)
{
    struct yt_listing *listing = &row->is.listing;
    const char *title = yt_row_main_text(row, &listing->title);

    if (!title) {
        (void)yt_row_fault_at(row, "title", "Fill it in.", "the title is empty");
        return;
    }
    if (!row->has_id)
        yt_row_id(row, row->importer->mapping->id_prefix,
                  yt_row_join(row, yt_row_join(row, title, listing->employer),
                              yt_row_main_text(row, &listing->area)));
    listing->id = row->id;
    check_span(row, "hours_max", &listing->day_minutes_min, &listing->day_minutes_max);
    check_span(row, "days_max", &listing->days_min, &listing->days_max);
    check_pay(row, listing);
    check_times(row, listing);
    if (listing->until.year && listing->listed.year &&
        yt_date_compare(listing->until, listing->listed) < 0)
        (void)yt_row_fault_at(row, "until", "Correct one of the two days.",
                              "it ends before it is listed");
}

/* --- Programmes ------------------------------------------------------------------------------- */

void yt_row_begin_programme(struct yt_row *row)
{
    struct yt_programme *programme = &row->is.programme;

    programme->from_minute = programme->until_minute = YT_LISTING_NOT_SAID;
    programme->room = programme->usual_from = programme->usual_until = YT_LISTING_NOT_SAID;
    programme->books = programme->place = -1;
}

static void add_dates(struct yt_row *row, struct yt_programme *programme)
{
    struct yt_date *dates = yt_arena_take(&row->arena, row->date_count, sizeof *dates);

    if (!dates)
        return;
    memcpy(dates, row->dates, row->date_count * sizeof *dates);
    programme->days.dates = dates;
    programme->days.date_count = row->date_count;
}

/* One day, every day of a span, the weekdays within it, or the days that were named. */
static void finish_days(struct yt_row *row, struct yt_programme *programme)
{
    if (row->date_count > 0 && row->weekdays == 0 && !programme->first.year) {
        add_dates(row, programme);
        programme->open_holidays = true;
        return;
    }
    if (!programme->first.year && programme->last.year)
        programme->first = programme->last;
    if (!programme->last.year && row->weekdays == 0)
        programme->last = programme->first;
    if (programme->last.year && yt_date_compare(programme->last, programme->first) < 0) {
        (void)yt_row_fault_at(row, "last", "Correct one of the two days.",
                              "it ends before it begins");
        return;
    }
    if (programme->first.year && row->weekdays == 0) {
        programme->open_holidays = true; /* dates were chosen, holidays or not */
        if (yt_date_to_days(programme->last) - yt_date_to_days(programme->first) >= DAILY_MAX)
            (void)yt_row_fault_at(
                row, "weekdays", "Add a column with the weekdays, or the days.",
                "it goes on for more than a month, and nothing says on which days");
    }
    programme->days.weekdays = row->weekdays ? (uint8_t)row->weekdays : 0x7F;
    if (!programme->first.year && row->weekdays == 0)
        (void)yt_row_fault_at(row, "first", "Write the day, or the weekdays.",
                              "nothing says on which days this takes place");
}

/* 0:00 to 0:00 is how published sheets leave a time out. On several days the two times may be those
 * of the first and the last. */
static void finish_times(struct yt_row *row, struct yt_programme *programme)
{
    const bool several = programme->first.year && programme->last.year &&
                         yt_date_compare(programme->first, programme->last) != 0;
    int from = row->from_minute;
    int until = row->until_minute;

    if (from == 0 && until <= 0)
        from = until = YT_LISTING_NOT_SAID;
    if (said(from) && said(until) && until < from && !several)
        (void)yt_row_fault_at(row, "to", "Correct one of the two times.",
                              "it ends before it begins");
    programme->from_minute = from;
    programme->until_minute = said(from) && (!said(until) || until < from) ? from : until;
}

/* People would come otherwise: it stands on all its days, as cancelled. */
static void finish_state(struct yt_row *row, struct yt_programme *programme)
{
    struct yt_programme_change *change = &row->change;

    if (!row->cancelled)
        return;
    *change = (struct yt_programme_change){.from = {1900, 1, 1},
                                           .until = {9999, 12, 31},
                                           .kind = YT_CHANGE_CANCELLED,
                                           .from_minute = YT_LISTING_NOT_SAID,
                                           .until_minute = YT_LISTING_NOT_SAID};
    yt_row_set_text(row, &change->note, row->postponed);
    programme->changes = change;
    programme->change_count = 1;
}

void yt_row_finish_programme(struct yt_row *row)
{
    struct yt_programme *programme = &row->is.programme;
    const char *name = yt_row_main_text(row, &programme->name);
    const char *text = yt_row_main_text(row, &programme->text);
    const char *where = yt_row_main_text(row, &programme->where);

    if (!name) {
        (void)yt_row_fault_at(row, "name", "Fill it in.", "the name is empty");
        return;
    }
    where = yt_row_join(row, yt_row_join(row, where, row->address[0]), row->address[4]);
    yt_row_set_text(row, &programme->where, where);
    yt_row_set_text(row, &programme->text, yt_row_join(row, text, row->text_more));
    finish_days(row, programme);
    finish_times(row, programme);
    finish_state(row, programme);
    if (!row->has_id)
        yt_row_id(row, row->importer->mapping->id_prefix, yt_row_join(row, name, where));
    programme->id = row->id;
}

/* --- Places ----------------------------------------------------------------------------------- */

/* The whole address where the sheet has it, else its pieces. */
static const char *address_of(struct yt_row *row)
{
    const char *address = row->address[5];
    YT_SCOPED(yt_buf_done) struct yt_buf pieces;

    yt_buf_init(&pieces, 4 * (size_t)YT_LISTING_TEXT_MAX);
    for (int i = 0; !address && i < 4; i++)
        if (row->address[i])
            yt_buf_text(&pieces, row->address[i]);
    if (pieces.size > 0)
        address = yt_row_text(row, yt_buf_string(&pieces));
    return yt_row_join(row, address, row->address[4]);
}

static void guess_kind(struct yt_open_place *place, const char *name)
{
    static const struct {
        const char *word;
        enum yt_open_place_kind kind;
    } signs[] = {
        {"図書館", YT_OPEN_PLACE_LIBRARY},
        {"児童", YT_OPEN_PLACE_CHILDREN},
        {"子育て", YT_OPEN_PLACE_CHILDREN},
        {"こども", YT_OPEN_PLACE_CHILDREN},
        {"食堂", YT_OPEN_PLACE_FOOD},
        {"フードパントリー", YT_OPEN_PLACE_FOOD},
        {"保健", YT_OPEN_PLACE_HEALTH},
        {"病院", YT_OPEN_PLACE_HEALTH},
        {"公民館", YT_OPEN_PLACE_GATHERING},
        {"コミュニティ", YT_OPEN_PLACE_GATHERING},
        {"交流", YT_OPEN_PLACE_GATHERING},
        {"つどい", YT_OPEN_PLACE_GATHERING},
        {"生涯学習", YT_OPEN_PLACE_LEARNING},
        {"学習", YT_OPEN_PLACE_LEARNING},
        {"市役所", YT_OPEN_PLACE_OFFICE},
        {"町役場", YT_OPEN_PLACE_OFFICE},
        {"区役所", YT_OPEN_PLACE_OFFICE},
        {"支所", YT_OPEN_PLACE_OFFICE},
        {"社会福祉協議会", YT_OPEN_PLACE_OFFICE},
        {"公園", YT_OPEN_PLACE_PARK},
    };

    for (size_t i = 0; i < YT_COUNT(signs) && place->kind == YT_OPEN_PLACE_OTHER; i++)
        if (strstr(name, signs[i].word))
            place->kind = signs[i].kind;
}

static void finish_openings(struct yt_row *row, struct yt_open_place *place)
{
    if (row->opening_count == 0 && row->weekdays != 0 && said(row->from_minute) &&
        said(row->until_minute) && row->from_minute < row->until_minute) {
        row->openings[row->opening_count++] =
            (struct yt_opening){.days = {.weekdays = (uint8_t)row->weekdays},
                                .from_minute = row->from_minute,
                                .until_minute = row->until_minute};
    }
    place->openings = row->openings;
    place->opening_count = row->opening_count;
}

void yt_row_finish_place(struct yt_row *row)
{
    struct yt_open_place *place = &row->is.place;
    const char *name = yt_row_main_text(row, &place->name);
    const char *text = yt_row_main_text(row, &place->text);
    const char *address = address_of(row);

    if (!name) {
        (void)yt_row_fault_at(row, "name", "Fill it in.", "the name is empty");
        return;
    }
    yt_row_set_text(row, &place->where, yt_row_join(row, address, row->where_more));
    yt_row_set_text(row, &place->text, yt_row_join(row, text, row->text_more));
    guess_kind(place, name);
    finish_openings(row, place);
    place->has_position =
        row->has_latitude && row->has_longitude && (row->latitude != 0 || row->longitude != 0);
    if (place->has_position) {
        place->latitude = row->latitude;
        place->longitude = row->longitude;
    }
    if (!row->has_id)
        yt_row_id(row, row->importer->mapping->id_prefix, yt_row_join(row, name, address));
    place->id = row->id;
}
