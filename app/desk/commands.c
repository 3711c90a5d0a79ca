#include "desk/commands.h"

#include "base/clock.h"
#include "base/str.h"
#include "desk/describe.h"
#include "desk/entry_list.h"
#include "desk/passphrase.h"
#include "desk/scan.h"
#include "desk/words.h"

#include <pwd.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Entries that share one slip number: two is already a rarity. */
#define SAME_NUMBER_MAX 4

static enum yt_desk_exit exit_of(enum yt_err_code code)
{
    switch (code) {
    case YT_ERR_INVALID:
        return YT_EXIT_USE;
    case YT_ERR_WRONG_KEY:
        return YT_EXIT_PASSPHRASE;
    case YT_ERR_IO:
    case YT_ERR_DISK_FULL:
    case YT_ERR_READ_ONLY:
    case YT_ERR_CORRUPT:
    case YT_ERR_TIMEOUT:
    case YT_ERR_NO_MEMORY:
        return YT_EXIT_DISK;
    default:
        return YT_EXIT_REFUSED;
    }
}

static enum yt_desk_exit fail(const struct yt_err *err)
{
    fprintf(stderr, "yotte-desk: %s\n", err->text);
    if (err->remedy[0] != '\0')
        fprintf(stderr, "  %s\n", err->remedy);
    return exit_of(err->code);
}

static bool open_desk(struct yt_desk *desk, const struct yt_desk_options *options,
                      struct yt_err *err)
{
    if (!yt_desk_open(desk, options->folder, err))
        return false;
    if (desk->report.set_aside[0] != '\0')
        fprintf(stderr,
                "yotte-desk: the store was broken (%s).\n"
                "  It lies now at %s, and a new one was begun. Enrol the kiosks again and scan the "
                "slips once more, or put back a copy of desk.db.\n",
                desk->report.set_aside_reason, desk->report.set_aside);
    return true;
}

static bool unlock(struct yt_desk *desk, const struct yt_desk_options *options, struct yt_err *err)
{
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;

    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    return yt_passphrase_get(options->passphrase_file, false, &passphrase, err) &&
           yt_desk_unlock(desk, &passphrase, err);
}

/* Names help, but entries can be read without them. */
static void load_site(struct yt_desk *desk, const struct yt_desk_options *options)
{
    struct yt_err err;

    if (!yt_desk_load_site(desk, options->site, &err))
        fprintf(stderr,
                "yotte-desk: %s\n  Entries are shown by number. Name the site's files "
                "with --site.\n",
                err.text);
}

static const char *who_is_it(const struct yt_desk_options *options)
{
    const struct passwd *user = getpwuid(getuid());

    if (options->who)
        return options->who;
    return user ? user->pw_name : "?";
}

static bool log_opening(struct yt_desk *desk, const struct yt_desk_options *options,
                        const char *what, const char *number, struct yt_err *err)
{
    const struct yt_desk_opening opening = {
        .number = number,
        .who = who_is_it(options),
        .what = what,
        .at_ms = yt_clock_wall_ms(yt_clock_system()),
    };

    return yt_desk_store_log(desk->store, &opening, err);
}

static bool want_arguments(const struct yt_desk_options *options, size_t least, size_t most,
                           struct yt_err *err)
{
    if (options->folder && options->argument_count >= least && options->argument_count <= most)
        return true;
    yt_err_set(err, YT_ERR_INVALID, "%s: %s", options->command,
               !options->folder                  ? "the desk's folder is missing"
               : options->argument_count < least ? "something is missing"
                                                 : "there is too much");
    return yt_err_remedy(err, "yotte-desk --help shows how.");
}

static enum yt_desk_exit run_init(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_buf_done) struct yt_buf passphrase;
    struct yt_err err;

    yt_buf_init_secret(&passphrase, YT_PASSPHRASE_MAX);
    if (!want_arguments(options, 0, 0, &err))
        return fail(&err);
    if (!options->name || options->name[0] == '\0') {
        yt_err_set(&err, YT_ERR_INVALID, "init: the desk has no name");
        yt_err_remedy(&err, "Add --name 'つむぎ市 くらし相談室'.");
        return fail(&err);
    }
    if (!yt_passphrase_get(options->passphrase_file, true, &passphrase, &err) ||
        !yt_desk_create(options->folder, options->name, options->site, &passphrase,
                        YT_PASSPHRASE_COST, &err))
        return fail(&err);
    printf("The desk is made. Put this file on every kiosk: %s/desk.pub\n"
           "Keep a copy of the folder and the passphrase apart from each other: without both, "
           "nothing that was handed over can be read.\n",
           options->folder);
    return YT_EXIT_DONE;
}

static enum yt_desk_exit run_enroll(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf code;
    struct yt_kiosk_public kiosk;
    struct yt_err err;
    int others = 0;

    yt_buf_init(&code, 4096);
    /* Groups of five digits may come as one argument or as many. */
    if (!want_arguments(options, 1, 64, &err))
        return fail(&err);
    for (size_t i = 0; i < options->argument_count; i++)
        yt_buf_printf(&code, "%s ", options->arguments[i]);
    if (!yt_buf_ok(&code, &err) || !yt_enrolment_parse(yt_buf_string(&code), &kiosk, &err)) {
        if (err.remedy[0] == '\0')
            yt_err_remedy(&err, "Type the code again as the kiosk shows it.");
        return fail(&err);
    }
    if (!open_desk(&desk, options, &err) ||
        !yt_desk_store_enroll(desk.store, &kiosk, yt_clock_wall_ms(yt_clock_system()), &others,
                              &err))
        return fail(&err);
    printf("Kiosk %s is enrolled.\n", kiosk.kiosk);
    if (others > 0)
        printf("%d other key(s) of %s are still believed; when that box is gone: yotte-desk revoke "
               "%s %s KEY\n",
               others, kiosk.kiosk, options->folder, kiosk.kiosk);
    return YT_EXIT_DONE;
}

static bool print_kiosk(const struct yt_desk_kiosk *kiosk, void *context)
{
    char key[2 * YT_VERIFY_KEY_SIZE + 1];
    struct yt_local_time at = yt_local_time(kiosk->enrolled_ms, 540);

    (void)context; /* prints only */
    sodium_bin2hex(key, sizeof key, kiosk->known.verify_key, sizeof kiosk->known.verify_key);
    printf("%-15s  %.16s  %04d-%02d-%02d  %s\n", kiosk->known.kiosk, key, at.date.year,
           at.date.month, at.date.day, kiosk->revoked ? "revoked" : "believed");
    return true;
}

static enum yt_desk_exit run_kiosks(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_err err;

    if (!want_arguments(options, 0, 0, &err) || !open_desk(&desk, options, &err) ||
        !yt_desk_store_each_kiosk(desk.store, print_kiosk, NULL, &err))
        return fail(&err);
    return YT_EXIT_DONE;
}

static enum yt_desk_exit run_revoke(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_err err;
    int revoked = 0;

    if (!want_arguments(options, 1, 2, &err) || !open_desk(&desk, options, &err) ||
        !yt_desk_store_revoke(desk.store, options->arguments[0],
                              options->argument_count > 1 ? options->arguments[1] : "", &revoked,
                              &err))
        return fail(&err);
    if (revoked == 0) {
        yt_err_set(&err, YT_ERR_NOT_FOUND, "no believed key of kiosk %s", options->arguments[0]);
        yt_err_remedy(&err, "yotte-desk kiosks lists them.");
        return fail(&err);
    }
    printf("%d key(s) of %s are believed no longer. What was taken in before stays.\n", revoked,
           options->arguments[0]);
    return YT_EXIT_DONE;
}

static enum yt_desk_exit run_scan(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_scan_outcome outcome;
    struct yt_err err;

    if (!want_arguments(options, 0, SIZE_MAX, &err) || !open_desk(&desk, options, &err) ||
        !unlock(&desk, options, &err))
        return fail(&err);
    if (options->argument_count == 0 && isatty(STDIN_FILENO))
        fprintf(stderr, "%s\n", yt_word("desk.scan.ready"));
    if (!yt_scan(&desk, options->arguments, options->argument_count, stdin, stdout, &outcome, &err))
        return fail(&err);
    return outcome.refused || outcome.incomplete ? YT_EXIT_REFUSED : YT_EXIT_DONE;
}

static enum yt_desk_exit run_list(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    struct yt_err err;

    yt_buf_init_secret(&text, YT_ENTRY_LIST_MAX);
    if (!want_arguments(options, 0, 0, &err) || !open_desk(&desk, options, &err) ||
        !unlock(&desk, options, &err) || !log_opening(&desk, options, "list", "", &err))
        return fail(&err);
    load_site(&desk, options);
    if (!yt_entry_list(&desk, options->numbers, &text, &err))
        return fail(&err);
    fputs(yt_buf_string(&text), stdout);
    return YT_EXIT_DONE;
}

static bool show_one(struct yt_desk *desk, const struct yt_desk_options *options,
                     const struct yt_sealed *sealed, struct yt_err *err)
{
    YT_SCOPED(yt_entry_wipe) struct yt_entry entry;
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    struct yt_kiosk_book book = yt_desk_store_book(desk->store, true);
    const struct yt_site_content *site = yt_desk_site(desk);

    yt_buf_init_secret(&text, YT_DESCRIPTION_MAX);
    if (!yt_envelope_open(sealed, &desk->opener, &book, &entry, err) ||
        !(options->json ? yt_describe_json(&entry, site, &text, err)
                        : yt_describe(&entry, site, &text, err)))
        return false;
    fputs(yt_buf_string(&text), stdout);
    return true;
}

static bool show_number(struct yt_desk *desk, const struct yt_desk_options *options,
                        const char *number, struct yt_err *err)
{
    struct yt_sealed found[SAME_NUMBER_MAX];
    size_t count = 0;

    /* Logged before it is shown: what cannot be logged is not shown. */
    if (!yt_desk_store_find(desk->store, number, found, SAME_NUMBER_MAX, &count, err) ||
        !log_opening(desk, options, "show", number, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!show_one(desk, options, &found[i], err))
            return yt_err_context(err, "%s", number);
    }
    return true;
}

/* "123 456 789" may come as one argument or, unquoted, as three. Takes the next number and returns
 * how many arguments it was; 0 when it is none. */
static size_t next_number(char *const *arguments, size_t count,
                          char number[static YT_SLIP_NUMBER_MAX])
{
    char joined[64];

    if (yt_slip_number_read(arguments[0], number))
        return 1;
    if (count < 3 || snprintf(joined, sizeof joined, "%s %s %s", arguments[0], arguments[1],
                              arguments[2]) >= (int)sizeof joined)
        return 0;
    return yt_slip_number_read(joined, number) ? 3 : 0;
}

static bool no_number(const char *typed, struct yt_err *err)
{
    yt_err_set(err, YT_ERR_INVALID, "%s: no slip bears this number", typed);
    return yt_err_remedy(err, "Compare it with the slip digit by digit: it has nine.");
}

static enum yt_desk_exit run_show(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_err err;

    if (!want_arguments(options, 1, SIZE_MAX, &err) || !open_desk(&desk, options, &err) ||
        !unlock(&desk, options, &err))
        return fail(&err);
    load_site(&desk, options);
    for (size_t i = 0; i < options->argument_count;) {
        char number[YT_SLIP_NUMBER_MAX];
        size_t used = next_number(options->arguments + i, options->argument_count - i, number);

        if (used == 0 ? !no_number(options->arguments[i], &err)
                      : !show_number(&desk, options, number, &err))
            return fail(&err);
        i += used;
    }
    return YT_EXIT_DONE;
}

static enum yt_desk_exit run_withdraw(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_sealed found[SAME_NUMBER_MAX];
    char number[YT_SLIP_NUMBER_MAX];
    size_t count = 0;
    struct yt_err err;

    if (!want_arguments(options, 1, 3, &err))
        return fail(&err);
    if (next_number(options->arguments, options->argument_count, number) !=
        options->argument_count) {
        no_number(options->arguments[0], &err);
        return fail(&err);
    }
    if (!open_desk(&desk, options, &err) ||
        !yt_desk_store_find(desk.store, number, found, SAME_NUMBER_MAX, &count, &err))
        return fail(&err);
    if (count > 1) {
        yt_err_set(&err, YT_ERR_CONFLICT, "%s: %zu entries bear this number", number, count);
        yt_err_remedy(&err, "Scan the resident's slip; the numbers alone cannot tell them apart.");
        return fail(&err);
    }
    if (!log_opening(&desk, options, "withdraw", number, &err) ||
        !yt_desk_store_withdraw(desk.store, found[0].id, yt_clock_wall_ms(yt_clock_system()), &err))
        return fail(&err);
    printf("%s is wiped here. Withdraw it at its kiosk too, if it may still lie there.\n", number);
    return YT_EXIT_DONE;
}

static bool print_opening(const struct yt_desk_opening *opening, void *context)
{
    struct yt_local_time at = yt_local_time(opening->at_ms, 540);

    (void)context; /* prints only */
    printf("%04d-%02d-%02d %02d:%02d  %-8s  %-11s  %s\n", at.date.year, at.date.month, at.date.day,
           at.minute / 60, at.minute % 60, opening->what, opening->number, opening->who);
    return true;
}

static enum yt_desk_exit run_log(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_err err;

    if (!want_arguments(options, 0, 0, &err) || !open_desk(&desk, options, &err) ||
        !yt_desk_store_each_opening(desk.store, print_opening, NULL, &err))
        return fail(&err);
    return YT_EXIT_DONE;
}

enum yt_desk_exit yt_desk_run(const struct yt_desk_options *options)
{
    static const struct {
        const char *name;
        enum yt_desk_exit (*run)(const struct yt_desk_options *options);
    } commands[] = {
        {"init", run_init},     {"enroll", run_enroll}, {"kiosks", run_kiosks},
        {"revoke", run_revoke}, {"scan", run_scan},     {"list", run_list},
        {"show", run_show},     {"log", run_log},       {"withdraw", run_withdraw},
    };
    struct yt_err err;

    for (size_t i = 0; i < YT_COUNT(commands); i++) {
        if (strcmp(commands[i].name, options->command) == 0)
            return commands[i].run(options);
    }
    yt_err_set(&err, YT_ERR_INVALID, "%s",
               options->command[0] ? options->command : "no command was given");
    yt_err_remedy(&err, "yotte-desk --help lists the commands.");
    return fail(&err);
}
