#include "screens/review.h"

#include "base/attributes.h"
#include "screens/offer_screens.h"
#include "screens/steps.h"
#include "screens/tray.h"
#include "screens/tray_words.h"
#include "screens/words.h"

#include <sodium.h>

static const struct {
    const char *label;
    const struct yt_screen_ops *screen;
} lines[YT_REVIEW_END] = {
    [YT_REVIEW_NONE] = {"review.none", NULL},
    [YT_REVIEW_ITEMS] = {"review.items", NULL},
    [YT_REVIEW_LISTINGS] = {"tray.listings", &yt_screen_tray},
    [YT_REVIEW_PROGRAMMES] = {"tray.programmes", &yt_screen_tray},
    [YT_REVIEW_WISH] = {"tray.wish", &yt_screen_tray},
    [YT_REVIEW_PAPER] = {"review.paper", &yt_screen_tray},
    [YT_REVIEW_TYPE] = {"review.type", &yt_screen_booking_type},
    [YT_REVIEW_TIME] = {"review.time", &yt_screen_booking_time},
    [YT_REVIEW_COMPANION] = {"review.companion", &yt_screen_booking_companion},
    [YT_REVIEW_ANSWERS] = {"review.answers", NULL},
    [YT_REVIEW_WORDS] = {"review.words", &yt_screen_own_words},
    [YT_REVIEW_CONSENT] = {"review.consent", &yt_screen_consent},
    [YT_REVIEW_NAME] = {"review.name", &yt_screen_contact_name},
    [YT_REVIEW_REACH] = {"review.reach", &yt_screen_contact_reach},
    [YT_REVIEW_SAFE] = {"review.safe", &yt_screen_contact_safe},
};

static bool answered(const struct yt_app *app)
{
    return app->visit.check_begun && app->visit.answers.pace != YT_PACE_MENU;
}

static bool tray_speaks(const struct yt_app *app)
{
    return yt_tray_words_listed(app, YT_TRAY_BOTH) || app->visit.programme_count > 0 ||
           app->visit.wish.made;
}

/* What the lines of listings and programmes name: without anything handed over, all is paper. */
static enum yt_tray_part named_part(const struct yt_app *app)
{
    return yt_step_hands_over(app) ? YT_TRAY_HANDED : YT_TRAY_BOTH;
}

static bool any_paper(const struct yt_app *app)
{
    return yt_step_hands_over(app) &&
           (yt_tray_words_listed(app, YT_TRAY_PAPER) || yt_tray_words_joined(app, YT_TRAY_PAPER));
}

bool yt_review_shown(const struct yt_app *app, enum yt_review_line line)
{
    const struct yt_visit *visit = &app->visit;
    bool handed = yt_step_hands_over(app);
    bool named = handed && visit->consent == YT_CONSENT_NAMED;
    bool books = yt_visit_wants_date(visit) && visit->appointment.wanted;

    switch (line) {
    case YT_REVIEW_ITEMS:
        return yt_visit_items(visit, 0) != 0 || !tray_speaks(app);
    case YT_REVIEW_LISTINGS:
        return yt_tray_words_listed(app, named_part(app));
    case YT_REVIEW_PROGRAMMES:
        return yt_tray_words_joined(app, named_part(app));
    case YT_REVIEW_PAPER:
        return any_paper(app);
    case YT_REVIEW_WISH:
        return handed && visit->wish.made;
    case YT_REVIEW_TYPE:
    case YT_REVIEW_TIME:
    case YT_REVIEW_COMPANION:
        return handed && books;
    case YT_REVIEW_ANSWERS:
        return handed && answered(app);
    case YT_REVIEW_WORDS:
        return handed;
    case YT_REVIEW_CONSENT:
        return !yt_step_paper_only(app);
    case YT_REVIEW_NAME:
    case YT_REVIEW_REACH:
        return named;
    case YT_REVIEW_SAFE:
        return named && yt_step_reach_has_number(visit->contact.reach);
    case YT_REVIEW_NONE:
    case YT_REVIEW_END:
        break;
    }
    return false;
}

bool yt_review_filled(const struct yt_app *app, enum yt_review_line line)
{
    const struct yt_visit *visit = &app->visit;
    switch (line) {
    case YT_REVIEW_ITEMS:
        return yt_visit_items(visit, 0) != 0;
    case YT_REVIEW_LISTINGS:
        return yt_tray_words_listed(app, named_part(app));
    case YT_REVIEW_PROGRAMMES:
        return yt_tray_words_joined(app, named_part(app));
    case YT_REVIEW_PAPER:
        return any_paper(app);
    case YT_REVIEW_WISH:
        return visit->wish.made;
    case YT_REVIEW_TIME:
        return visit->appointment.wanted;
    case YT_REVIEW_COMPANION:
        return visit->appointment.companion != YT_COMPANION_NOT_SAID;
    case YT_REVIEW_ANSWERS:
        return answered(app) && !visit->answers_withheld;
    case YT_REVIEW_WORDS:
        return visit->own_words[0] != '\0';
    case YT_REVIEW_NAME:
        return visit->contact.name[0] != '\0';
    case YT_REVIEW_REACH:
        return visit->contact.reach != YT_REACH_NOT_SAID;
    case YT_REVIEW_SAFE:
        return visit->contact.parts || visit->contact.message_ok || visit->contact.office_name_ok;
    case YT_REVIEW_TYPE:
    case YT_REVIEW_CONSENT:
    case YT_REVIEW_NONE:
    case YT_REVIEW_END:
        break;
    }
    return false;
}

const char *yt_review_label(enum yt_review_line line)
{
    return lines[line].label;
}

const struct yt_screen_ops *yt_review_screen(enum yt_review_line line)
{
    return lines[line].screen;
}

static void answers_value(const struct yt_app *app, struct yt_buf *to)
{
    const struct yt_check *check = &app->content->check;
    uint64_t asked = yt_check_asked(check, &app->visit.answers) & ~app->visit.answers.skipped;
    char text[128];
    int count = 0;
    for (size_t i = yt_next_bit(asked, 0); i < check->question_count; i = yt_next_bit(asked, i + 1))
        count += app->visit.answers.chosen[i] != 0;
    yt_buf_text(to, yt_say_count(app, "review.answers.n", "n", count, text, sizeof(text)));
}

static void type_value(const struct yt_app *app, struct yt_buf *to)
{
    const struct yt_appointment_type *type = yt_step_type(app);
    yt_buf_text(to, type ? yt_say_text(app, &type->name) : yt_say(app, "booking.type.open"));
}

static void time_value(const struct yt_app *app, struct yt_buf *to)
{
    bool firm = app->visit.appointment.firm;
    yt_buf_text(to, yt_say(app, firm ? "review.time.firm" : "review.time.asked"));
    yt_words_times(app, to);
}

static const char *consent_message(enum yt_consent consent)
{
    switch (consent) {
    case YT_CONSENT_NONE:
        return "consent.none";
    case YT_CONSENT_ANONYMOUS:
        return "consent.anon";
    case YT_CONSENT_NAMED:
        return "consent.named";
    }
    return "review.not.said";
}

void yt_review_value(const struct yt_app *app, enum yt_review_line line, struct yt_buf *to)
{
    if (line == YT_REVIEW_ANSWERS && app->visit.answers_withheld) {
        yt_buf_text(to, yt_say(app, "review.removed"));
        return;
    }
    switch (line) {
    case YT_REVIEW_ITEMS:
        yt_words_items(app, to);
        break;
    case YT_REVIEW_LISTINGS:
        yt_tray_words_listings(app, named_part(app), to);
        break;
    case YT_REVIEW_PROGRAMMES:
        yt_tray_words_programmes(app, named_part(app), to);
        break;
    case YT_REVIEW_PAPER:
        yt_tray_words_listings(app, YT_TRAY_PAPER, to);
        yt_tray_words_programmes(app, YT_TRAY_PAPER, to);
        break;
    case YT_REVIEW_WISH:
        yt_tray_words_wish(app, to);
        break;
    case YT_REVIEW_TYPE:
        type_value(app, to);
        break;
    case YT_REVIEW_TIME:
        time_value(app, to);
        break;
    case YT_REVIEW_COMPANION:
        yt_words_company(app, to);
        break;
    case YT_REVIEW_ANSWERS:
        answers_value(app, to);
        break;
    case YT_REVIEW_WORDS:
        yt_buf_text(to, app->visit.own_words);
        break;
    case YT_REVIEW_CONSENT:
        if (app->visit.consent_said)
            yt_buf_text(to, yt_say(app, consent_message(app->visit.consent)));
        break;
    case YT_REVIEW_NAME:
        yt_buf_text(to, app->visit.contact.name);
        break;
    case YT_REVIEW_REACH:
        yt_words_contact(app, to);
        break;
    case YT_REVIEW_SAFE:
        yt_words_safe(app, to);
        break;
    case YT_REVIEW_NONE:
    case YT_REVIEW_END:
        break;
    }
    if (to->size == 0)
        yt_buf_text(to, yt_say(app, "review.none"));
}

/* The wish for a date goes, the wish to hear more about the same items stays. */
static void remove_booking(struct yt_app *app)
{
    struct yt_visit *visit = &app->visit;
    uint64_t items = yt_visit_items(visit, YT_WAY_BOOK);
    yt_step_drop_time(app);
    for (size_t i = yt_next_bit(items, 0); i < YT_BITS_MAX; i = yt_next_bit(items, i + 1))
        visit->ways[i] = (uint8_t)((visit->ways[i] & ~YT_WAY_BOOK) | YT_WAY_ASK);
    sodium_memzero(&visit->appointment, sizeof(visit->appointment));
}

/* They stay in the tray as the resident's own marks, and can be changed there. */
static void remove_listings(struct yt_app *app, enum yt_tray_part part)
{
    for (size_t i = 0; i < app->visit.listing_count; i++) {
        struct yt_entry_listing *listing = &app->visit.listings[i];

        if (!(part & (yt_entry_listing_handed(listing) ? YT_TRAY_HANDED : YT_TRAY_PAPER)))
            continue;
        listing->ways = YT_LISTING_MARKED;
        listing->conditions = 0;
    }
}

static void remove_programmes(struct yt_app *app, enum yt_tray_part part)
{
    for (size_t i = app->visit.programme_count; i-- > 0;)
        if (part &
            (yt_entry_programme_handed(&app->visit.programmes[i]) ? YT_TRAY_HANDED : YT_TRAY_PAPER))
            yt_tray_take_out_programme(&app->visit, i);
}

static void remove_from_tray(struct yt_app *app, enum yt_review_line line)
{
    if (line == YT_REVIEW_LISTINGS) {
        remove_listings(app, named_part(app));
    } else if (line == YT_REVIEW_PROGRAMMES) {
        remove_programmes(app, named_part(app));
    } else if (line == YT_REVIEW_PAPER) {
        remove_listings(app, YT_TRAY_PAPER);
        remove_programmes(app, YT_TRAY_PAPER);
    } else {
        yt_tray_remove_wish(&app->visit);
    }
}

static void remove_safe(struct yt_entry_contact *contact)
{
    contact->parts = 0;
    contact->message_ok = YT_NOT_SAID;
    contact->office_name_ok = YT_NOT_SAID;
}

void yt_review_remove(struct yt_app *app, enum yt_review_line line)
{
    struct yt_entry_contact *contact = &app->visit.contact;
    struct yt_entry_appointment *appointment = &app->visit.appointment;
    switch (line) {
    case YT_REVIEW_LISTINGS:
    case YT_REVIEW_PROGRAMMES:
    case YT_REVIEW_WISH:
    case YT_REVIEW_PAPER:
        remove_from_tray(app, line);
        break;
    case YT_REVIEW_TIME:
        remove_booking(app);
        break;
    case YT_REVIEW_COMPANION:
        appointment->companion = YT_COMPANION_NOT_SAID;
        sodium_memzero(appointment->interpreter_language,
                       sizeof(appointment->interpreter_language));
        break;
    case YT_REVIEW_ANSWERS:
        app->visit.answers_withheld = true;
        break;
    case YT_REVIEW_WORDS:
        sodium_memzero(app->visit.own_words, sizeof(app->visit.own_words));
        break;
    case YT_REVIEW_NAME:
        sodium_memzero(contact->name, sizeof(contact->name));
        break;
    case YT_REVIEW_REACH:
        contact->reach = YT_REACH_NOT_SAID;
        sodium_memzero(contact->number, sizeof(contact->number));
        break;
    case YT_REVIEW_SAFE:
        remove_safe(contact);
        break;
    case YT_REVIEW_ITEMS:
    case YT_REVIEW_TYPE:
    case YT_REVIEW_CONSENT:
    case YT_REVIEW_NONE:
    case YT_REVIEW_END:
        break;
    }
}
