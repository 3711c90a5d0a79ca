#include "kiosk/kiosk.h"

#include "base/fs.h"
#include "base/log.h"
#include "base/message.h"
#include "base/str.h"

#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STORE_JOBS_MAX 16
#define PRINT_JOBS_MAX 4

/* What a screen of text in two or three sizes needs, with room to come back to the last ones. */
static const struct yt_text_limits screen_text_limits = {
    .layout_bytes = (size_t)1 << 20, .pixel_bytes = (size_t)6 << 20, .open_faces = 16};

static bool path_in(char path[PATH_MAX], const char *folder, const char *name, struct yt_err *err)
{
    if (snprintf(path, PATH_MAX, "%s/%s", folder, name) < PATH_MAX)
        return true;
    return yt_err_set(err, YT_ERR_TOO_LARGE, "%s: the path is too long", folder);
}

/* Where icons, sounds and messages are: as asked, installed, or as just built. */
static const char *asset_folder(const struct yt_kiosk_options *options)
{
    const char *named = options->asset_folder ? options->asset_folder : getenv("YOTTE_ASSETS");

    if (named)
        return named;
    return yt_fs_exists(YT_BUILT_ASSETS) ? YT_BUILT_ASSETS : YT_INSTALLED_ASSETS;
}

/* The site's files are read while SDL opens the screen: two things of some ten milliseconds each
 * that know nothing of each other. */
struct site_loader {
    const char *folder;
    pthread_t thread;
    struct yt_content *content;
    struct yt_err err;
};

static void *run_loader(void *argument)
{
    struct site_loader *loader = argument;

    loader->content = yt_content_load(loader->folder, NULL, &loader->err);
    return NULL;
}

static bool loader_begin(struct site_loader *loader, const char *folder, struct yt_err *err)
{
    *loader = (struct site_loader){.folder = folder};
    return pthread_create(&loader->thread, NULL, run_loader, loader) == 0 ||
           yt_err_set(err, YT_ERR_NO_MEMORY, "start a thread");
}

static bool find_kiosk(struct yt_kiosk *kiosk, struct yt_err *err)
{
    const char *id = kiosk->options->kiosk;
    int found = id ? yt_site_kiosk_find(&kiosk->site->site, id) : 0;

    if (found < 0) {
        yt_err_set(err, YT_ERR_NOT_FOUND, "the site has no kiosk \"%s\"", id);
        yt_err_remedy(err, "Name one that stands under kiosks in site.yaml.");
        return false;
    }
    kiosk->number = (size_t)found;
    return true;
}

static bool loader_end(struct site_loader *loader, struct yt_kiosk *kiosk, struct yt_err *err)
{
    pthread_join(loader->thread, NULL);
    kiosk->content = loader->content;
    if (!kiosk->content) {
        *err = loader->err;
        yt_err_context(err, "load the site");
        yt_err_remedy(err, "Run yotte-kiosk check %s for the whole list.", loader->folder);
        return false;
    }
    kiosk->site = yt_content_site(kiosk->content);
    return find_kiosk(kiosk, err);
}

static bool open_key(const char *data, const char *kiosk, struct yt_kiosk_key *key,
                     struct yt_err *err)
{
    char path[PATH_MAX];

    if (!yt_fs_exists(data) && !yt_fs_make_folders(data, 0700, err))
        return yt_err_context(err, "make the data folder");
    if (!path_in(path, data, "kiosk.key", err) || !yt_kiosk_key_open(path, kiosk, key, err))
        return yt_err_context(err, "this kiosk's key");
    return true;
}

bool yt_kiosk_key_of(const struct yt_kiosk_options *options, struct yt_kiosk_key *key,
                     struct yt_err *err)
{
    struct yt_kiosk kiosk = {.options = options};
    struct site_loader loader;
    bool opened =
        loader_begin(&loader, options->site_folder, err) && loader_end(&loader, &kiosk, err) &&
        open_key(options->data_folder, kiosk.site->site.kiosks[kiosk.number].id, key, err);

    yt_content_free(kiosk.content);
    return opened;
}

static bool load_keys(struct yt_kiosk *kiosk, struct yt_err *err)
{
    const char *data = kiosk->options->data_folder;
    char path[PATH_MAX];

    if (!open_key(data, kiosk->site->site.kiosks[kiosk->number].id, &kiosk->store_side.key, err) ||
        !path_in(path, data, "desk.pub", err))
        return false;
    if (kiosk->options->desk_key)
        (void)yt_str_copy(path, sizeof path, kiosk->options->desk_key);
    if (!yt_desk_public_read(path, &kiosk->store_side.desk, err)) {
        yt_err_context(err, "the desk's public key");
        return yt_err_remedy(err, "Copy desk.pub, which yotte-desk init made, to %s.", path);
    }
    return true;
}

static void wake(void *context)
{
    SDL_Event event = {.type = *(const Uint32 *)context};

    (void)SDL_PushEvent(&event); /* a full queue is awake anyway */
}

static bool start_workers(struct yt_kiosk *kiosk, struct yt_err *err)
{
    const struct yt_site_kiosk *self = &kiosk->site->site.kiosks[kiosk->number];
    const char *url = kiosk->site->site.desk_url[0] ? kiosk->site->site.desk_url : NULL;
    const int dots = self->print_width_mm == 80 ? YT_PAPER_80_DOTS : YT_PAPER_58_DOTS;
    char printer[PATH_MAX + 8];

    kiosk->store_side.clock = kiosk->clock;
    kiosk->store_side.content = kiosk->site;
    kiosk->store_side.paper_dots = kiosk->print_side.paper_dots = dots;
    kiosk->store_side.url = kiosk->print_side.url = url;
    if (!path_in(kiosk->store_side.db_path, kiosk->options->data_folder, "queue.db", err))
        return false;
    snprintf(printer, sizeof printer, "png:%s/slips", kiosk->options->data_folder);
    kiosk->print_side.printer =
        yt_printer_open(kiosk->options->printer ? kiosk->options->printer : printer, NULL, err);
    if (!kiosk->print_side.printer)
        return yt_err_context(err, "--printer");
    kiosk->wake_event = SDL_RegisterEvents(1);
    kiosk->store =
        yt_worker_new("store", STORE_JOBS_MAX, &kiosk->store_side, wake, &kiosk->wake_event, err);
    if (!kiosk->store)
        return false;
    kiosk->printer =
        yt_worker_new("printer", PRINT_JOBS_MAX, &kiosk->print_side, wake, &kiosk->wake_event, err);
    return kiosk->printer != NULL;
}

static float panel_diagonal_mm(const struct yt_kiosk_options *options)
{
    const float width = (float)options->panel_mm.width;
    const float height = (float)options->panel_mm.height;

    return SDL_sqrtf(width * width + height * height);
}

static bool open_screen(struct yt_kiosk *kiosk, const char *assets, struct yt_err *err)
{
    const struct yt_kiosk_options *options = kiosk->options;
    const struct yt_size_option size =
        options->offscreen.width ? options->offscreen : options->window;
    char icons[PATH_MAX];
    struct yt_ui_setup setup = {
        .title = "Yotte",
        .width = size.width,
        .height = size.height,
        .full_screen = size.width == 0,
        .panel_mm = panel_diagonal_mm(options),
        .icon_folder = icons,
        .clock = kiosk->clock,
        .present = options->offscreen.width ? YT_UI_PRESENT_NONE : YT_UI_PRESENT_AUTO,
    };

    if (!path_in(icons, assets, "icons", err) ||
        !(kiosk->text = yt_text_engine_new(&screen_text_limits, NULL, err)))
        return false;
    setup.text = kiosk->text;
    if (!(kiosk->ui = yt_ui_new(&setup, err)))
        return yt_err_context(err, "open the screen");
    return true;
}

/* People go by the machine's clock; a script by one that stands still between its waits. */
static void choose_clock(struct yt_kiosk *kiosk)
{
    kiosk->clock = yt_clock_system();
    if (!kiosk->options->script)
        return;
    yt_clock_virtual_init(&kiosk->script_clock, yt_clock_wall_ms(kiosk->clock));
    kiosk->clock = &kiosk->script_clock.clock;
}

static bool set_script_clock(struct yt_kiosk *kiosk, struct yt_err *err)
{
    const char *now = kiosk->options->now;
    struct yt_local_time local = {0};
    char date[11] = "";

    if (!now || !kiosk->options->script)
        return true;
    if (strlen(now) == 16 && now[10] == 'T')
        memcpy(date, now, 10);
    if (!date[0] || !yt_date_parse(date, &local.date) ||
        !yt_minute_parse(now + 11, &local.minute)) {
        yt_err_set(err, YT_ERR_INVALID, "--now %s: no such time", now);
        return yt_err_remedy(err, "Write it as 2026-11-24T10:00.");
    }
    kiosk->script_clock.now_wall_ms =
        yt_local_time_to_ms(local, kiosk->site->site.utc_offset_minutes);
    return true;
}

static bool set_start(struct yt_kiosk *kiosk, struct yt_err *err)
{
    const struct yt_kiosk_options *options = kiosk->options;
    struct yt_visit_start *start = &kiosk->app->start;
    int language =
        options->language ? yt_languages_find(&kiosk->site->site.languages, options->language) : 0;

    if (language < 0) {
        yt_err_set(err, YT_ERR_NOT_FOUND, "--language %s: the site does not have it",
                   options->language);
        return yt_err_remedy(err, "Name one of the languages in site.yaml.");
    }
    start->language = language;
    start->text_scale = options->text_percent == 200   ? YT_TEXT_SCALE_200
                        : options->text_percent == 150 ? YT_TEXT_SCALE_150
                                                       : YT_TEXT_SCALE_100;
    return true;
}

static bool begin_app(struct yt_kiosk *kiosk, struct yt_err *err)
{
    if (!(kiosk->app = calloc(1, sizeof *kiosk->app)))
        return yt_err_set(err, YT_ERR_NO_MEMORY, "begin");
    yt_kiosk_services_init(kiosk);
    kiosk->app->ui = kiosk->ui;
    kiosk->app->content = kiosk->site;
    kiosk->app->kiosk = kiosk->number;
    kiosk->app->clock = kiosk->clock;
    kiosk->app->services = &kiosk->services;
    if (!set_start(kiosk, err))
        return false;
    yt_app_begin(kiosk->app);
    yt_app_show(kiosk->app);
    return true;
}

static bool open_bell(struct yt_kiosk *kiosk, const char *assets, struct yt_err *err)
{
    char path[PATH_MAX];

    if (!path_in(path, assets, "sounds/bell.wav", err))
        return false;
    kiosk->bell = yt_bell_new(path);
    return kiosk->bell || yt_err_set(err, YT_ERR_NO_MEMORY, "the bell");
}

/* What needs no site, while the site is read beside it. */
static bool open_all(struct yt_kiosk *kiosk, const char *assets, struct yt_err *err)
{
    struct site_loader loader;
    struct yt_err screen_err = {0};
    bool opened;

    if (!loader_begin(&loader, kiosk->options->site_folder, err))
        return false;
    choose_clock(kiosk);
    opened = open_bell(kiosk, assets, &screen_err) && open_screen(kiosk, assets, &screen_err);
    if (!loader_end(&loader, kiosk, err))
        return false;
    if (!opened)
        *err = screen_err;
    return opened;
}

/* What the display's libraries would do at every start for programs of another kind, unless
 * somebody has said otherwise: X11 reads 700 KB of key combinations for typing accents (10 ms; the
 * boards on the screen have their own), D-Bus starts a process in search of a desktop session (2
 * ms; a kiosk has none). Before any thread: the environment has no lock. */
static void spare_the_start(void)
{
    (void)setenv("XCOMPOSEFILE", "/dev/null", 0);             /* without memory: */
    (void)setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0); /* a slower start, no more */
}

bool yt_kiosk_init(struct yt_kiosk *kiosk, const struct yt_kiosk_options *options,
                   struct yt_err *err)
{
    const char *assets = asset_folder(options);
    char path[PATH_MAX];

    memset(kiosk, 0, sizeof *kiosk);
    kiosk->options = options;
    spare_the_start();
    if (sodium_init() < 0)
        return yt_err_set(err, YT_ERR_UNSUPPORTED, "libsodium cannot start");
    if (!path_in(path, assets, "messages", err) || !yt_message_open(path, err) ||
        !open_all(kiosk, assets, err) || !set_script_clock(kiosk, err) || !load_keys(kiosk, err))
        return false;
    yt_message_set_override(yt_site_wording, (void *)kiosk->site);
    if (!start_workers(kiosk, err) || !begin_app(kiosk, err) || !yt_offers_init(kiosk, err))
        return false;
    yt_kiosk_open_queue(kiosk);
    return true;
}

void yt_kiosk_done(struct yt_kiosk *kiosk)
{
    if (kiosk->app && kiosk->app->nav.depth > 0)
        yt_app_end(kiosk->app);
    /* The workers go first: a save that is under way still finishes. */
    atomic_store(&kiosk->print_side.watch.stop, true);
    yt_worker_free(kiosk->store);
    yt_worker_free(kiosk->printer);
    yt_offers_done(kiosk);
    yt_store_side_done(&kiosk->store_side);
    yt_print_side_done(&kiosk->print_side);
    free(kiosk->app);
    yt_bell_free(kiosk->bell);
    yt_ui_free(kiosk->ui);
    yt_text_engine_free(kiosk->text);
    yt_message_set_override(NULL, NULL);
    yt_content_free(kiosk->content);
    yt_frame_times_done(&kiosk->times);
    SDL_Quit();
}
