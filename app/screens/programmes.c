/* What takes place in the two weeks from today: how many things on each day at a glance, and below
 * what awaits whoever comes. What is moved or cancelled stands where it always stood. */
#include "screens/programmes.h"

#include "base/attributes.h"
#include "base/message.h"
#include "screens/day_strip.h"
#include "screens/frame.h"
#include "screens/offer_screens.h"
#include "screens/offers.h"
#include "screens/programme_card.h"
#include "screens/programme_words.h"

enum {
    ACT_DAY = YT_ACT_OWN, /* days from today */
    ACT_ALL_DAYS,
    ACT_STRIP,
    ACT_OPEN, /* index into the agenda */
    ACT_ALL_ITEMS,
    ACT_PLACES,
    ACT_VOICES,
    ACT_TALK,
};

enum {
    DAYS = 14,
    WEEK_DAYS = 7,
    ALL_MAX = 60, /* more are shown one day at a time */
    PAGE_EMS = 64,
};

struct programmes_state {
    bool one_item; /* only what belongs to `item` of the menu */
    size_t item;
    int day; /* days from today, counted from 1; 0: none was touched */
    int strip;
};

/* What is shown; pointers into the offers of now. */
struct agenda {
    struct yt_date today;
    size_t total;
    size_t on[DAYS], off[DAYS]; /* take place; do not */
    bool all;                   /* `list` holds every day, otherwise `day` */
    int day;                    /* from today */
    struct yt_occurrence_list list;
};

void yt_programmes_open(struct yt_app *app, size_t item)
{
    struct programmes_state *state;

    yt_nav_push(app, &yt_screen_programmes);
    state = yt_nav_top_state(app);
    state->one_item = true;
    state->item = item;
}

/* --- What there is ---------------------------------------------------------------------------- */

static void keep_item(const struct yt_offers *offers, size_t item, struct yt_occurrence_list *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
        if (yt_has_bit(offers->programmes[list->items[i].programme].items, item))
            list->items[kept++] = list->items[i];
    list->count = kept;
}

static void look_up(const struct yt_app *app, const struct programmes_state *state,
                    struct yt_date from, int days, struct yt_occurrence_list *list)
{
    const struct yt_offers *offers = yt_offers_now(app);

    yt_programmes_on(offers->programmes, offers->programme_count, &app->content->site, from, days,
                     list);
    if (state->one_item)
        keep_item(offers, state->item, list);
}

static void count_day(struct agenda *agenda, int day)
{
    for (size_t i = 0; i < agenda->list.count; i++)
        (*(agenda->list.items[i].cancelled ? &agenda->off[day] : &agenda->on[day]))++;
    agenda->total += agenda->list.count;
}

static struct yt_date day_from(struct yt_date today, int days)
{
    return yt_date_from_days(yt_date_to_days(today) + days);
}

static void make_agenda(const struct yt_app *app, const struct programmes_state *state,
                        struct agenda *agenda)
{
    *agenda = (struct agenda){.today = yt_app_now(app).date};
    for (int day = 0; day < DAYS; day++) {
        look_up(app, state, day_from(agenda->today, day), 1, &agenda->list);
        count_day(agenda, day);
    }
    agenda->all = state->day == 0 && agenda->total <= ALL_MAX;
    agenda->day = state->day ? state->day - 1 : 0;
    if (agenda->all)
        look_up(app, state, agenda->today, DAYS, &agenda->list);
    else
        look_up(app, state, day_from(agenda->today, agenda->day), 1, &agenda->list);
}

/* --- The days --------------------------------------------------------------------------------- */

static void put_day_mark(const struct yt_teller *teller, const struct agenda *agenda, int day,
                         struct yt_buf *text)
{
    if (agenda->on[day] == 1)
        yt_tell_count(teller, "programmes.day.one", 1, text);
    else if (agenda->on[day])
        yt_tell_count(teller, "programmes.day.count", (int)agenda->on[day], text);
    else
        yt_buf_text(text, yt_tell(teller, agenda->off[day] ? "programmes.day.off"
                                                           : "programmes.day.nothing"));
}

static void declare_day(struct yt_app *app, struct yt_ui *ui, const struct agenda *agenda, int day)
{
    const struct yt_teller teller = {.app = app};
    const char *language = yt_app_language(app);
    const struct yt_local_time when = {.date = day_from(agenda->today, day)};
    YT_SCOPED(yt_buf_done) struct yt_buf mark = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf name = {0};
    char weekday[YT_DATE_TEXT_MAX];
    char label[YT_DATE_TEXT_MAX];
    char spoken[YT_DATE_TEXT_MAX];

    yt_buf_init(&mark, 256);
    yt_buf_init(&name, 512);
    put_day_mark(&teller, agenda, day, &mark);
    yt_buf_printf(&name, "%s%s%s %s", day == 0 ? yt_say(app, "programmes.today") : "",
                  day == 0 ? " " : "", yt_date_text(language, YT_DATE_DAY, when, spoken),
                  yt_buf_string(&mark));
    yt_ui_day(ui, &(struct yt_ui_day){
                      .above = day == 0 ? yt_say(app, "programmes.today")
                                        : yt_date_text(language, YT_DATE_WEEKDAY, when, weekday),
                      .label = yt_date_text(language, YT_DATE_MONTH_DAY, when, label),
                      .below = yt_buf_string(&mark),
                      .name = yt_buf_string(&name),
                      .chosen = !agenda->all && agenda->day == day,
                      .action = {ACT_DAY, day + 1},
                      .key = (uint32_t)day + 1,
                  });
}

/* Two whole weeks where a week fits beside itself; otherwise as many days as do. */
static void declare_days(struct yt_app *app, struct yt_ui *ui, const struct agenda *agenda)
{
    const struct programmes_state *state = yt_nav_state(app);
    const int columns = (int)yt_day_strip_columns(ui);
    const bool weeks = columns == WEEK_DAYS;
    const int first = weeks ? 0 : state->strip;
    const int end = weeks || first + columns > DAYS ? DAYS : first + columns;

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_KEYS,
                                        .columns = columns,
                                        .label = yt_say(app, "programmes.days")});
    for (int day = first; day < end; day++)
        declare_day(app, ui, agenda, day);
    yt_ui_end(ui);
    if (!weeks)
        yt_day_strip_ways(app, ui, (size_t)first, DAYS, ACT_STRIP);
}

/* --- What is on ------------------------------------------------------------------------------- */

static void declare_date(struct yt_app *app, struct yt_ui *ui, const struct agenda *agenda, int day)
{
    char date[YT_DATE_TEXT_MAX];
    char text[YT_DATE_TEXT_MAX + 64];
    const struct yt_local_time when = {.date = day_from(agenda->today, day)};
    const char *name = day == 0   ? yt_say(app, "programmes.today")
                       : day == 1 ? yt_say(app, "programmes.tomorrow")
                                  : "";

    yt_date_text(yt_app_language(app), YT_DATE_DAY, when, date);
    snprintf(text, sizeof text, "%s%s%s", name, name[0] ? "　" : "", date);
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = text, .level = 2});
    if (agenda->on[day] + agenda->off[day] == 0)
        yt_ui_text(
            ui, &(struct yt_ui_text){
                    .text = yt_say(app, day == 0 ? "programmes.none.today" : "programmes.none.day"),
                    .soft = true,
                });
}

/* The cards of one day, from the i-th on; returns the first one of another day. */
static size_t declare_cards(struct yt_app *app, struct yt_ui *ui, const struct agenda *agenda,
                            size_t i, int day)
{
    const struct yt_date date = day_from(agenda->today, day);

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 20});
    for (; i < agenda->list.count; i++) {
        if (yt_date_compare(agenda->list.items[i].date, date) != 0)
            break;
        yt_programme_card_declare(app, ui, &agenda->list.items[i],
                                  (struct yt_ui_action){ACT_OPEN, (int32_t)i});
    }
    yt_ui_end(ui);
    return i;
}

/* More on one day than can be listed: whoever looks must not believe that it was all. */
static void declare_cut(struct yt_app *app, struct yt_ui *ui)
{
    char text[1024];

    yt_ui_banner(ui, &(struct yt_ui_banner){
                         .text = yt_say_count(app, "programmes.cut", "n", YT_OCCURRENCES_MAX, text,
                                              sizeof text),
                     });
}

/* Today is said even when nothing is on: people come in to ask just that. */
static void declare_list(struct yt_app *app, struct yt_ui *ui, const struct agenda *agenda)
{
    size_t next = 0;

    for (int day = agenda->all ? 0 : agenda->day; day < DAYS; day++) {
        const bool any = agenda->on[day] + agenda->off[day] > 0;

        if (any || day == 0 || !agenda->all)
            declare_date(app, ui, agenda, day);
        if (any)
            next = declare_cards(app, ui, agenda, next, day);
        if (!agenda->all)
            break;
    }
    if (agenda->list.cut)
        declare_cut(app, ui);
}

/* --- The page --------------------------------------------------------------------------------- */

static bool has_choice(const struct agenda *agenda, const struct programmes_state *state)
{
    return state->one_item || agenda->total <= ALL_MAX;
}

/* Back from a narrower view. Where nothing was narrowed, only a large screen says so. */
static void declare_choice(struct yt_app *app, struct yt_ui *ui, const struct agenda *agenda)
{
    const struct programmes_state *state = yt_nav_state(app);

    if (agenda->total <= ALL_MAX)
        yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, "programmes.all.days"),
                                            .icon = "calendar",
                                            .chosen = agenda->all,
                                            .action = {.id = ACT_ALL_DAYS}});
    if (state->one_item)
        yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, "programmes.all.items"),
                                            .action = {.id = ACT_ALL_ITEMS}});
}

static void declare_elsewhere(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_offers *offers = yt_offers_now(app);

    if (offers->place_count)
        yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, "places.title"),
                                            .icon = "map-pin",
                                            .action = {.id = ACT_PLACES}});
    if (offers->voice_count)
        yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, "voices.title"),
                                            .icon = "stories",
                                            .action = {.id = ACT_VOICES}});
    if (offers->card_count)
        yt_ui_chip(ui, &(struct yt_ui_chip){.label = yt_say(app, "talk.title"),
                                            .icon = "speech",
                                            .action = {.id = ACT_TALK}});
}

/* On a low screen what is on comes before where else one can go. */
static void declare_chips(struct yt_app *app, struct yt_ui *ui, const struct agenda *agenda,
                          bool below)
{
    const struct programmes_state *state = yt_nav_state(app);
    const bool low = yt_frame_is_low(app);
    const bool narrowed = state->one_item || (!agenda->all && has_choice(agenda, state));

    if (below ? !low : low && !narrowed)
        return;
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP});
    if (!below)
        declare_choice(app, ui, agenda);
    if (below || !low)
        declare_elsewhere(app, ui);
    yt_ui_end(ui);
}

static void programmes_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct programmes_state *state = yt_nav_state(app);
    const char *lead = yt_say(app, "programmes.lead");
    struct agenda agenda;

    make_agenda(app, state, &agenda);
    if (state->one_item)
        lead = yt_say_text(app, &app->content->menu.items[state->item].name);
    else if (yt_frame_is_low(app))
        lead = NULL;
    yt_frame_begin(app, &(struct yt_frame){.title = yt_say(app, "programmes.title"),
                                           .lead = lead,
                                           .max_em = PAGE_EMS,
                                           .tray = true});
    declare_days(app, ui, &agenda);
    declare_chips(app, ui, &agenda, false);
    if (agenda.total == 0)
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "programmes.none")});
    else
        declare_list(app, ui, &agenda);
    declare_chips(app, ui, &agenda, true);
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

static void open_programme(struct yt_app *app, const struct programmes_state *state, size_t index)
{
    struct agenda agenda;
    const struct yt_occurrence *occurrence;

    make_agenda(app, state, &agenda);
    if (index >= agenda.list.count)
        return;
    occurrence = &agenda.list.items[index];
    yt_programme_open(app, yt_offers_now(app)->programmes[occurrence->programme].id,
                      yt_date_to_days(occurrence->date));
}

static void programmes_action(struct yt_app *app, struct yt_ui_action action)
{
    struct programmes_state *state = yt_nav_state(app);

    switch (action.id) {
    case ACT_DAY:
        state->day = state->day == action.value ? 0 : action.value;
        break;
    case ACT_ALL_DAYS:
        state->day = 0;
        break;
    case ACT_STRIP:
        state->strip = action.value;
        break;
    case ACT_ALL_ITEMS:
        state->one_item = false;
        break;
    case ACT_OPEN:
        open_programme(app, state, (size_t)action.value);
        break;
    case ACT_PLACES:
        yt_nav_push(app, &yt_screen_places);
        break;
    case ACT_VOICES:
        yt_nav_push(app, &yt_screen_voices);
        break;
    case ACT_TALK:
        yt_nav_push(app, &yt_screen_talk_card);
        break;
    default:
        break;
    }
}

const struct yt_screen_ops yt_screen_programmes = {
    .name = "programmes",
    .state_size = sizeof(struct programmes_state),
    .declare = programmes_declare,
    .action = programmes_action,
};
