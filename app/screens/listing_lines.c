#include "base/attributes.h"
#include "base/message.h"
#include "screens/dates.h"
#include "screens/listing_say.h"

#include <stdio.h>

enum { WEEKDAYS = 7, WORKING_DAYS = 0x3E, ALL_DAYS = 0x7F };

/* --- Pieces ----------------------------------------------------------------------------------- */

/* Begins a new line behind the others, once something is said in it. */
static void line(struct yt_buf *to, struct yt_buf *piece)
{
    if (piece->size == 0)
        return;
    if (to->size)
        yt_buf_text(to, "\n");
    yt_buf_text(to, yt_buf_string(piece));
    yt_buf_clear(piece);
}

static void line_id(const struct yt_listing_words *words, struct yt_buf *to, const char *id)
{
    if (!id)
        return;
    if (to->size)
        yt_buf_text(to, "\n");
    yt_listing_add(words, to, id);
}

/* The id at that place of a table; NULL where nothing is to be said. */
#define PICK(table, index) ((size_t)(index) < YT_COUNT(table) ? (table)[index] : NULL)

/* Lines for the bits that are set. */
static void line_bits(const struct yt_listing_words *words, struct yt_buf *to, unsigned bits,
                      const char *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (bits & 1U << i)
            line_id(words, to, ids[i]);
}

/* "毎週・毎月" of the bits that are set, into one place of the message. */
static void line_list(const struct yt_listing_words *words, struct yt_buf *to, const char *id,
                      unsigned bits, const char *const *ids, size_t count)
{
    YT_SCOPED(yt_buf_done) struct yt_buf list = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf piece = {0};

    yt_buf_init(&list, YT_LISTING_PIECE_MAX);
    yt_buf_init(&piece, YT_LISTING_PIECE_MAX);
    for (size_t i = 0; i < count; i++)
        if (bits & 1U << i)
            yt_buf_printf(&list, "%s%s", list.size ? " · " : "", yt_listing_word(words, ids[i]));
    if (list.size)
        yt_listing_fill(words, &piece, id, "list", yt_buf_string(&list));
    line(to, &piece);
}

static void line_text(const struct yt_listing_words *words, struct yt_buf *to, const char *id,
                      const struct yt_text *text)
{
    YT_SCOPED(yt_buf_done) struct yt_buf piece = {0};

    yt_buf_init(&piece, (size_t)YT_LISTING_TEXT_MAX * 2);
    if (id)
        yt_listing_fill(words, &piece, id, "what", yt_listing_text(words, text));
    else
        yt_buf_text(&piece, yt_listing_text(words, text));
    line(to, &piece);
}

static bool has_text(const struct yt_listing_words *words, const struct yt_text *text)
{
    return yt_listing_text(words, text)[0] != '\0';
}

/* --- Time ------------------------------------------------------------------------------------- */

static void say_minute(const struct yt_listing_words *words, int minute,
                       char buffer[YT_LISTING_NUMBER_MAX])
{
    char plain[16];

    snprintf(plain, sizeof plain, "%d:%02d", minute / 60, minute % 60);
    yt_listing_digits(words, plain, buffer);
}

static void say_window(const struct yt_listing_words *words, const struct yt_listing *listing,
                       struct yt_buf *to)
{
    char from[YT_LISTING_NUMBER_MAX];
    char until[YT_LISTING_NUMBER_MAX];

    if (listing->from_minute == YT_LISTING_NOT_SAID || listing->until_minute == YT_LISTING_NOT_SAID)
        return;
    say_minute(words, listing->from_minute, from);
    say_minute(words, listing->until_minute, until);
    yt_listing_span(words, from, until, to);
}

static void say_weekdays(const struct yt_listing_words *words, uint8_t weekdays, struct yt_buf *to)
{
    /* Any date with that weekday will do: 2026-11-22 is a Sunday. */
    static const struct yt_date sunday = {2026, 11, 22};
    char text[YT_DATE_TEXT_MAX];
    YT_SCOPED(yt_buf_done) struct yt_buf list = {0};

    if (weekdays == WORKING_DAYS) {
        yt_listing_add(words, to, "listing.weekdays");
        return;
    }
    if (weekdays == ALL_DAYS) {
        yt_listing_add(words, to, "listing.everyday");
        return;
    }
    yt_buf_init(&list, YT_LISTING_PIECE_MAX);
    for (int i = 0; i < WEEKDAYS; i++) {
        struct yt_local_time day = {.date = yt_date_from_days(yt_date_to_days(sunday) + i)};

        if (weekdays & 1U << i)
            yt_buf_printf(&list, "%s%s", list.size ? " · " : "",
                          yt_date_text(yt_listing_tag(words), YT_DATE_WEEKDAY, day, text));
    }
    if (list.size)
        yt_listing_fill(words, to, "listing.on", "list", yt_buf_string(&list));
}

static void say_until(const struct yt_listing_words *words, struct yt_date until, struct yt_buf *to)
{
    char text[YT_DATE_TEXT_MAX];
    struct yt_local_time day = {.date = until};

    if (until.year)
        yt_listing_fill(words, to, "listing.until", "date",
                        yt_date_text(yt_listing_tag(words), YT_DATE_DAY, day, text));
}

static void time_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                       struct yt_buf *to)
{
    static const char *const half[] = {[YT_MAY_YES] = "listing.half.yes",
                                       [YT_MAY_ASK] = "listing.half.ask",
                                       [YT_MAY_NO] = "listing.half.no"};
    static const char *const child[] = {"listing.child.school", "listing.child.before",
                                        "listing.child.days", "listing.child.sick",
                                        "listing.child.ask"};
    YT_SCOPED(yt_buf_done) struct yt_buf piece = {0};

    yt_buf_init(&piece, YT_LISTING_PIECE_MAX);
    yt_listing_say_hours(words, listing, &piece);
    line(to, &piece);
    yt_listing_say_days(words, listing, &piece);
    line(to, &piece);
    say_window(words, listing, &piece);
    line(to, &piece);
    say_weekdays(words, listing->weekdays, &piece);
    line(to, &piece);
    line_id(words, to, PICK(half, listing->half_day));
    if (listing->grow == YT_MAY_YES)
        line_id(words, to, "listing.grow.yes");
    line_bits(words, to, listing->child_times, child, YT_COUNT(child));
    say_until(words, listing->until, &piece);
    line(to, &piece);
}

/* --- Money ------------------------------------------------------------------------------------ */

static void money_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                        struct yt_buf *to)
{
    static const char *const paid[] = {"listing.paid.daily", "listing.paid.weekly",
                                       "listing.paid.monthly"};
    static const char *const fare[] = {[YT_FARE_FULL] = "listing.fare.full",
                                       [YT_FARE_PART] = "listing.fare.part",
                                       [YT_FARE_NONE] = "listing.fare.none"};
    static const char *const insured[] = {"listing.insured.employment", "listing.insured.social",
                                          "listing.insured.trial"};
    YT_SCOPED(yt_buf_done) struct yt_buf piece = {0};

    yt_buf_init(&piece, YT_LISTING_PIECE_MAX);
    yt_listing_say_pay(words, listing, &piece);
    line(to, &piece);
    line_list(words, to, "listing.paid", listing->paid, paid, YT_COUNT(paid));
    line_id(words, to, PICK(fare, listing->fare));
    line_bits(words, to, listing->insurance, insured, YT_COUNT(insured));
}

/* --- Place ------------------------------------------------------------------------------------ */

static void place_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                        struct yt_buf *to)
{
    static const char *const access[] = {"listing.access.step"};
    static const char *const dorm[] = {
        [YT_MAY_YES] = "listing.dorm.yes", [YT_MAY_ASK] = "listing.dorm.ask", [YT_MAY_NO] = NULL};
    char text[YT_LISTING_NUMBER_MAX];
    YT_SCOPED(yt_buf_done) struct yt_buf piece = {0};

    yt_buf_init(&piece, YT_LISTING_PIECE_MAX);
    yt_listing_say_way(words, listing, &piece);
    line(to, &piece);
    line_text(words, to, NULL, &listing->area);
    line_text(words, to, NULL, &listing->access);
    if (listing->metres != YT_LISTING_NOT_SAID)
        yt_listing_fill(words, &piece, "listing.km", "n",
                        yt_listing_tenths(words, (listing->metres + 50) / 100, text));
    line(to, &piece);
    line_bits(words, to, listing->access_ok, access, YT_COUNT(access));
    line_id(words, to, PICK(dorm, listing->dorm));
}

/* --- Body, people, language ------------------------------------------------------------------- */

static void need_line(const struct yt_listing_words *words, struct yt_buf *to,
                      const struct yt_text *what, enum yt_may needed, const char *none,
                      const char *yes, const char *named)
{
    if (needed == YT_MAY_NO)
        line_id(words, to, none);
    else if (has_text(words, what))
        line_text(words, to, named, what);
    else if (needed == YT_MAY_YES)
        line_id(words, to, yes);
}

static void say_lift(const struct yt_listing_words *words, const struct yt_listing *listing,
                     struct yt_buf *to)
{
    char text[YT_LISTING_NUMBER_MAX];

    if (listing->lift_kg != YT_LISTING_NOT_SAID)
        yt_listing_fill(words, to, "listing.lift", "n",
                        yt_listing_number(words, listing->lift_kg, text));
}

static void body_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                       struct yt_buf *to)
{
    static const char *const posture[] = {[YT_POSTURE_SIT] = "listing.posture.sit",
                                          [YT_POSTURE_STAND] = "listing.posture.stand",
                                          [YT_POSTURE_BOTH] = "listing.posture.both"};
    static const char *const noise[] = {[YT_NOISE_QUIET] = "listing.noise.quiet",
                                        [YT_NOISE_SOME] = "listing.noise.some",
                                        [YT_NOISE_LOUD] = "listing.noise.loud"};
    static const char *const team[] = {[YT_TEAM_ALONE] = "listing.team.alone",
                                       [YT_TEAM_SMALL] = "listing.team.small",
                                       [YT_TEAM_LARGE] = "listing.team.large"};
    static const char *const talk[] = {[YT_TALK_LITTLE] = "listing.talk.little",
                                       [YT_TALK_SOME] = "listing.talk.some",
                                       [YT_TALK_MUCH] = "listing.talk.much"};
    static const char *const phone[] = {[YT_PHONE_NO] = "listing.phone.no",
                                        [YT_PHONE_LATER] = "listing.phone.later",
                                        [YT_PHONE_YES] = "listing.phone.yes"};
    static const char *const ja[] = {[YT_JA_NONE] = "listing.ja.none",
                                     [YT_JA_EASY] = "listing.ja.easy",
                                     [YT_JA_TALK] = "listing.ja.talk",
                                     [YT_JA_READ] = "listing.ja.read"};
    static const char *const access[] = {NULL, "listing.access.written", "listing.access.quiet",
                                         "listing.access.breaks"};
    YT_SCOPED(yt_buf_done) struct yt_buf piece = {0};

    yt_buf_init(&piece, YT_LISTING_PIECE_MAX);
    line_id(words, to, PICK(posture, listing->posture));
    say_lift(words, listing, &piece);
    line(to, &piece);
    line_id(words, to, PICK(noise, listing->noise));
    line_id(words, to, PICK(team, listing->team));
    line_id(words, to, PICK(talk, listing->talk));
    line_id(words, to, PICK(phone, listing->phone_duty));
    line_id(words, to, PICK(ja, listing->ja_level));
    line_bits(words, to, listing->access_ok, access, YT_COUNT(access));
}

/* --- How to begin ----------------------------------------------------------------------------- */

static void say_trial(const struct yt_listing_words *words, const struct yt_listing *listing,
                      struct yt_buf *to)
{
    char text[YT_LISTING_NUMBER_MAX];

    if (listing->trial_ok == YT_MAY_ASK)
        yt_listing_add(words, to, "listing.trial.ask");
    else if (listing->trial_ok == YT_MAY_YES && listing->trial_days > 0)
        yt_listing_fill(words, to, "listing.trial.days", "n",
                        yt_listing_number(words, listing->trial_days, text));
    else if (listing->trial_ok == YT_MAY_YES)
        yt_listing_add(words, to, "listing.trial.yes");
}

static void along_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                        struct yt_buf *to)
{
    static const char *const along[] = {"listing.along.visit", "listing.along.interview",
                                        "listing.along.first", "listing.along.every"};

    line_list(words, to, "listing.along", listing->along, along, YT_COUNT(along));
    if (listing->along & YT_ALONG_IN_HOUSE)
        line_id(words, to, "listing.along.house");
}

static void say_places(const struct yt_listing_words *words, const struct yt_listing *listing,
                       struct yt_buf *to)
{
    char text[YT_LISTING_NUMBER_MAX];

    if (listing->places > 0)
        yt_listing_fill(words, to, "listing.places", "n",
                        yt_listing_number(words, listing->places, text));
}

static void start_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                        struct yt_buf *to)
{
    static const char *const see[] = {
        [YT_MAY_YES] = "listing.see.yes", [YT_MAY_ASK] = "listing.see.ask", [YT_MAY_NO] = NULL};
    static const char *const experience[] = {[YT_EXPERIENCE_NONE] = "listing.experience.none",
                                             [YT_EXPERIENCE_HELPFUL] = "listing.experience.helpful",
                                             [YT_EXPERIENCE_NEEDED] = "listing.experience.needed"};
    static const char *const resume[] = {[YT_RESUME_NONE] = "listing.resume.none",
                                         [YT_RESUME_SHORT] = "listing.resume.short",
                                         [YT_RESUME_FULL] = "listing.resume.full"};
    static const char *const style[] = {[YT_STYLE_CHAT] = "listing.style.chat",
                                        [YT_STYLE_SAME_DAY] = "listing.style.day",
                                        [YT_STYLE_FORMAL] = "listing.style.formal"};
    YT_SCOPED(yt_buf_done) struct yt_buf piece = {0};

    yt_buf_init(&piece, YT_LISTING_PIECE_MAX);
    line_id(words, to, PICK(see, listing->see_ok));
    say_trial(words, listing, &piece);
    line(to, &piece);
    along_lines(words, listing, to);
    line_id(words, to, PICK(experience, listing->experience));
    if (listing->blank_ok == YT_MAY_YES)
        line_id(words, to, "listing.blank.yes");
    if (listing->seniors)
        line_id(words, to, "listing.seniors");
    need_line(words, to, &listing->licence, listing->licence_needed, "listing.licence.no",
              "listing.licence.yes", "listing.licence.what");
    need_line(words, to, &listing->computer, listing->computer_needed, "listing.computer.no",
              "listing.computer.yes", "listing.computer.what");
    line_id(words, to, PICK(resume, listing->resume));
    line_id(words, to, PICK(style, listing->talk_style));
    if (listing->after_visits)
        line_id(words, to, "listing.after");
    say_places(words, listing, &piece);
    line(to, &piece);
}

/* --- Groups ----------------------------------------------------------------------------------- */

static void task_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                       struct yt_buf *to)
{
    for (size_t i = 0; i < listing->task_count; i++)
        line_text(words, to, NULL, &listing->tasks[i]);
}

void yt_listing_lines(const struct yt_listing_words *words, const struct yt_listing *listing,
                      enum yt_listing_group group, struct yt_buf *to)
{
    static void (*const groups[])(const struct yt_listing_words *, const struct yt_listing *,
                                  struct yt_buf *) = {
        [YT_LISTING_TASKS] = task_lines,  [YT_LISTING_TIME] = time_lines,
        [YT_LISTING_MONEY] = money_lines, [YT_LISTING_WAY] = place_lines,
        [YT_LISTING_BODY] = body_lines,   [YT_LISTING_START] = start_lines,
    };

    if ((size_t)group < YT_COUNT(groups))
        groups[group](words, listing, to);
}
