#include "kiosk/kiosk.h"

/* While a slip is printed: how often the screen asks what the printer waits for. */
#define PRINTER_WATCH_MS 250

static void deliver(struct yt_kiosk *kiosk)
{
    yt_worker_deliver(kiosk->store, kiosk);
    yt_worker_deliver(kiosk->printer, kiosk);
    yt_offers_deliver(kiosk);
    yt_kiosk_watch_printer(kiosk);
}

static void show(struct yt_kiosk *kiosk, int64_t since_ns)
{
    size_t drawn = yt_app_show(kiosk->app);

    if (drawn > 0)
        yt_frame_times_add(&kiosk->times, since_ns, yt_ui_screen_name(kiosk->ui),
                           yt_app_language(kiosk->app), drawn);
}

void yt_kiosk_event(struct yt_kiosk *kiosk, const SDL_Event *event)
{
    int64_t since_ns = yt_frame_times_now();

    if (event->type == SDL_QUIT)
        kiosk->quit = true;
    else if (event->type != kiosk->wake_event)
        yt_app_handle(kiosk->app, event);
    show(kiosk, since_ns);
}

void yt_kiosk_turn(struct yt_kiosk *kiosk)
{
    int64_t since_ns = yt_frame_times_now();

    deliver(kiosk);
    yt_app_tick(kiosk->app);
    show(kiosk, since_ns);
}

static int next_wake_ms(const struct yt_kiosk *kiosk)
{
    int wake = yt_app_next_wake_ms(kiosk->app);

    if (yt_worker_pending(kiosk->printer) > 0 && (wake < 0 || wake > PRINTER_WATCH_MS))
        return PRINTER_WATCH_MS;
    return wake;
}

void yt_kiosk_loop(struct yt_kiosk *kiosk)
{
    while (!kiosk->quit) {
        const int wake = next_wake_ms(kiosk);
        SDL_Event event;
        int got = wake < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, wake);

        /* All that is there before drawing again would lump a press and its release together and
         * show neither; each event is shown, and only what changed is drawn. */
        while (got && !kiosk->quit) {
            yt_kiosk_event(kiosk, &event);
            got = SDL_PollEvent(&event);
        }
        yt_kiosk_turn(kiosk);
    }
}
