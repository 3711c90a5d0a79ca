/* The kiosk program's own state: what main sets up, and what the loop and scripts drive. */
#ifndef YT_KIOSK_KIOSK_H
#define YT_KIOSK_KIOSK_H

#include "base/clock.h"
#include "base/job.h"
#include "content/content.h"
#include "kiosk/bell.h"
#include "kiosk/frame_times.h"
#include "kiosk/offers.h"
#include "kiosk/options.h"
#include "kiosk/print_jobs.h"
#include "kiosk/store_jobs.h"
#include "screens/nav.h"

#include <stdbool.h>

struct yt_kiosk {
    const struct yt_kiosk_options *options;
    struct yt_clock_virtual script_clock; /* used when a script is played */
    const struct yt_clock *clock;
    struct yt_content *content;
    const struct yt_site_content *site;
    size_t number; /* which of the site's kiosks this is */
    struct yt_text_engine *text;
    struct yt_ui *ui;
    struct yt_app *app; /* on the heap: it is large, and wiped */
    struct yt_services services;
    struct yt_bell *bell;

    struct yt_store_side store_side;
    struct yt_print_side print_side;
    struct yt_worker *store;
    struct yt_worker *printer;
    struct yt_kiosk_offers offers;

    /* The sealed entry of the visit, for printing it and for saving it once more. */
    uint64_t sealed_visit;
    struct yt_sealed sealed;
    enum yt_printer_state printer_state; /* as last told to the screens */
    bool looking;                        /* the queue is being looked through */
    int32_t looked_day;                  /* on which that was done last */

    Uint32 wake_event; /* pushed by the workers */
    struct yt_frame_times times;
    bool quit;
};

/* Sets everything up and shows the home screen. On failure the half-made kiosk is the caller's to
 * release with yt_kiosk_done; err says what to put right. */
YT_MUST_CHECK bool yt_kiosk_init(struct yt_kiosk *kiosk, const struct yt_kiosk_options *options,
                                 struct yt_err *err);
/* Ends the visit, waits for saves that are under way, releases everything. */
void yt_kiosk_done(struct yt_kiosk *kiosk);

/* Until the window is closed. */
void yt_kiosk_loop(struct yt_kiosk *kiosk);

/* One event, and what follows from it on the screen. */
void yt_kiosk_event(struct yt_kiosk *kiosk, const SDL_Event *event);
/* Answers of the workers, time, and drawing. */
void yt_kiosk_turn(struct yt_kiosk *kiosk);

/* Fills `kiosk->services`. */
void yt_kiosk_services_init(struct yt_kiosk *kiosk);
/* Has the queue opened and looked through; what staff should know comes onto the home screen. */
void yt_kiosk_open_queue(struct yt_kiosk *kiosk);
/* Tells the screens what the printer waits for while it prints, when that has changed. */
void yt_kiosk_watch_printer(struct yt_kiosk *kiosk);

/* Reads this kiosk's key, or makes it; for the command `key`. The caller wipes it. */
YT_MUST_CHECK bool yt_kiosk_key_of(const struct yt_kiosk_options *options, struct yt_kiosk_key *key,
                                   struct yt_err *err);

/* Opens the queue as a reader and prints what waits; the command `queue`. */
YT_MUST_CHECK bool yt_kiosk_print_queue(const char *data_folder, struct yt_err *err);
/* How many entries wait; for scripts. */
YT_MUST_CHECK bool yt_kiosk_count_queue(const char *data_folder, size_t *count, struct yt_err *err);

#endif
