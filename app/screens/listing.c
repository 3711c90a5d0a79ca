/* One listing, whole, in plain words: what, when, how much, where, with whom, how to begin; as of
 * when; and what one can do with it. */
#include "screens/browse.h"
#include "screens/frame.h"
#include "screens/listing_lines.h"
#include "screens/listing_ways.h"
#include "screens/offer_screens.h"
#include "screens/tray.h"

#include <stdio.h>
#include <string.h>

enum { DETAIL_EMS = 70, GROUP_EMS = 17, LINE_MAX = 512 };

struct listing_state {
    uint32_t position;
    int64_t row;                /* the store's name for it: finds it again among other listings */
    char id[YT_LISTING_ID_MAX]; /* "" until its text has been seen: whether it is the same */
    bool gone;
    bool full; /* told after the touch that did not fit the tray */
};

static void open_at(struct yt_app *app, uint32_t position, const char *id)
{
    const struct yt_listing_index *index = app->services->listings(app->services->context);
    struct listing_state *state;

    yt_nav_push(app, &yt_screen_listing);
    state = yt_nav_top_state(app);
    state->position = position;
    state->gone = !index || position >= index->count;
    if (state->gone)
        return;
    state->row = index->keys[position].row;
    snprintf(state->id, sizeof state->id, "%s", id);
    yt_browse_want_one(app, position);
}

void yt_listing_open(struct yt_app *app, uint32_t position)
{
    open_at(app, position, "");
}

void yt_listing_open_marked(struct yt_app *app, const char *id)
{
    const int64_t position = yt_browse_recall(app, id);

    if (position >= 0)
        open_at(app, (uint32_t)position, id);
}

/* NULL while it is not in memory, or no longer there. */
static const struct yt_listing *subject(struct yt_app *app)
{
    struct listing_state *state = yt_nav_state(app);
    const struct yt_listing *listing = state->gone ? NULL : yt_browse_listing(app, state->position);

    if (!listing)
        return NULL;
    if (state->id[0] == '\0')
        snprintf(state->id, sizeof state->id, "%s", listing->id);
    state->gone = strcmp(state->id, listing->id) != 0;
    return state->gone ? NULL : listing;
}

/* --- What it says ----------------------------------------------------------------------------- */

static void declare_line(struct yt_ui *ui, const char *text, const char *icon)
{
    if (text[0])
        yt_ui_text(ui, &(struct yt_ui_text){.text = text, .icon = icon});
}

/* One text below the other, so that each stands and is read for itself. */
static void declare_lines(struct yt_ui *ui, const char *lines)
{
    while (*lines) {
        const size_t size = strcspn(lines, "\n");
        char text[YT_LISTING_TEXT_MAX];

        snprintf(text, sizeof text, "%.*s", (int)size, lines);
        yt_ui_say(ui, text);
        lines += size + (lines[size] == '\n');
    }
}

static void declare_group(struct yt_app *app, const struct yt_listing *listing,
                          enum yt_listing_group group)
{
    static const char *const icons[] = {
        [YT_LISTING_TASKS] = "list",  [YT_LISTING_TIME] = "clock",  [YT_LISTING_MONEY] = "money",
        [YT_LISTING_WAY] = "map-pin", [YT_LISTING_BODY] = "person", [YT_LISTING_START] = "hand",
    };
    const struct yt_listing_words words = {.app = app};
    struct yt_ui *ui = app->ui;
    YT_SCOPED(yt_buf_done) struct yt_buf lines = {0};

    yt_buf_init(&lines, (size_t)YT_LISTING_TASKS_MAX * YT_LISTING_TEXT_MAX * 2);
    yt_listing_lines(&words, listing, group, &lines);
    if (lines.size == 0)
        return;
    yt_ui_begin(ui, &(struct yt_ui_box){.surface = YT_UI_CARD, .between = YT_UI_SPACE_TIGHT});
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, yt_listing_group_title(group)),
                                              .level = 2,
                                              .icon = icons[group]});
    declare_lines(ui, yt_buf_string(&lines));
    yt_ui_end(ui);
}

static void declare_head(struct yt_app *app, const struct yt_listing *listing)
{
    const struct yt_listing_words words = {.app = app};
    struct yt_ui *ui = app->ui;
    char kind[LINE_MAX];
    YT_SCOPED(yt_buf_done) struct yt_buf employer = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf checked = {0};

    yt_buf_init(&employer, LINE_MAX);
    yt_buf_init(&checked, LINE_MAX);
    yt_listing_say_employer(&words, listing, &employer);
    yt_listing_say_checked(&words, listing, &checked);
    snprintf(kind, sizeof kind, "%s · %s", yt_say(app, yt_listing_kind_title(listing->kind)),
             yt_say(app, yt_listing_trade_title(listing->trade)));
    yt_ui_begin(ui, &(struct yt_ui_box){.between = YT_UI_SPACE_TIGHT});
    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = kind, .soft = true, .icon = yt_listing_trade_icon(listing->trade)});
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say_text(app, &listing->title)});
    declare_line(ui, yt_buf_string(&employer), NULL);
    declare_line(ui, yt_say_text(app, &listing->note), "info");
    if (checked.size)
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_buf_string(&checked),
                                            .type = YT_UI_SMALL,
                                            .soft = true,
                                            .icon = "check"});
    yt_ui_end(ui);
}

static void declare_full(struct yt_app *app)
{
    char text[LINE_MAX];

    yt_ui_banner(app->ui, &(struct yt_ui_banner){.tone = YT_UI_INFO,
                                                 .icon = "bookmark",
                                                 .text = yt_say_count(app, "tray.full", "n",
                                                                      YT_ENTRY_LISTINGS_MAX, text,
                                                                      sizeof text)});
}

static void declare_listing(struct yt_app *app, const struct yt_listing *listing)
{
    const struct listing_state *state = yt_nav_state(app);
    struct yt_ui *ui = app->ui;

    declare_head(app, listing);
    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 3, .cell_em = GROUP_EMS});
    for (int i = 0; i < YT_LISTING_GROUPS; i++)
        declare_group(app, listing, (enum yt_listing_group)i);
    yt_ui_end(ui);
    if (state->full)
        declare_full(app);
    yt_listing_ways(app, listing);
}

static void listing_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct listing_state *state = yt_nav_state(app);
    const struct yt_listing *listing = subject(app);
    const bool tray = yt_tray_count(&app->visit) > 0;
    const bool mark = listing && !yt_tray_listing(&app->visit, listing->id) &&
                      !(tray && yt_frame_is_cramped(app));

    yt_frame_begin(app, &(struct yt_frame){.max_em = DETAIL_EMS, .tray = true});
    if (listing) {
        declare_listing(app, listing);
    } else {
        yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "listing.title")});
        if (state->gone)
            yt_ui_text(ui,
                       &(struct yt_ui_text){.text = yt_say(app, "listing.gone"), .icon = "info"});
        else
            yt_ui_spinner(ui, &(struct yt_ui_spinner){.label = yt_say(app, "listings.reading")});
    }
    yt_frame_end(app, &(struct yt_frame_ways){
                          .back = true,
                          .skip = mark ? yt_say(app, "listing.mark") : NULL,
                          .skip_action = {.id = YT_ACT_LISTING_MARK},
                          .next = tray ? yt_say(app, "tray.title") : NULL,
                          .next_icon = "bookmark",
                          .next_action = {.id = YT_ACT_TRAY},
                      });
}

static void listing_action(struct yt_app *app, struct yt_ui_action action)
{
    struct listing_state *state = yt_nav_state(app);
    const struct yt_listing *listing = subject(app);

    if (!listing)
        return;
    state->full = !yt_listing_way_action(app, listing, action);
    if (yt_tray_listing(&app->visit, listing->id))
        yt_browse_remember(app, listing->id, state->row);
}

/* Positions of the old list mean nothing now; the row may still be the same listing's. */
static void listing_result(struct yt_app *app, const struct yt_result *result)
{
    struct listing_state *state = yt_nav_state(app);
    const struct yt_listing_index *index;
    int64_t position;

    if (result->kind != YT_RESULT_LISTINGS_CHANGED || state->gone)
        return;
    index = app->services->listings(app->services->context);
    position = index ? yt_listing_index_find(index, state->row) : -1;
    state->gone = position < 0;
    if (state->gone)
        return;
    state->position = (uint32_t)position;
    yt_browse_want_one(app, state->position);
}

const struct yt_screen_ops yt_screen_listing = {
    .name = "listing",
    .state_size = sizeof(struct listing_state),
    .declare = listing_declare,
    .action = listing_action,
    .result = listing_result,
};
