#include "screens/calendar_code.h"

#include "base/attributes.h"
#include "base/ruby.h"
#include "domain/icalendar.h"
#include "screens/code_view.h"
#include "screens/frame.h"
#include "screens/offer_screens.h"
#include "screens/programme_words.h"

#include <stdio.h>

#define CODE_MM 90
#define CODE_LOW_MM 64 /* what the lowest panel shows without scrolling */
#define PAGE_EMS 60

/* A symbol of version 20 holds no more at level M. */
enum { EVENT_MAX = 660 };

struct calendar_state {
    bool discreet;                /* the code names neither the programme nor its place */
    struct yt_code_symbol symbol; /* width 0: the event is too long for a code */
};

/* The site's telephone number tells its events from those of other sites. */
static void write_uid(const struct yt_app *app, const struct yt_programme *programme,
                      const struct yt_occurrence *occurrence, char *uid, size_t capacity)
{
    const struct yt_date date = occurrence->date;

    snprintf(uid, capacity, "%s-%04d%02d%02d@%s", programme->id, date.year, date.month, date.day,
             app->content->site.phone ? app->content->site.phone : "yotte");
}

static bool write_event(const struct yt_app *app, const struct yt_programme *programme,
                        const struct yt_occurrence *occurrence, struct yt_buf *text)
{
    const struct yt_teller teller = {.app = app};
    YT_SCOPED(yt_buf_done) struct yt_buf name = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf where = {0};
    struct yt_err err = {0};
    char uid[YT_PROGRAMME_ID_MAX + 64];

    yt_buf_init_secret(&name, 4096);
    yt_buf_init_secret(&where, 4096);
    yt_ruby_strip(yt_tell_outside_name(&teller, programme), &name);
    if (!yt_programme_is_discreet(app, programme))
        yt_ruby_strip(yt_tell_where(&teller, programme, occurrence), &where);
    write_uid(app, programme, occurrence, uid, sizeof uid);
    return yt_icalendar_event(text,
                              &(struct yt_icalendar_event){
                                  .uid = uid,
                                  .name = yt_buf_string(&name),
                                  .where = yt_buf_string(&where),
                                  .date = occurrence->date,
                                  .from_minute = occurrence->from_minute,
                                  .until_minute = occurrence->until_minute,
                                  .utc_offset_minutes = app->content->site.utc_offset_minutes,
                                  .stamp_ms = yt_clock_wall_ms(app->clock),
                              },
                              &err);
}

void yt_calendar_code_open(struct yt_app *app, const struct yt_programme *programme,
                           const struct yt_occurrence *occurrence)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};
    struct calendar_state *state;

    yt_buf_init_secret(&text, EVENT_MAX);
    yt_nav_push(app, &yt_screen_calendar_code);
    state = yt_nav_top_state(app);
    state->discreet = yt_programme_is_discreet(app, programme);
    if (!write_event(app, programme, occurrence, &text) ||
        !app->services->make_code(app->services->context, yt_buf_string(&text), &state->symbol))
        state->symbol.width = 0;
}

static void declare_steps(struct yt_app *app, struct yt_ui *ui, bool titled)
{
    static const char *const steps[] = {"calendar.step.camera", "calendar.step.point",
                                        "calendar.step.add"};
    const struct calendar_state *state = yt_nav_state(app);

    yt_ui_begin(ui, NULL);
    if (!titled)
        yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "calendar.title")});
    for (size_t i = 0; i < YT_COUNT(steps); i++)
        yt_ui_say(ui, yt_say(app, steps[i]));
    yt_ui_text(ui,
               &(struct yt_ui_text){
                   .text = yt_say(app, state->discreet ? "calendar.discreet" : "calendar.stays"),
                   .soft = true,
                   .icon = "info",
               });
    yt_ui_end(ui);
}

/* A camera reads the code only where it is seen as a whole: on a low screen it comes first. */
static void calendar_code_declare(struct yt_app *app, struct yt_ui *ui)
{
    const struct calendar_state *state = yt_nav_state(app);
    const bool titled = state->symbol.width == 0 || !yt_frame_is_low(app);

    yt_frame_begin(app, &(struct yt_frame){
                            .title = titled ? yt_say(app, "calendar.title") : NULL,
                            .max_em = PAGE_EMS,
                        });
    if (state->symbol.width == 0) {
        yt_ui_banner(ui, &(struct yt_ui_banner){.text = yt_say(app, "calendar.too.long")});
    } else {
        yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_SPLIT});
        yt_code_declare(ui, &state->symbol, yt_say(app, "calendar.code"),
                        titled ? CODE_MM : CODE_LOW_MM);
        declare_steps(app, ui, titled);
        yt_ui_end(ui);
    }
    yt_frame_end(app, &(struct yt_frame_ways){.back = true});
}

const struct yt_screen_ops yt_screen_calendar_code = {
    .name = "calendar-code",
    .state_size = sizeof(struct calendar_state),
    .declare = calendar_code_declare,
};
