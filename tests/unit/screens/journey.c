#include "journey.h"
#include "shelf.h"

#include "base/message.h"
#include "base/ruby.h"
#include "base/str.h"
#include "screens/browse.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

/* 2026-11-21 10:00 in Japan. */
#define NOW_MS INT64_C(1795222800000)

/* --- Services that take notes ----------------------------------------------------------------- */

static void note_save(void *context, uint64_t visit, const struct yt_entry *entry, const char *slot)
{
    (void)visit;
    (void)entry;
    (void)slot;
    ((struct journey *)context)->saves++;
}

static void note_print(void *context, uint64_t visit, const struct yt_entry *entry, bool with_code)
{
    (void)visit;
    (void)entry;
    (void)with_code;
    ((struct journey *)context)->prints++;
}

static void note_nothing(void *context, uint64_t visit)
{
    (void)context;
    (void)visit;
}

static void note_hold(void *context, uint64_t visit, const char *slot)
{
    (void)context;
    (void)visit;
    (void)slot;
}

static bool note_staff_call(void *context, uint64_t visit, bool quiet)
{
    struct journey *journey = context;

    (void)visit;
    if (quiet)
        journey->quiet_calls++;
    else
        journey->staff_calls++;
    return true;
}

static void note_staff_cancel(void *context, uint64_t visit)
{
    (void)visit;
    ((struct journey *)context)->staff_cancels++;
}

static const struct yt_offers *note_offers(void *context)
{
    return &((struct journey *)context)->app.content->offers;
}

static const struct yt_listing_index *note_listings(void *context)
{
    (void)context;
    return NULL;
}

/* As large as the code of an event, and as grey. */
static bool note_make_code(void *context, const char *text, struct yt_code_symbol *symbol)
{
    struct journey *journey = context;

    (void)yt_str_copy(journey->code_text, sizeof journey->code_text, text);
    symbol->width = 69;
    memset(symbol->modules, 0xA5, sizeof symbol->modules);
    return true;
}

static void note_visit_ended(void *context, uint64_t visit)
{
    (void)visit;
    ((struct journey *)context)->visits_ended++;
}

/* --- Beginning and end ------------------------------------------------------------------------ */

static bool open_all(struct journey *journey, int width, int height, float panel_mm,
                     struct yt_err *err)
{
    static bool have_messages;
    const struct yt_ui_setup setup = {.title = "yotte",
                                      .width = width,
                                      .height = height,
                                      .panel_mm = panel_mm,
                                      .icon_folder = YT_BINARY_DIR "/assets/icons",
                                      .clock = &journey->clock.clock,
                                      .present = YT_UI_PRESENT_NONE};
    struct yt_ui_setup with_text = setup;

    if (!have_messages && !yt_message_open(YT_BINARY_DIR "/assets/messages", err))
        return false;
    have_messages = true;
    if (!(journey->text = yt_text_engine_new(NULL, NULL, err)))
        return false;
    with_text.text = journey->text;
    return (journey->app.ui = yt_ui_new(&with_text, err)) != NULL;
}

struct journey *journey_new(const struct yt_site_content *content, const char *kiosk, int width,
                            int height, float panel_mm)
{
    struct journey *journey = calloc(1, sizeof *journey);
    struct yt_err err = {0};
    const int index = yt_site_kiosk_find(&content->site, kiosk);

    if (!journey || index < 0 || sodium_init() < 0)
        abort();
    yt_clock_virtual_init(&journey->clock, NOW_MS);
    if (!open_all(journey, width, height, panel_mm, &err)) {
        fprintf(stderr, "journey: %s\n", err.text);
        journey_free(journey);
        return NULL;
    }
    journey->services = (struct yt_services){
        .context = journey,
        .save = note_save,
        .print = note_print,
        .printer_status = note_nothing,
        .taken_slots = note_nothing,
        .hold_slot = note_hold,
        .staff_call = note_staff_call,
        .staff_cancel = note_staff_cancel,
        .listings = note_listings,
        .offers = note_offers,
        .joined = note_nothing,
        .make_code = note_make_code,
        .visit_ended = note_visit_ended,
    };
    shelf_open(&journey->services, content);
    journey->app.content = content;
    journey->app.kiosk = (size_t)index;
    journey->app.clock = &journey->clock.clock;
    journey->app.services = &journey->services;
    yt_app_begin(&journey->app);
    yt_ui_set_motion(journey->app.ui, false);
    yt_app_show(&journey->app);
    return journey;
}

void journey_free(struct journey *journey)
{
    if (!journey)
        return;
    yt_browse_free(journey->app.browse);
    shelf_close();
    yt_ui_free(journey->app.ui);
    yt_text_engine_free(journey->text);
    free(journey);
}

/* --- Fingers and time ------------------------------------------------------------------------- */

void journey_wait(struct journey *journey, int64_t ms)
{
    do {
        const int wake = yt_app_next_wake_ms(&journey->app);
        const int64_t step = wake < 0 || wake > ms ? ms : (wake ? wake : 1);

        yt_clock_virtual_advance(&journey->clock, step);
        ms -= step;
        yt_app_tick(&journey->app);
        shelf_deliver(&journey->app);
        yt_app_show(&journey->app);
    } while (ms > 0);
}

static void press(struct journey *journey, Uint32 type, int x, int y)
{
    SDL_Event event = {0};

    event.type = type;
    event.button.type = type;
    event.button.button = SDL_BUTTON_LEFT;
    event.button.clicks = 1;
    event.button.state = type == SDL_MOUSEBUTTONDOWN ? SDL_PRESSED : SDL_RELEASED;
    event.button.x = x;
    event.button.y = y;
    yt_app_handle(&journey->app, &event);
}

void journey_tap_at(struct journey *journey, int x, int y)
{
    press(journey, SDL_MOUSEBUTTONDOWN, x, y);
    yt_app_show(&journey->app);
    yt_clock_virtual_advance(&journey->clock, 80);
    press(journey, SDL_MOUSEBUTTONUP, x, y);
    yt_app_show(&journey->app);
    /* A second touch right after the screen has changed is taken for a slip of the finger. */
    journey_wait(journey, 1000);
}

bool journey_tap(struct journey *journey, const char *label)
{
    struct yt_ui_node node;

    if (!yt_ui_find(journey->app.ui, label, YT_UI_ANY, &node) || node.action.id == 0 ||
        (node.state & YT_UI_DISABLED))
        return false;
    if (!yt_ui_reveal(journey->app.ui, node.id) ||
        !yt_ui_find(journey->app.ui, label, YT_UI_ANY, &node))
        return false;
    /* What is named is looked for, and that takes longer than a double tap. */
    yt_clock_virtual_advance(&journey->clock, 400);
    journey_tap_at(journey, node.rect.x + node.rect.w / 2, node.rect.y + node.rect.h / 2);
    return true;
}

/* --- What is seen ----------------------------------------------------------------------------- */

struct plain_text {
    char text[1024];
};

static void strip(const char *markup, struct plain_text *plain)
{
    YT_SCOPED(yt_buf_done) struct yt_buf text = {0};

    yt_buf_init(&text, sizeof plain->text);
    yt_ruby_strip(markup, &text);
    snprintf(plain->text, sizeof plain->text, "%s", yt_buf_string(&text));
}

const char *journey_plain(const char *markup, char buffer[256])
{
    struct plain_text plain;

    strip(markup, &plain);
    (void)yt_str_copy(buffer, 256, plain.text);
    return buffer;
}

bool journey_tap_id(struct journey *journey, const char *id)
{
    struct plain_text plain;

    strip(yt_say(&journey->app, id), &plain);
    return journey_tap(journey, plain.text);
}

const char *journey_screen(const struct journey *journey)
{
    return yt_ui_screen_name(journey->app.ui);
}

bool journey_sees(struct journey *journey, const char *text)
{
    struct yt_ui_node node;

    return yt_ui_find(journey->app.ui, text, YT_UI_ANY, &node);
}

bool journey_remembers(const struct journey *journey, const void *bytes, size_t size)
{
    return memmem(&journey->app, sizeof journey->app, bytes, size) != NULL;
}
