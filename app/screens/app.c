#include "screens/nav.h"

#include "base/message.h"
#include "base/str.h"
#include "screens/browse.h"
#include "screens/screens.h"

#include <stdio.h>
#include <string.h>

/* --- Words ------------------------------------------------------------------------------------ */

const char *yt_app_language(const struct yt_app *app)
{
    const struct yt_languages *languages = &app->content->site.languages;

    return (size_t)app->visit.language < languages->count ? languages->tag[app->visit.language]
                                                          : "ja";
}

const char *yt_say(const struct yt_app *app, const char *id)
{
    return yt_message(yt_app_language(app), id);
}

const char *yt_say_text(const struct yt_app *app, const struct yt_text *text)
{
    return yt_text_in(text, &app->content->site.languages, app->visit.language);
}

const char *yt_say_with(const struct yt_app *app, const char *id, const char *name,
                        const char *value, char *buffer, size_t capacity)
{
    YT_SCOPED(yt_buf_done) struct yt_buf filled = {0};

    yt_buf_init(&filled, capacity * 2);
    yt_message_fill(&filled, yt_say(app, id), &(struct yt_message_value){name, value}, 1);
    (void)yt_str_copy(buffer, capacity, yt_buf_string(&filled)); /* cut, as the header says */
    return buffer;
}

const char *yt_say_digits(const struct yt_app *app, const char *text, char *buffer, size_t capacity)
{
    const uint32_t zero = strcmp(yt_app_language(app), "ne") == 0 ? 0x966 : '0';
    size_t used = 0;

    for (; *text; text++) {
        char letter[4];
        const bool digit = *text >= '0' && *text <= '9';
        size_t size = 1;

        letter[0] = *text;
        if (digit)
            size = yt_str_put(letter, zero + (uint32_t)(*text - '0'));
        if (used + size >= capacity)
            break;
        memcpy(buffer + used, letter, size);
        used += size;
    }
    buffer[used] = '\0';
    return buffer;
}

const char *yt_say_count(const struct yt_app *app, const char *id, const char *name, int value,
                         char *buffer, size_t capacity)
{
    char plain[16];
    char digits[64];

    snprintf(plain, sizeof plain, "%d", value);
    return yt_say_with(app, id, name, yt_say_digits(app, plain, digits, sizeof digits), buffer,
                       capacity);
}

const char *yt_say_minute(const struct yt_app *app, int minute, char *buffer, size_t capacity)
{
    char plain[16];

    snprintf(plain, sizeof plain, "%d:%02d", minute / 60, minute % 60);
    return yt_say_digits(app, plain, buffer, capacity);
}

struct yt_local_time yt_app_now(const struct yt_app *app)
{
    return yt_local_time(yt_clock_wall_ms(app->clock), app->content->site.utc_offset_minutes);
}

/* --- How it looks ----------------------------------------------------------------------------- */

void yt_app_apply_look(struct yt_app *app)
{
    static const int percent[] = {
        [YT_TEXT_SCALE_100] = 100, [YT_TEXT_SCALE_150] = 150, [YT_TEXT_SCALE_200] = 200};
    const struct yt_ui_words words = {
        .more_above = yt_say(app, "ui.scroll.up"),
        .more_below = yt_say(app, "ui.scroll.down"),
    };

    yt_ui_set_language(app->ui, yt_app_language(app));
    yt_ui_set_words(app->ui, &words);
    yt_ui_set_text_scale(app->ui, percent[app->visit.text_scale]);
    yt_ui_set_theme(app->ui, app->visit.high_contrast ? &app->theme_high : &app->theme_normal);
    yt_nav_changed(app);
}

static SDL_Color colour_of(uint32_t rgb)
{
    return (SDL_Color){(Uint8)(rgb >> 16), (Uint8)(rgb >> 8), (Uint8)rgb, 255};
}

static void theme_from(const struct yt_theme_choice *choice, bool high_contrast,
                       struct yt_ui_theme *theme)
{
    const struct yt_colours *from = high_contrast ? &choice->high_contrast : &choice->normal;

    yt_ui_theme_default(theme, high_contrast);
    theme->page = colour_of(from->page);
    theme->surface = colour_of(from->surface);
    theme->bar = colour_of(from->bar);
    theme->ink = colour_of(from->ink);
    theme->ink_soft = colour_of(from->ink_soft);
    theme->ink_off = colour_of(from->ink_off);
    theme->line = colour_of(from->line);
    theme->line_soft = colour_of(from->line_soft);
    theme->accent = colour_of(from->accent);
    theme->on_accent = colour_of(from->on_accent);
    theme->accent_deep = colour_of(from->accent_deep);
    theme->accent_soft = colour_of(from->accent_soft);
    theme->pressed = colour_of(from->pressed);
    theme->danger = colour_of(from->danger);
    theme->on_danger = colour_of(from->on_danger);
    theme->danger_deep = colour_of(from->danger_deep);
    theme->danger_soft = colour_of(from->danger_soft);
    theme->warning = colour_of(from->warning);
    theme->warning_soft = colour_of(from->warning_soft);
    theme->success = colour_of(from->success);
    theme->success_soft = colour_of(from->success_soft);
    theme->focus = colour_of(from->focus);
    theme->focus_gap = colour_of(from->focus_gap);
    theme->radius_mm = (float)choice->radius_tenths_mm / 10.0F;
    theme->border_mm = (float)choice->border_tenths_mm / 10.0F;
}

/* --- Staff ------------------------------------------------------------------------------------ */

void yt_app_call_staff(struct yt_app *app, bool quiet)
{
    if (quiet) {
        app->visit.quiet_call_made = true;
    } else {
        app->staff.state = YT_STAFF_CALLING;
        app->staff.since_ms = yt_clock_mono_ms(app->clock);
    }
    if (!app->services->staff_call(app->services->context, app->visit.number, quiet) && !quiet)
        app->staff.silent = true;
    yt_nav_changed(app);
}

void yt_app_cancel_staff(struct yt_app *app)
{
    if (app->staff.state == YT_STAFF_NOT_CALLED)
        return;
    app->staff = (struct yt_staff_call){.state = YT_STAFF_NOT_CALLED};
    app->services->staff_cancel(app->services->context, app->visit.number);
    yt_nav_changed(app);
}

/* --- Visits ----------------------------------------------------------------------------------- */

static void visit_begin(struct yt_app *app)
{
    yt_visit_begin(&app->visit);
    yt_visit_start_with(&app->visit, &app->start);
    yt_app_apply_look(app);
    app->nav.touched_ms = yt_clock_mono_ms(app->clock);
    yt_nav_push(app, &yt_screen_home);
    app->services->printer_status(app->services->context, app->visit.number);
}

static void visit_wipe(struct yt_app *app)
{
    const uint64_t number = app->visit.number;

    yt_app_cancel_staff(app);
    yt_nav_clear(app);
    yt_visit_wipe(&app->visit);
    yt_browse_wipe(app->browse);
    yt_ui_forget(app->ui);
    app->services->visit_ended(app->services->context, number);
}

void yt_app_begin(struct yt_app *app)
{
    app->browse = yt_browse_new();
    theme_from(&app->content->site.theme, false, &app->theme_normal);
    theme_from(&app->content->site.theme, true, &app->theme_high);
    visit_begin(app);
}

void yt_app_end_visit(struct yt_app *app)
{
    visit_wipe(app);
    visit_begin(app);
}

void yt_app_end(struct yt_app *app)
{
    visit_wipe(app);
    yt_browse_free(app->browse);
    app->browse = NULL;
}

void yt_app_result(struct yt_app *app, const struct yt_result *result)
{
    if (result->visit != app->visit.number && result->kind != YT_RESULT_LISTINGS_CHANGED)
        return;
    yt_browse_result(app, result);
    switch (result->kind) {
    case YT_RESULT_SAVED:
        app->visit.saved = true;
        break;
    case YT_RESULT_PRINTER:
        app->printer = result->printer;
        break;
    case YT_RESULT_STAFF_TOLD:
        app->visit.quiet_call_told = true;
        break;
    case YT_RESULT_STAFF_COMING:
        if (app->staff.state == YT_STAFF_CALLING)
            app->staff.state = YT_STAFF_COMING;
        break;
    case YT_RESULT_NOT_SAVED:
    case YT_RESULT_PRINTED:
    case YT_RESULT_NOT_PRINTED:
    case YT_RESULT_TAKEN_SLOTS:
    case YT_RESULT_LISTINGS_CHANGED:
    case YT_RESULT_LISTINGS_READ:
    case YT_RESULT_FOUND:
    case YT_RESULT_JOINED:
        break;
    }
    yt_nav_result(app, result);
    yt_nav_changed(app);
}

void yt_app_set_troubles(struct yt_app *app, unsigned troubles)
{
    if (app->troubles == troubles)
        return;
    app->troubles = troubles;
    yt_nav_changed(app);
}
