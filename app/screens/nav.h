/* The way through the screens: the app that screens are given, a stack of screens, the idle rule,
 * and what every screen has in common. UI thread only.
 *
 * A screen is a table of functions (`struct yt_screen_ops`) and at most YT_SCREEN_STATE_MAX bytes
 * of state of its own, which the stack keeps and wipes when the screen leaves. What belongs to the
 * visit lives in `app->visit`. */
#ifndef YT_SCREENS_NAV_H
#define YT_SCREENS_NAV_H

#include "base/clock.h"
#include "domain/site_content.h"
#include "screens/services.h"
#include "screens/visit.h"
#include "ui/ui.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define YT_NAV_DEPTH_MAX 24
#define YT_SCREEN_STATE_MAX 4096

struct yt_app;
struct yt_browse;

/* Actions that mean the same on every screen; nav takes them and the screen never sees them. A
 * screen's own actions begin at YT_ACT_OWN. */
enum yt_common_action {
    YT_ACT_NONE,
    YT_ACT_BACK,     /* to the screen below; its `back` first, where it has one */
    YT_ACT_LANGUAGE, /* the choice of languages */
    YT_ACT_VIEW,     /* text size and contrast */
    YT_ACT_HIDE,     /* one touch to the neutral picture */
    YT_ACT_STAFF,    /* calls staff and shows it */
    YT_ACT_STOP,     /* asks whether to stop and erase */
    YT_ACT_TRAY,     /* to what was marked of listings and programmes */
    YT_ACT_OWN = 100,
};

/* A screen. All functions but `declare` may be NULL. */
struct yt_screen_ops {
    const char *name;  /* "question"; what visits written as files expect. yt_ui_page.name */
    size_t state_size; /* of yt_nav_state, at most YT_SCREEN_STATE_MAX; zeroed before `enter` */
    bool overlay;      /* a dialog: the screen below is declared first, then this */
    bool keeps;        /* staff may be on the way: idle_help_seconds instead of idle_ask_seconds */

    /* It was put on top; not called when it comes up again after the one above has gone. */
    void (*enter)(struct yt_app *app);
    /* State -> widgets. No I/O, changes nothing. */
    void (*declare)(struct yt_app *app, struct yt_ui *ui);
    /* Something of the screen's own was used (id >= YT_ACT_OWN). */
    void (*action)(struct yt_app *app, struct yt_ui_action action);
    /* Before YT_ACT_BACK leaves the screen: true when it went back inside itself instead. */
    bool (*back)(struct yt_app *app);
    /* The answer to a request of this visit. Comes to the screen on top and to those below. */
    void (*result)(struct yt_app *app, const struct yt_result *result);
    /* Time has passed to the moment that `wake_at_ms` asked for. */
    void (*tick)(struct yt_app *app);
    /* It goes off the stack; its state is wiped right afterwards. */
    void (*leave)(struct yt_app *app);
    /* For typing on a real keyboard: true when the event was used. */
    bool (*key)(struct yt_app *app, const SDL_Event *event);
};

struct yt_nav_level {
    const struct yt_screen_ops *ops;
    uint32_t serial; /* another one each time something is put on the stack */
    int64_t wake_ms; /* mono; when it wants its tick, should it be on top; 0: never */
    _Alignas(max_align_t) uint8_t state[YT_SCREEN_STATE_MAX];
};

struct yt_nav {
    size_t depth; /* at least 1: home */
    struct yt_nav_level levels[YT_NAV_DEPTH_MAX];
    size_t current; /* the level whose function is being called */
    uint32_t serial;
    int64_t touched_ms; /* mono; the last touch of a person */
    bool stale;         /* something changed: declare anew */
};

enum yt_staff_state {
    YT_STAFF_NOT_CALLED,
    YT_STAFF_CALLING,
    YT_STAFF_COMING, /* somebody took the call */
};

struct yt_staff_call {
    enum yt_staff_state state;
    int64_t since_ms; /* mono */
    bool silent;      /* nothing rings: only the screen calls */
};

/* What staff should put right, told at the foot of the home screen. A bit each. */
enum yt_trouble {
    YT_TROUBLE_NOT_SAVING = 1 << 0, /* the disk refuses */
    YT_TROUBLE_SET_ASIDE = 1 << 1,  /* the queue's file was damaged; a new one was begun */
    YT_TROUBLE_OLD = 1 << 2,        /* entries wait for longer than the site's warning */
    YT_TROUBLE_EXPIRED = 1 << 3,    /* entries were erased unread */
};

/* What screens are given. Filled by the program that owns it (see yt_app_begin). */
struct yt_app {
    struct yt_ui *ui;
    const struct yt_site_content *content;
    size_t kiosk; /* index into content->site.kiosks: the box we are */
    const struct yt_clock *clock;
    const struct yt_services *services;
    struct yt_visit_start start; /* how every visit begins */

    struct yt_visit visit;
    struct yt_browse *browse; /* what the visit looks through; made by yt_app_begin (browse.h) */
    struct yt_staff_call staff;
    enum yt_printer_state printer; /* as last heard */
    unsigned troubles;             /* bits of yt_trouble; see yt_app_set_troubles */
    struct yt_nav nav;
    struct yt_ui_theme theme_normal; /* from the site's colours */
    struct yt_ui_theme theme_high;
};

/* --- For the program ------------------------------------------------------------------------- */

/* `app` holds ui, content, kiosk, clock and services, all else zero; they must outlive it.
 * Begins the first visit on the home screen. */
void yt_app_begin(struct yt_app *app);
/* Wipes the visit. For the end of the program. */
void yt_app_end(struct yt_app *app);

/* An event of SDL: idle clock, keys, widgets, screens. */
void yt_app_handle(struct yt_app *app, const SDL_Event *event);
/* An answer from the services. Dropped when its visit has ended. */
void yt_app_result(struct yt_app *app, const struct yt_result *result);
/* What staff should put right from now on. */
void yt_app_set_troubles(struct yt_app *app, unsigned troubles);
/* Lets time act (idle rule, ticks, key repeat). Call it after each wait. */
void yt_app_tick(struct yt_app *app);
/* Milliseconds until yt_app_tick has something to do; -1: only an event can change anything.
 * The toolkit's own movement (yt_ui_next_wake_ms) is included. */
int yt_app_next_wake_ms(const struct yt_app *app);
/* Declares anew when something changed, and draws what differs. Call it after each of the above.
 * Returns how many pixels were drawn. */
size_t yt_app_show(struct yt_app *app);

/* --- For screens ----------------------------------------------------------------------------- */

/* The calling screen's own state. */
void *yt_nav_state(struct yt_app *app);
/* The state of the screen on top: for what has just put it there and says what it is about. Its
 * `enter` has run already. */
void *yt_nav_top_state(struct yt_app *app);

/* On top of the stack. When the stack is full (it never should be) the top is replaced. */
void yt_nav_push(struct yt_app *app, const struct yt_screen_ops *screen);
/* In place of the top screen. */
void yt_nav_replace(struct yt_app *app, const struct yt_screen_ops *screen);
/* Off the top; nothing happens on the last one. */
void yt_nav_back(struct yt_app *app);
/* Back to the nearest such screen below. False, and nothing done, when there is none. */
bool yt_nav_back_to(struct yt_app *app, const struct yt_screen_ops *screen);
const struct yt_screen_ops *yt_nav_top(const struct yt_app *app);
/* Is the screen anywhere on the stack? */
bool yt_nav_has(const struct yt_app *app, const struct yt_screen_ops *screen);
/* Takes everything off and wipes it. Only between two visits. */
void yt_nav_clear(struct yt_app *app);
/* Hands an answer to every screen on the stack, the top first. */
void yt_nav_result(struct yt_app *app, const struct yt_result *result);

/* Something changed: declare anew. Not needed in `action` and `result`, which always do. */
void yt_nav_changed(struct yt_app *app);
/* Asks for `tick` in so many milliseconds; replaces an earlier wish. */
void yt_nav_wake_in(struct yt_app *app, int64_t ms);

/* The visit is over: everything of it is wiped (answers, typed texts, screens, drawn pixels,
 * settings, language), pending answers will be dropped, and home stands there for the next. */
void yt_app_end_visit(struct yt_app *app);

/* Calls staff with the sound; `quiet`: only asks them to stay near. Showing it is up to
 * YT_ACT_STAFF's screen. */
void yt_app_call_staff(struct yt_app *app, bool quiet);
void yt_app_cancel_staff(struct yt_app *app);

/* Language or look was changed in the visit: tells the toolkit. */
void yt_app_apply_look(struct yt_app *app);

/* Today and now at the place. */
struct yt_local_time yt_app_now(const struct yt_app *app);

/* --- Words ----------------------------------------------------------------------------------- */

/* The tag of the visit's language: "ja-easy". */
const char *yt_app_language(const struct yt_app *app);
/* A message in the visit's language. */
const char *yt_say(const struct yt_app *app, const char *id);
/* A text of the site's content in the visit's language. */
const char *yt_say_text(const struct yt_app *app, const struct yt_text *text);
/* A message with one place filled in, into `buffer`, cut at a character when it is too long;
 * returns `buffer`. */
const char *yt_say_with(const struct yt_app *app, const char *id, const char *name,
                        const char *value, char *buffer, size_t capacity);
/* The same with a number, in the digits of the language. */
const char *yt_say_count(const struct yt_app *app, const char *id, const char *name, int value,
                         char *buffer, size_t capacity);
/* Copies the text with 0 to 9 as the visit's language writes them (Nepali has its own); returns
 * `buffer`. Not for telephone numbers, which are dialled as they stand. `text` and `buffer` may
 * not overlap. */
const char *yt_say_digits(const struct yt_app *app, const char *text, char *buffer,
                          size_t capacity);
/* A minute of the day, "9:05". */
const char *yt_say_minute(const struct yt_app *app, int minute, char *buffer, size_t capacity);

#endif
