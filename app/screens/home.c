/* The first screen: what there is to do here, and that nobody has to say who they are. */
#include "base/buf.h"
#include "base/message.h"
#include "screens/frame.h"
#include "screens/offer_screens.h"
#include "screens/opening.h"
#include "screens/screens.h"

enum { ACT_CHECK = YT_ACT_OWN, ACT_MENU, ACT_LISTINGS, ACT_PROGRAMMES, ACT_LANGUAGE };

/* Two rows of chips are as much as home can give; the rest is one touch away. */
enum { LANGUAGES_SHOWN = 10 };

#define HOME_EMS 62
#define PICTURE_SHARE 0.32F

struct way {
    const char *title, *note, *icon;
    uint16_t act;
};

static void declare_way(struct yt_app *app, struct yt_ui *ui, const struct way *way)
{
    yt_ui_card(ui, &(struct yt_ui_card){.title = yt_say(app, way->title),
                                        .text = yt_say(app, way->note),
                                        .icon = way->icon,
                                        .large = true,
                                        .way_on = true,
                                        .action = {.id = way->act}});
}

/* Two by two; what a site does not have is not shown. */
static void declare_ways_on(struct yt_app *app, struct yt_ui *ui)
{
    static const struct way check = {"ui.title", "home.check.note", "notes", ACT_CHECK};
    static const struct way menu = {"home.menu", "home.menu.note", "menu", ACT_MENU};
    static const struct way listings = {"home.listings", "home.listings.note", "work",
                                        ACT_LISTINGS};
    static const struct way programmes = {"home.programmes", "home.programmes.note", "calendar",
                                          ACT_PROGRAMMES};

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_GRID, .columns = 2, .cell_em = 17});
    declare_way(app, ui, &check);
    declare_way(app, ui, &menu);
    if (yt_offers_listings(app))
        declare_way(app, ui, &listings);
    if (yt_offers_programmes(app))
        declare_way(app, ui, &programmes);
    yt_ui_end(ui);
}

static void declare_languages(struct yt_app *app, struct yt_ui *ui)
{
    const struct yt_languages *languages = &app->content->site.languages;

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_WRAP, .label = yt_say(app, "ui.lang")});
    for (size_t i = 0; i < languages->count && i < LANGUAGES_SHOWN; i++)
        yt_ui_chip(ui, &(struct yt_ui_chip){.label = languages->own_name[i],
                                            .language = languages->tag[i],
                                            .chosen = (int)i == app->visit.language,
                                            .action = {ACT_LANGUAGE, (int32_t)i}});
    yt_ui_end(ui);
}

static void declare_hours(struct yt_app *app, struct yt_ui *ui)
{
    char hours[YT_OPENING_TEXT_MAX];
    YT_SCOPED(yt_buf_done) struct yt_buf line = {0};

    yt_buf_init(&line, 512);
    yt_buf_printf(&line, "%s　%s", yt_say(app, "home.hours"),
                  yt_say_kiosk_hours(app, hours, sizeof hours));
    yt_ui_text(ui, &(struct yt_ui_text){
                       .text = yt_buf_string(&line), .icon = "clock", .type = YT_UI_SMALL});
}

static void declare_no_name(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say(app, "home.noname"), .icon = "shield"});
}

static void declare_words(struct yt_app *app, struct yt_ui *ui, bool low)
{
    const struct yt_site *site = &app->content->site;
    const struct yt_place *place = &site->places[site->kiosks[app->kiosk].place];

    if (!low)
        yt_ui_text(ui, &(struct yt_ui_text){.text = yt_say_text(app, &place->name), .soft = true});
    yt_ui_heading(ui, &(struct yt_ui_heading){.text = yt_say(app, "home.title")});
    if (!low)
        yt_ui_say(ui, yt_say(app, "home.lead"));
}

/* The house beside the words on a wide screen, above them on a high one; the ways on beside it too
 * where there are but two, and four of them two by two below. */
static void declare_welcome(struct yt_app *app, struct yt_ui *ui)
{
    const bool low = yt_frame_is_low(app); /* what can be done comes before what it is */
    const bool four = yt_offers_listings(app) || yt_offers_programmes(app);

    yt_ui_begin(ui, &(struct yt_ui_box){.flow = YT_UI_SPLIT, .between = YT_UI_SPACE_SECTION});
    if (!low)
        yt_ui_picture(ui, &(struct yt_ui_picture){
                              .name = "welcome", .height_mm = 130, .share = PICTURE_SHARE});
    yt_ui_begin(ui, NULL);
    declare_words(app, ui, low);
    if (!four)
        declare_ways_on(app, ui);
    if (low && !four)
        declare_languages(app, ui);
    if (!four || !low)
        declare_no_name(app, ui);
    yt_ui_end(ui);
    yt_ui_end(ui);
    if (four)
        declare_ways_on(app, ui);
    if (four || !low)
        declare_languages(app, ui);
    if (four && low)
        declare_no_name(app, ui);
}

/* Not in the resident's language: it is not for them. */
static void declare_troubles(const struct yt_app *app, struct yt_ui *ui)
{
    static const struct {
        enum yt_trouble trouble;
        const char *text;
    } troubles[] = {{YT_TROUBLE_NOT_SAVING, "staff.trouble.not.saving"},
                    {YT_TROUBLE_SET_ASIDE, "staff.trouble.set.aside"},
                    {YT_TROUBLE_OLD, "staff.trouble.old"},
                    {YT_TROUBLE_EXPIRED, "staff.trouble.expired"}};

    for (size_t i = 0; i < YT_COUNT(troubles); i++)
        if (app->troubles & troubles[i].trouble)
            yt_ui_banner(ui,
                         &(struct yt_ui_banner){.tone = YT_UI_WARNING,
                                                .title = yt_message("ja", "staff.trouble.title"),
                                                .text = yt_message("ja", troubles[i].text),
                                                .language = "ja"});
}

static void home_declare(struct yt_app *app, struct yt_ui *ui)
{
    yt_ui_page_begin(ui, &(struct yt_ui_page){.name = "home", .number_keys = true});
    yt_ui_top_begin(ui);
    yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "language",
                                        .label = yt_say(app, "tool.language"),
                                        .action = {.id = YT_ACT_LANGUAGE}});
    yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "text-size",
                                        .label = yt_say(app, "tool.view"),
                                        .action = {.id = YT_ACT_VIEW}});
    yt_ui_spacer(ui);
    yt_ui_tool(ui, &(struct yt_ui_tool){.icon = "bell",
                                        .label = yt_say(app, "ui.staff"),
                                        .chosen = app->staff.state != YT_STAFF_NOT_CALLED,
                                        .action = {.id = YT_ACT_STAFF}});
    yt_ui_top_end(ui);
    yt_ui_content_begin(ui, &(struct yt_ui_content){.centred = true, .max_em = HOME_EMS});
    declare_welcome(app, ui);
    declare_hours(app, ui);
    declare_troubles(app, ui);
    yt_ui_content_end(ui);
    yt_ui_page_end(ui);
}

static void home_action(struct yt_app *app, struct yt_ui_action action)
{
    switch (action.id) {
    case ACT_CHECK:
        yt_nav_push(app, &yt_screen_check_start);
        break;
    case ACT_MENU:
        app->visit.check_begun = true;
        yt_check_set_pace(&app->content->check, &app->visit.answers, YT_PACE_MENU, 0);
        yt_nav_push(app, &yt_screen_result);
        break;
    case ACT_LISTINGS:
        yt_nav_push(app, &yt_screen_listings);
        break;
    case ACT_PROGRAMMES:
        yt_nav_push(app, &yt_screen_programmes);
        break;
    case ACT_LANGUAGE:
        app->visit.language = action.value;
        yt_app_apply_look(app);
        break;
    default:
        break;
    }
}

const struct yt_screen_ops yt_screen_home = {
    .name = "home",
    .declare = home_declare,
    .action = home_action,
};
