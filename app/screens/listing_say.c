#include "screens/listing_say.h"

#include "base/attributes.h"
#include "base/message.h"
#include "screens/dates.h"

#include <stdio.h>
#include <string.h>

enum { THOUSAND = 1000 };

/* --- Pieces ----------------------------------------------------------------------------------- */

const char *yt_listing_word(const struct yt_listing_words *words, const char *id)
{
    return words->japanese ? yt_message("ja", id) : yt_say(words->app, id);
}

const char *yt_listing_tag(const struct yt_listing_words *words)
{
    return words->japanese ? "ja" : yt_app_language(words->app);
}

const char *yt_listing_text(const struct yt_listing_words *words, const struct yt_text *text)
{
    const struct yt_languages *languages = &words->app->content->site.languages;

    return words->japanese ? yt_text_in(text, languages, yt_languages_find(languages, "ja"))
                           : yt_say_text(words->app, text);
}

void yt_listing_fill(const struct yt_listing_words *words, struct yt_buf *to, const char *id,
                     const char *name, const char *value)
{
    yt_message_fill(to, yt_listing_word(words, id), &(struct yt_message_value){name, value}, 1);
}

const char *yt_listing_digits(const struct yt_listing_words *words, const char *plain,
                              char buffer[YT_LISTING_NUMBER_MAX])
{
    if (words->japanese)
        snprintf(buffer, YT_LISTING_NUMBER_MAX, "%s", plain);
    else
        yt_say_digits(words->app, plain, buffer, YT_LISTING_NUMBER_MAX);
    return buffer;
}

/* "1,180", or "1.180" where the comma stands before the fraction. */
static bool comma_is_point(const struct yt_listing_words *words)
{
    static const char *const languages[] = {"vi", "pt-BR", "es"};

    for (size_t i = 0; i < YT_COUNT(languages); i++)
        if (strcmp(yt_listing_tag(words), languages[i]) == 0)
            return true;
    return false;
}

const char *yt_listing_number(const struct yt_listing_words *words, int value,
                              char buffer[YT_LISTING_NUMBER_MAX])
{
    char plain[32];

    if (value >= THOUSAND)
        snprintf(plain, sizeof plain, "%d%c%03d", value / THOUSAND,
                 comma_is_point(words) ? '.' : ',', value % THOUSAND);
    else
        snprintf(plain, sizeof plain, "%d", value);
    return yt_listing_digits(words, plain, buffer);
}

/* Tenths: "1.5", "2". */
const char *yt_listing_tenths(const struct yt_listing_words *words, int value,
                              char buffer[YT_LISTING_NUMBER_MAX])
{
    char plain[32];

    if (value % 10)
        snprintf(plain, sizeof plain, "%d%c%d", value / 10, comma_is_point(words) ? ',' : '.',
                 value % 10);
    else
        snprintf(plain, sizeof plain, "%d", value / 10);
    return yt_listing_digits(words, plain, buffer);
}

/* "2〜4"; one of them alone where both are the same; `until` NULL: no upper end is known. */
void yt_listing_span(const struct yt_listing_words *words, const char *from, const char *until,
                     struct yt_buf *to)
{
    const struct yt_message_value values[] = {{"a", from}, {"b", until ? until : ""}};

    if (until && strcmp(from, until) == 0)
        yt_buf_text(to, from);
    else
        yt_message_fill(to, yt_listing_word(words, until ? "listing.range" : "listing.range.from"),
                        values, YT_COUNT(values));
}

void yt_listing_fill_span(const struct yt_listing_words *words, struct yt_buf *to, const char *id,
                          const char *from, const char *until)
{
    YT_SCOPED(yt_buf_done) struct yt_buf both = {0};

    yt_buf_init(&both, YT_LISTING_PIECE_MAX);
    yt_listing_span(words, from, until, &both);
    yt_listing_fill(words, to, id, "n", yt_buf_string(&both));
}

void yt_listing_add(const struct yt_listing_words *words, struct yt_buf *to, const char *id)
{
    yt_buf_text(to, yt_listing_word(words, id));
}

/* --- What a listing says ---------------------------------------------------------------------- */

/* Many languages have words of their own for one day, one hour. */
static bool is_one(int least, int most, int one)
{
    return least == one && (most == one || most == YT_LISTING_NOT_SAID);
}

void yt_listing_say_hours(const struct yt_listing_words *words, const struct yt_listing *listing,
                          struct yt_buf *to)
{
    char from[YT_LISTING_NUMBER_MAX];
    char until[YT_LISTING_NUMBER_MAX];
    const int least = listing->day_minutes_min;
    const int most = listing->day_minutes_max;

    if (least == YT_LISTING_NOT_SAID)
        return;
    yt_listing_tenths(words, (least + 3) / 6, from);
    yt_listing_fill_span(
        words, to, is_one(least, most, 60) ? "listing.hours.one" : "listing.hours", from,
        most == YT_LISTING_NOT_SAID ? NULL : yt_listing_tenths(words, (most + 3) / 6, until));
}

void yt_listing_say_days(const struct yt_listing_words *words, const struct yt_listing *listing,
                         struct yt_buf *to)
{
    char from[YT_LISTING_NUMBER_MAX];
    char until[YT_LISTING_NUMBER_MAX];

    if (listing->days_min == YT_LISTING_NOT_SAID)
        return;
    yt_listing_number(words, listing->days_min, from);
    yt_listing_fill_span(
        words, to,
        is_one(listing->days_min, listing->days_max, 1) ? "listing.days.one" : "listing.days", from,
        listing->days_max == YT_LISTING_NOT_SAID
            ? NULL
            : yt_listing_number(words, listing->days_max, until));
}

void yt_listing_say_pay(const struct yt_listing_words *words, const struct yt_listing *listing,
                        struct yt_buf *to)
{
    static const char *const kinds[] = {
        [YT_PAY_HOUR] = "listing.pay.hour",   [YT_PAY_DAY] = "listing.pay.day",
        [YT_PAY_PIECE] = "listing.pay.piece", [YT_PAY_MONTH] = "listing.pay.month",
        [YT_PAY_NONE] = "listing.pay.none",
    };
    const size_t kind = (size_t)listing->pay_kind;
    const char *id = kind < YT_COUNT(kinds) ? kinds[kind] : NULL;
    char from[YT_LISTING_NUMBER_MAX];
    char until[YT_LISTING_NUMBER_MAX];

    if (!id)
        return;
    if (listing->pay_kind == YT_PAY_NONE) {
        yt_listing_add(words, to, id);
    } else if (listing->pay <= 0) {
        yt_listing_add(words, to,
                       listing->pay_kind == YT_PAY_PIECE ? "listing.pay.by.piece"
                                                         : "listing.pay.ask");
    } else {
        yt_listing_number(words, listing->pay, from);
        yt_listing_fill_span(words, to, id, from,
                             listing->pay_max > listing->pay
                                 ? yt_listing_number(words, listing->pay_max, until)
                                 : from);
    }
}

void yt_listing_say_way(const struct yt_listing_words *words, const struct yt_listing *listing,
                        struct yt_buf *to)
{
    const int minutes = listing->minutes_there;
    char text[YT_LISTING_NUMBER_MAX];

    if (listing->way_there == YT_THERE_CAR_WITH_STAFF)
        yt_listing_add(words, to, "listing.car");
    else if (minutes != YT_LISTING_NOT_SAID)
        yt_listing_fill(words, to,
                        listing->way_there == YT_THERE_BUS ? "listing.bus" : "listing.walk", "n",
                        yt_listing_number(words, minutes, text));
}

void yt_listing_say_employer(const struct yt_listing_words *words, const struct yt_listing *listing,
                             struct yt_buf *to)
{
    if (listing->hide_name)
        yt_listing_add(words, to, "listing.hidden.name");
    else if (listing->employer)
        yt_buf_text(to, listing->employer);
}

static void say_checked(const struct yt_listing_words *words, const struct yt_listing *listing,
                        const char *id, enum yt_date_style style, struct yt_buf *to)
{
    char text[YT_DATE_TEXT_MAX];
    const struct yt_local_time day = {.date = listing->checked};

    if (!listing->checked.year)
        return;
    yt_date_text(yt_listing_tag(words), style, day, text);
    yt_listing_fill(words, to, id, "date", text);
}

void yt_listing_say_checked(const struct yt_listing_words *words, const struct yt_listing *listing,
                            struct yt_buf *to)
{
    say_checked(words, listing, "listing.checked", YT_DATE_DAY, to);
}

void yt_listing_say_checked_short(const struct yt_listing_words *words,
                                  const struct yt_listing *listing, struct yt_buf *to)
{
    say_checked(words, listing, "listing.checked.short", YT_DATE_MONTH_DAY, to);
}
