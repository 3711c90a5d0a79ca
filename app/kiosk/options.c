#include "kiosk/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum option_id {
    OPT_SITE = 1000,
    OPT_DATA,
    OPT_ASSETS,
    OPT_KIOSK,
    OPT_PRINTER,
    OPT_DESK_KEY,
    OPT_SCRIPT,
    OPT_SHOTS,
    OPT_PRINTER_CONTROL,
    OPT_NOW,
    OPT_TOPICS,
    OPT_WINDOW,
    OPT_OFFSCREEN,
    OPT_PANEL,
    OPT_TEXT,
    OPT_LANGUAGE,
    OPT_MAPPING,
    OPT_SOURCE,
    OPT_CHECKED,
    OPT_STRICT,
    OPT_DRY_RUN,
    OPT_PROGRESS,
    OPT_HELP,
    OPT_VERSION,
};

static const struct option long_options[] = {
    {"site", required_argument, NULL, OPT_SITE},
    {"data", required_argument, NULL, OPT_DATA},
    {"assets", required_argument, NULL, OPT_ASSETS},
    {"kiosk", required_argument, NULL, OPT_KIOSK},
    {"printer", required_argument, NULL, OPT_PRINTER},
    {"desk-key", required_argument, NULL, OPT_DESK_KEY},
    {"script", required_argument, NULL, OPT_SCRIPT},
    {"shots", required_argument, NULL, OPT_SHOTS},
    {"printer-control", required_argument, NULL, OPT_PRINTER_CONTROL},
    {"now", required_argument, NULL, OPT_NOW},
    {"topics", required_argument, NULL, OPT_TOPICS},
    {"window", required_argument, NULL, OPT_WINDOW},
    {"offscreen", required_argument, NULL, OPT_OFFSCREEN},
    {"panel-mm", required_argument, NULL, OPT_PANEL},
    {"text", required_argument, NULL, OPT_TEXT},
    {"language", required_argument, NULL, OPT_LANGUAGE},
    {"mapping", required_argument, NULL, OPT_MAPPING},
    {"source", required_argument, NULL, OPT_SOURCE},
    {"checked", required_argument, NULL, OPT_CHECKED},
    {"strict", no_argument, NULL, OPT_STRICT},
    {"dry-run", no_argument, NULL, OPT_DRY_RUN},
    {"progress", no_argument, NULL, OPT_PROGRESS},
    {"help", no_argument, NULL, OPT_HELP},
    {"version", no_argument, NULL, OPT_VERSION},
    {NULL, 0, NULL, 0},
};

void yt_kiosk_options_help(void)
{
    fputs("yotte-kiosk: the touch kiosk of Yotte\n"
          "\n"
          "  yotte-kiosk [run] [OPTIONS]      open the kiosk, full screen\n"
          "  yotte-kiosk check SITE           check a site's files; each fault with its line\n"
          "  yotte-kiosk assess SITE ANSWERS  what these answers would show, light and trigger,\n"
          "                                   as in assess kiosk-config \"who=me age=a40\"\n"
          "  yotte-kiosk queue [--data DIR]   what waits for the desk (sealed: no content)\n"
          "  yotte-kiosk key [--data DIR]     the code by which the desk enrols this kiosk\n"
          "  yotte-kiosk listings import FILE take a sheet of job listings in (CSV, JobPosting)\n"
          "  yotte-kiosk programmes import FILE  ... of events (CSV, HSDS)\n"
          "  yotte-kiosk places import FILE   ... of places to go (CSV, HSDS)\n"
          "  yotte-kiosk listings list        where what is shown comes from, and how much\n"
          "  yotte-kiosk listings hidden      which listings are not shown today, and why\n"
          "  yotte-kiosk listings remove NAME take a source out again\n"
          "\n"
          "Options of run\n"
          "  --site DIR          the site's files (kiosk-config)\n"
          "  --data DIR          where the queue, this kiosk's key and the listings are (data)\n"
          "  --kiosk ID          which of the site's kiosks this is (the first)\n"
          "  --desk-key FILE     the desk's public key (desk.pub in the data folder)\n"
          "  --printer SPEC      png:DIR, escpos:FILE, escpos-serial:FILE[:BAUD] or\n"
          "                      escpos-tcp:HOST:PORT (png:slips in the data folder)\n"
          "  --window WxH        in a window instead of the full screen\n"
          "  --offscreen WxH     without any screen, for scripts\n"
          "  --panel-mm WxH      size of the picture in millimetres, when the screen does not say\n"
          "  --language TAG      language at the start of a visit (the site's first)\n"
          "  --text PERCENT      100, 150 or 200: text size at the start of a visit\n"
          "  --assets DIR        icons, sounds and message catalogues\n"
          "\n"
          "Options for scripts (see yotte-script(5))\n"
          "  --script FILE       play this visit, then end; exit code 1 when it goes another way\n"
          "  --shots DIR         where the script's pictures and tables go\n"
          "  --now TIME          when the script's clock begins, as in 2026-11-24T10:00\n"
          "  --printer-control FILE  where `printer ...` of the script is written\n"
          "\n"
          "Options of assess\n"
          "  --topics A,B        only these topics, as when a resident picks them\n"
          "\n"
          "Options of import (also --site and --data)\n"
          "  --mapping FILE      which column is what (YAML; see yotte-kiosk(1))\n"
          "  --source NAME       replaces what came in under that name (the file's name)\n"
          "  --checked DATE      when listings were checked that do not say it, as in 2026-11-20\n"
          "  --strict            one bad row refuses the whole file\n"
          "  --dry-run           look at every row, change nothing\n"
          "  --progress          say how far it is, even when nobody watches\n"
          "\n"
          "Exit codes: 0 done, 1 a fault was found, 2 wrong use.\n",
          stdout);
}

static bool read_size(const char *text, struct yt_size_option *size)
{
    char *end;
    long width = strtol(text, &end, 10);
    long height;

    if (end == text || *end != 'x')
        return false;
    text = end + 1;
    height = strtol(text, &end, 10);
    if (end == text || *end != '\0' || width < 1 || height < 1 || width > 16384 || height > 16384)
        return false;
    *size = (struct yt_size_option){.width = (int)width, .height = (int)height};
    return true;
}

static bool wrong_use(struct yt_err *err, const char *what)
{
    yt_err_set(err, YT_ERR_INVALID, "%s", what);
    return yt_err_remedy(err, "See yotte-kiosk --help.");
}

static bool take_option(struct yt_kiosk_options *options, int id, const char *value,
                        struct yt_err *err)
{
    const struct {
        enum option_id id;
        const char **to;
    } texts[] = {{OPT_SITE, &options->site_folder},
                 {OPT_DATA, &options->data_folder},
                 {OPT_ASSETS, &options->asset_folder},
                 {OPT_KIOSK, &options->kiosk},
                 {OPT_PRINTER, &options->printer},
                 {OPT_DESK_KEY, &options->desk_key},
                 {OPT_SCRIPT, &options->script},
                 {OPT_SHOTS, &options->shot_folder},
                 {OPT_PRINTER_CONTROL, &options->printer_control},
                 {OPT_NOW, &options->now},
                 {OPT_TOPICS, &options->topics},
                 {OPT_MAPPING, &options->mapping},
                 {OPT_SOURCE, &options->source},
                 {OPT_CHECKED, &options->checked},
                 {OPT_LANGUAGE, &options->language}};
    const struct {
        enum option_id id;
        struct yt_size_option *to;
    } sizes[] = {{OPT_WINDOW, &options->window},
                 {OPT_OFFSCREEN, &options->offscreen},
                 {OPT_PANEL, &options->panel_mm}};

    const struct {
        enum option_id id;
        bool *to;
    } flags[] = {{OPT_STRICT, &options->strict},
                 {OPT_DRY_RUN, &options->dry_run},
                 {OPT_PROGRESS, &options->progress}};

    for (size_t i = 0; i < YT_COUNT(flags); i++)
        if ((int)flags[i].id == id)
            return *flags[i].to = true;
    for (size_t i = 0; i < YT_COUNT(texts); i++) {
        if ((int)texts[i].id != id)
            continue;
        *texts[i].to = value;
        return true;
    }
    for (size_t i = 0; i < YT_COUNT(sizes); i++) {
        if ((int)sizes[i].id != id)
            continue;
        return read_size(value, sizes[i].to) || wrong_use(err, "a size is written as 1080x1920");
    }
    if (id == OPT_TEXT) {
        options->text_percent = (int)strtol(value, NULL, 10);
        if (options->text_percent == 100 || options->text_percent == 150 ||
            options->text_percent == 200)
            return true;
        return wrong_use(err, "the text size is 100, 150 or 200");
    }
    if (id == OPT_HELP || id == OPT_VERSION) {
        options->command = id == OPT_HELP ? YT_COMMAND_HELP : YT_COMMAND_VERSION;
        return true;
    }
    return wrong_use(err, "unknown option");
}

/* listings import FILE, places import FILE, listings hidden ... False when it is none of these. */
static bool take_catalogue_command(struct yt_kiosk_options *options, char **words, int count,
                                   struct yt_err *err, bool *good)
{
    static const struct {
        const char *name;
        enum yt_kiosk_command command;
        int operands;
        bool listings_only;
    } commands[] = {{"import", YT_COMMAND_IMPORT, 1, false},
                    {"list", YT_COMMAND_SOURCES, 0, true},
                    {"hidden", YT_COMMAND_HIDDEN, 0, true},
                    {"remove", YT_COMMAND_REMOVE, 1, false}};
    int kind = YT_IMPORT_LISTINGS;

    while (kind <= YT_IMPORT_PLACES &&
           strcmp(words[0], yt_import_kind_name((enum yt_import_kind)kind)) != 0)
        kind++;
    if (kind > YT_IMPORT_PLACES)
        return false;
    options->import_kind = (enum yt_import_kind)kind;
    for (size_t i = 0; i < YT_COUNT(commands); i++) {
        if (count < 2 || strcmp(words[1], commands[i].name) != 0 ||
            (commands[i].listings_only && kind != YT_IMPORT_LISTINGS))
            continue;
        *good = count - 2 == commands[i].operands ||
                wrong_use(err, commands[i].operands ? "something is missing, or too much"
                                                    : "too many words");
        options->command = commands[i].command;
        options->file = count > 2 ? words[2] : NULL;
        return true;
    }
    *good = wrong_use(err, "say what to do: import, list, hidden or remove");
    return true;
}

static bool take_command(struct yt_kiosk_options *options, char **words, int count,
                         struct yt_err *err)
{
    static const struct {
        const char *name;
        enum yt_kiosk_command command;
        int operands;
    } commands[] = {{"run", YT_COMMAND_RUN, 0},
                    {"check", YT_COMMAND_CHECK, 1},
                    {"assess", YT_COMMAND_ASSESS, 2},
                    {"queue", YT_COMMAND_QUEUE, 0},
                    {"key", YT_COMMAND_KEY, 0}};

    bool good;

    if (count == 0 || options->command != YT_COMMAND_RUN)
        return true;
    if (take_catalogue_command(options, words, count, err, &good))
        return good;
    for (size_t i = 0; i < YT_COUNT(commands); i++) {
        if (strcmp(words[0], commands[i].name) != 0)
            continue;
        if (count - 1 != commands[i].operands)
            return wrong_use(err, commands[i].operands ? "something is missing, or too much"
                                                       : "too many words");
        options->command = commands[i].command;
        if (commands[i].operands > 0)
            options->site_folder = words[1];
        if (commands[i].operands > 1)
            options->answers = words[2];
        return true;
    }
    return wrong_use(err, "there is no such command");
}

bool yt_kiosk_options_parse(struct yt_kiosk_options *options, int argc, char **argv,
                            struct yt_err *err)
{
    int id;

    *options = (struct yt_kiosk_options){.site_folder = "kiosk-config",
                                         .data_folder = "data",
                                         .shot_folder = ".",
                                         .text_percent = 100};
    opterr = 0;
    optind = 1;
    while ((id = getopt_long(argc, argv, "", long_options, NULL)) != -1) {
        if (id == '?') {
            yt_err_set(err, YT_ERR_INVALID, "%s: unknown option, or its value is missing",
                       argv[optind - 1]);
            return yt_err_remedy(err, "See yotte-kiosk --help.");
        }
        if (!take_option(options, id, optarg, err))
            return false;
    }
    if (options->window.width && options->offscreen.width)
        return wrong_use(err, "--window and --offscreen exclude each other");
    return take_command(options, argv + optind, argc - optind, err);
}
