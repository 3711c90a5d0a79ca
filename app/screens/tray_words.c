#include "screens/tray_words.h"

#include "screens/listing_lines.h"
#include "screens/listing_ways.h"
#include "screens/words.h"

#include <string.h>

#define CHOSEN_MAX 2048
/* Before what belongs to the name above. */
#define BELOW "\n  → "

/* So many lines of the paper, which begins with the name in the visit's language. */
static void add_lines(const char *paper, const char *title, int count, struct yt_buf *to)
{
    const char *from = paper[0] ? paper : title;

    for (int line = 0; line < count && *from; line++) {
        const size_t size = strcspn(from, "\n");

        yt_words_line(to);
        yt_buf_append(to, from, size);
        from += size + (from[size] == '\n');
    }
}

/* --- Listings --------------------------------------------------------------------------------- */

static bool is_part(const struct yt_entry_listing *listing, enum yt_tray_part part)
{
    if (yt_entry_listing_handed(listing))
        return (part & YT_TRAY_HANDED) != 0;
    return (listing->ways & YT_LISTING_PAPER) && (part & YT_TRAY_PAPER);
}

bool yt_tray_words_listed(const struct yt_app *app, enum yt_tray_part part)
{
    for (size_t i = 0; i < app->visit.listing_count; i++)
        if (is_part(&app->visit.listings[i], part))
            return true;
    return false;
}

static void add_chosen(const struct yt_app *app, const struct yt_entry_listing *listing,
                       struct yt_buf *to)
{
    YT_SCOPED(yt_buf_done) struct yt_buf chosen;

    yt_buf_init_secret(&chosen, CHOSEN_MAX);
    yt_listing_say_chosen(app, listing, &chosen);
    for (const char *from = yt_buf_string(&chosen); *from;) {
        const size_t size = strcspn(from, "\n");

        yt_buf_text(to, BELOW);
        yt_buf_append(to, from, size);
        from += size + (from[size] == '\n');
    }
}

void yt_tray_words_listings(const struct yt_app *app, enum yt_tray_part part, struct yt_buf *to)
{
    for (size_t i = 0; i < app->visit.listing_count; i++) {
        const struct yt_entry_listing *listing = &app->visit.listings[i];

        if (!is_part(listing, part))
            continue;
        add_lines(listing->paper, listing->title, 1, to);
        if (part == YT_TRAY_HANDED)
            add_chosen(app, listing, to);
    }
}

/* --- Programmes ------------------------------------------------------------------------------- */

static bool is_joined(const struct yt_entry_programme *programme, enum yt_tray_part part)
{
    return (part & (yt_entry_programme_handed(programme) ? YT_TRAY_HANDED : YT_TRAY_PAPER)) != 0;
}

bool yt_tray_words_joined(const struct yt_app *app, enum yt_tray_part part)
{
    for (size_t i = 0; i < app->visit.programme_count; i++)
        if (is_joined(&app->visit.programmes[i], part))
            return true;
    return false;
}

/* What handing it over will do: nothing is kept for anybody before that. */
static const char *join_message(const struct yt_entry_programme *programme)
{
    if (programme->waiting)
        return "review.join.waiting";
    return programme->firm ? "review.join.firm" : "review.join.asked";
}

void yt_tray_words_programmes(const struct yt_app *app, enum yt_tray_part part, struct yt_buf *to)
{
    for (size_t i = 0; i < app->visit.programme_count; i++) {
        const struct yt_entry_programme *programme = &app->visit.programmes[i];

        if (!is_joined(programme, part))
            continue;
        add_lines(programme->paper, programme->title, 3, to); /* name, date, time */
        if (part == YT_TRAY_HANDED)
            yt_buf_printf(to, "%s%s", BELOW, yt_say(app, join_message(programme)));
    }
}

/* --- The wish --------------------------------------------------------------------------------- */

void yt_tray_words_wish(const struct yt_app *app, struct yt_buf *to)
{
    const struct yt_entry_wish *wish = &app->visit.wish;

    if (wish->place[0]) {
        yt_words_line(to);
        yt_buf_text(to, wish->place);
    }
    if (wish->draw[0]) {
        yt_words_line(to);
        yt_buf_text(to, wish->draw);
    }
    for (int kind = 0; kind < YT_LISTING_KINDS; kind++) {
        if (!(wish->kinds & (UINT32_C(1) << kind)))
            continue;
        yt_words_line(to);
        yt_buf_text(to, yt_say(app, yt_listing_kind_title((enum yt_listing_kind)kind)));
    }
    for (int fact = 0; fact < YT_FACTS; fact++) {
        if (!(wish->facts & (UINT64_C(1) << fact)))
            continue;
        yt_words_line(to);
        yt_buf_text(to, yt_say(app, yt_listing_fact_title((enum yt_listing_fact)fact)));
    }
}
