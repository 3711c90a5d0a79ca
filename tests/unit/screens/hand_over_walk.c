#include "hand_over_walk.h"

#include "screens/booking_time.h"
#include "screens/day_strip.h"
#include "screens/review.h"
#include "screens/screens.h"
#include "screens/steps.h"
#include "screens/typing.h"
#include "ui/edit/keys.h"

#include <string.h>

/* The state of the screen on top, for putting up pages that many touches lead to. */
static void *top_state(struct walker *walker)
{
    return walker->app->nav.levels[walker->app->nav.depth - 1].state;
}

static void act(struct walker *walker, uint16_t id, int32_t value)
{
    walker->app->nav.current = walker->app->nav.depth - 1;
    yt_nav_top(walker->app)->action(walker->app, (struct yt_ui_action){id, value});
}

/* Half of the menu, every other item with a wish for a date. */
static void mark(struct walker *walker)
{
    const struct yt_menu *menu = &walker->app->content->menu;
    for (size_t i = 0; i < menu->count; i += 2)
        walker->app->visit.ways[i] =
            menu->items[i].books ? YT_WAY_MARKED | YT_WAY_BOOK : YT_WAY_MARKED | YT_WAY_ASK;
    walker->app->visit.appointment.wanted = true;
}

static void choose_type(struct walker *walker, const char *id)
{
    const struct yt_appointments *appointments = &walker->app->content->appointments;
    int index = yt_appointment_type_find(appointments, id);
    yt_step_drop_time(walker->app);
    walker->app->visit.appointment.type = index < 0 ? 0 : appointments->types[index].number;
}

/* The first that the view shows on its day. */
static size_t first_slot(struct walker *walker)
{
    const struct yt_time_state *state = top_state(walker);
    size_t slot = state->list->days[state->day].first;
    while (state->list->slots[slot].firm != (state->view == YT_TIMES_FIRM))
        slot++;
    return slot;
}

static void times(struct walker *walker)
{
    choose_type(walker, "desk");
    yt_nav_push(walker->app, &yt_screen_booking_time);
    walker_look(walker, "booking-time");
    if (((struct yt_time_state *)top_state(walker))->list->count > 0) {
        act(walker, YT_TIME_SLOT, (int32_t)first_slot(walker));
        walker_look(walker, "booking-time-chosen");
        act(walker, YT_TIME_STRIP, (int32_t)yt_day_strip_columns(walker->app->ui));
        walker->app->visit.slot_lost = true;
        walker_look(walker, "booking-time-lost");
        walker->app->visit.slot_lost = false;
        act(walker, YT_TIME_VIEW, YT_TIMES_ASKED);
        walker_look(walker, "booking-time-asked");
    }
    yt_nav_back(walker->app);
    choose_type(walker, "visit");
    walker_screen(walker, &yt_screen_booking_time, "booking-time-visit");
    choose_type(walker, "");
    yt_nav_push(walker->app, &yt_screen_booking_time);
    act(walker, YT_TIME_PART, YT_PART_MORNING);
    walker_look(walker, "booking-parts");
    yt_nav_back(walker->app);
}

static void boards(struct walker *walker)
{
    static const struct {
        enum yt_board board;
        const char *what;
    } all[] = {
        {YT_BOARD_KANA, "own-words-kana"},       {YT_BOARD_KANA_LAST, "own-words-kana-last"},
        {YT_BOARD_LATIN, "own-words-latin"},     {YT_BOARD_ACCENTS, "own-words-accents"},
        {YT_BOARD_SYMBOLS, "own-words-symbols"},
    };
    yt_nav_push(walker->app, &yt_screen_own_words);
    walker_look(walker, "own-words-empty");
    struct yt_typing *typing = top_state(walker);
    yt_edit_init(&typing->edit, YT_ENTRY_OWN_WORDS_MAX,
                 "こどもの がっこうのことで そうだんしたいです。ゆうがたが いいです。でんわは "
                 "にがてです。よろしく"
                 "おねがいします");
    for (size_t i = 0; i < YT_COUNT(all); i++) {
        typing->keyboard.board = all[i].board;
        walker_look(walker, "%s", all[i].what);
    }
    typing->keyboard = (struct yt_keyboard){.board = YT_BOARD_KANA, .other_case = true};
    walker_look(walker, "own-words-katakana");
    yt_nav_back(walker->app);
}

static void contact(struct walker *walker)
{
    struct yt_entry_contact *contact = &walker->app->visit.contact;
    walker_screen(walker, &yt_screen_contact_name, "contact-name");
    walker_screen(walker, &yt_screen_contact_reach, "contact-reach");
    contact->reach = YT_REACH_LETTER;
    walker_screen(walker, &yt_screen_contact_number, "contact-number-letter");
    contact->reach = YT_REACH_PHONE;
    strcpy(contact->number, "0000-00-1234");
    walker_screen(walker, &yt_screen_contact_number, "contact-number-phone");
    contact->parts = YT_PART_MORNING | YT_PART_EVENING;
    contact->message_ok = YT_NO;
    contact->office_name_ok = YT_YES;
    strcpy(contact->name, "さくら");
    walker_screen(walker, &yt_screen_contact_safe, "contact-safe");
}

/* As long as the sample's longest ones are in any language. */
static void fill_tray(struct walker *walker)
{
    struct yt_visit *visit = &walker->app->visit;

    visit->listing_count = 3;
    for (size_t i = 0; i < visit->listing_count; i++)
        visit->listings[i] = (struct yt_entry_listing){
            .id = {'J', (char)('1' + i)},
            .title = "介護施設のベッドまわりの準備（午前だけ、平日）",
            .ways = i == 2 ? YT_LISTING_MARKED | YT_LISTING_PAPER
                           : YT_LISTING_MARKED | YT_LISTING_SEE | YT_LISTING_TRY | YT_LISTING_ASK,
            .conditions = i == 0 ? YT_CONDITION_HALF_DAY | YT_CONDITION_STAFF_BESIDE |
                                       YT_CONDITION_SCHOOL_HOURS
                                 : 0,
            .paper = "介護施設《かいごしせつ》の ベッドまわりの 準備《じゅんび》"};
    visit->programme_count = 3;
    for (size_t i = 0; i < visit->programme_count; i++)
        visit->programmes[i] = (struct yt_entry_programme){
            .id = {'P', (char)('1' + i)},
            .title = "しごと講座（強みさがし、面接、パソコン、暮らしのお金）",
            .day = 20780 + (int32_t)i,
            .minute = 600,
            .firm = i == 0,
            .waiting = i == 1,
            .paper = "しごと講座（強みさがし、面接、パソコン、暮らしのお金）\n11月26日（木）14:00"};
    visit->wish = (struct yt_entry_wish){.made = true,
                                         .place = "駅前のパン屋、または図書館のそばの小さなカフェ",
                                         .draw = "朝の早い時間と、静かなところ",
                                         .facts = UINT64_C(1) << YT_FACT_CHILD_TIMES |
                                                  UINT64_C(1) << YT_FACT_EASY_JAPANESE,
                                         .kinds = 1U << YT_LISTING_VOLUNTEER};
}

static void review_tray(struct walker *walker)
{
    struct yt_visit *visit = &walker->app->visit;

    fill_tray(walker);
    visit->consent = YT_CONSENT_ANONYMOUS;
    yt_nav_push(walker->app, &yt_screen_review);
    walker_look(walker, "review-tray");
    for (int line = YT_REVIEW_LISTINGS; line <= YT_REVIEW_PAPER; line++) {
        act(walker, YT_ACT_OWN, line);
        walker_look(walker, "review-tray-line");
    }
    yt_nav_back(walker->app);
    visit->consent = YT_CONSENT_NONE;
    walker_screen(walker, &yt_screen_review, "review-tray-paper");
}

static void consent_and_review(struct walker *walker)
{
    struct yt_visit *visit = &walker->app->visit;
    choose_type(walker, "phone");
    walker_screen(walker, &yt_screen_consent, "consent");
    visit->consent = YT_CONSENT_NAMED;
    visit->consent_said = true;
    strcpy(visit->own_words, "こどものことで そうだんしたいです");
    yt_nav_push(walker->app, &yt_screen_review);
    walker_look(walker, "review");
    act(walker, YT_ACT_OWN, YT_REVIEW_ITEMS);
    walker_look(walker, "review-items");
    act(walker, YT_ACT_OWN, YT_REVIEW_WORDS);
    walker_look(walker, "review-words");
    yt_nav_back(walker->app);
    visit->consent = YT_CONSENT_NONE;
    walker_screen(walker, &yt_screen_review, "review-paper");
    review_tray(walker);
}

/* --- Saving and printing ---------------------------------------------------------------------- */

static void begin_saving(struct walker *walker)
{
    walker->app->visit.consent = YT_CONSENT_NAMED;
    walker->app->visit.saved = false;
    yt_nav_push(walker->app, &yt_screen_review);
    yt_nav_push(walker->app, &yt_screen_saving);
}

static void leave(struct walker *walker)
{
    while (yt_nav_top(walker->app) != &yt_screen_home)
        yt_nav_back(walker->app);
}

static void saving(struct walker *walker, struct counter *counter)
{
    begin_saving(walker);
    walker_look(walker, "saving");
    journey_wait(walker->journey, 6000);
    walker_look(walker, "saving-slow");
    counter_not_saved(counter, YT_ERR_NOT_FOUND, false);
    walker_look(walker, "saving-failed");
    leave(walker);
    begin_saving(walker);
    counter_not_saved(counter, YT_ERR_DISK_FULL, true);
    walker_look(walker, "slip-not-saved");
    leave(walker);
}

static void slips(struct walker *walker, struct counter *counter)
{
    static const struct {
        enum yt_err_code reason;
        const char *what;
    } faults[] = {
        {YT_ERR_PAPER_OUT, "slip-paper-out"}, {YT_ERR_COVER_OPEN, "slip-cover-open"},
        {YT_ERR_OFFLINE, "slip-offline"},     {YT_ERR_UNKNOWN, "slip-unknown"},
        {YT_ERR_IO, "slip-failed"},
    };
    begin_saving(walker);
    counter_saved(counter);
    walker_look(walker, "slip-printing");
    counter_printed(counter);
    walker_look(walker, "slip-printed");
    for (size_t i = 0; i < YT_COUNT(faults); i++) {
        counter_not_printed(counter, faults[i].reason);
        walker_look(walker, "%s", faults[i].what);
    }
    journey_tap_id(walker->journey, "slip.code.show");
    walker_look(walker, "slip-code");
    leave(walker);
    walker->app->visit.consent = YT_CONSENT_NONE;
    walker_screen(walker, &yt_screen_slip, "slip-paper");
    walker->app->printer = YT_PRINTER_NONE;
    walker_screen(walker, &yt_screen_slip, "slip-no-printer");
    walker->app->printer = YT_PRINTER_READY;
}

void hand_over_walk(struct counter *counter, int language, enum yt_text_scale scale,
                    walk_visitor visitor, void *context)
{
    struct yt_app *app = &counter->journey->app;
    struct walker walker = walker_begin(counter->journey, language, scale, visitor, context);

    mark(&walker);
    walker_screen(&walker, &yt_screen_booking_type, "booking-type");
    walker_screen(&walker, &yt_screen_booking_companion, "booking-companion");
    app->visit.appointment.companion = YT_COMPANION_INTERPRETER;
    yt_nav_push(app, &yt_screen_booking_companion);
    journey_tap_id(counter->journey, "ui.next");
    walker_look(&walker, "booking-language");
    leave(&walker);
    app->visit.appointment.companion = YT_COMPANION_NOT_SAID;
    times(&walker);
    boards(&walker);
    contact(&walker);
    consent_and_review(&walker);
    saving(&walker, counter);
    slips(&walker, counter);
    yt_step_finish(app);
    walker_look(&walker, "done");
    yt_app_end_visit(app);
}
