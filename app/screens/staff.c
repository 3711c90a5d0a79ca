/* Staff are called: what is known about it, in letters that staff can read from afar. */
#include "screens/frame.h"
#include "screens/screens.h"

enum { ACT_CANCEL = YT_ACT_OWN };

static int64_t patience_ms(const struct yt_app *app)
{
    return (int64_t)app->content->site.settings.staff_call_none_seconds * 1000;
}

static bool is_patience_over(const struct yt_app *app)
{
    return app->staff.state == YT_STAFF_CALLING &&
           (app->staff.silent ||
            yt_clock_mono_ms(app->clock) - app->staff.since_ms >= patience_ms(app));
}

static void staff_enter(struct yt_app *app)
{
    const int64_t waited = yt_clock_mono_ms(app->clock) - app->staff.since_ms;

    if (app->staff.state == YT_STAFF_CALLING && waited < patience_ms(app))
        yt_nav_wake_in(app, patience_ms(app) - waited);
}

/* Where nobody of the staff is near the box, the desk's number is the way to reach them. */
static void declare_desk_phone(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_site *site = &app->content->site;
    if (!site->phone || (site->kiosks[app->kiosk].staff_nearby && !is_patience_over(app)))
        return;
    yt_ui_text(ui,
               &(struct yt_ui_text){.text = yt_say_text(app, &site->name), .align = YT_UI_CENTRE});
    yt_ui_text(
        ui, &(struct yt_ui_text){.text = site->phone, .type = YT_UI_LARGE, .align = YT_UI_CENTRE});
}

static void declare_words(struct yt_app *app, struct yt_ui *ui)
{
    const bool coming = app->staff.state == YT_STAFF_COMING;
    const bool over = is_patience_over(app);

    yt_ui_begin(ui, &(struct yt_ui_box){.align = YT_UI_CENTRE});
    yt_ui_icon(ui, &(struct yt_ui_icon){
                       .name = "bell", .size_mm = yt_frame_is_low(app) ? 12 : 24, .accent = true});
    yt_ui_end(ui);
    yt_ui_heading(ui, &(struct yt_ui_heading){
                          .text = yt_say(app, coming ? "ui.staff.sent"
                                                     : (over ? "staff.show" : "staff.ringing")),
                          .align = YT_UI_CENTRE,
                      });
    if (coming)
        return;
    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = yt_say(app, over ? "ui.staff.none" : "staff.calling"),
                       .type = YT_UI_LARGE,
                       .align = YT_UI_CENTRE,
                   });
    if (!over)
        yt_ui_text(ui,
                   &(struct yt_ui_text){.text = yt_say(app, "staff.wait"), .align = YT_UI_CENTRE});
}

static void staff_declare(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "staff",
                                              .key = app->nav.levels[app->nav.current].serial,
                                              .back = {.id = YT_ACT_BACK}});
    yt_ui_content_begin(ui, &(struct yt_ui_content){.centred = true, .max_em = 30});
    declare_words(app, ui);
    declare_desk_phone(app, ui);
    yt_ui_content_end(ui);
    yt_ui_bottom_begin(ui);
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "staff.cancel"),
                                            .grow = true,
                                            .action = {.id = ACT_CANCEL}});
    yt_ui_button(ui, &(struct yt_ui_button){.label = yt_say(app, "ui.continue"),
                                            .kind = YT_UI_PRIMARY,
                                            .grow = true,
                                            .action = {.id = YT_ACT_BACK}});
    yt_ui_bottom_end(ui);
    yt_ui_page_end(ui);
}

static void staff_action(struct yt_app *app, struct yt_ui_action action)
{
    if (action.id != ACT_CANCEL)
        return;
    yt_app_cancel_staff(app);
    yt_nav_back(app);
}

const struct yt_screen_ops yt_screen_staff = {
    .name = "staff",
    .keeps = true,
    .enter = staff_enter,
    .declare = staff_declare,
    .action = staff_action,
};
