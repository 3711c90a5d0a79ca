#include "desk/command_parts.h"

#include "base/clock.h"
#include "desk/describe.h"
#include "desk/entry_list.h"
#include "desk/scan.h"
#include "desk/words.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <unistd.h>

/* Entries that share one slip number: two is already a rarity. */
#define SAME_NUMBER_MAX 4

/* Past stdio, whose buffer nobody wipes. */
static bool print_secret(const struct yt_buf *text, struct yt_err *err)
{
    const uint8_t *rest = text->data;
    size_t size = text->size;

    fflush(stdout);
    while (size > 0) {
        ssize_t written = write(STDOUT_FILENO, rest, size);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return yt_err_errno(err, errno, "standard output");
        rest += written;
        size -= (size_t)written;
    }
    return true;
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

enum yt_desk_exit yt_command_scan(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_scan_outcome outcome;
    struct yt_err err;

    if (!yt_command_wants(options, 0, SIZE_MAX, &err) || !yt_command_open(&desk, options, &err) ||
        !yt_command_unlock(&desk, options, &err))
        return yt_command_fail(&err);
    if (options->argument_count == 0 && isatty(STDIN_FILENO))
        fprintf(stderr, "%s\n", yt_word("desk.scan.ready"));
    if (!yt_scan(&desk, options->arguments, options->argument_count, stdin, stdout, &outcome, &err))
        return yt_command_fail(&err);
    return outcome.refused || outcome.incomplete ? YT_EXIT_REFUSED : YT_EXIT_DONE;
}

enum yt_desk_exit yt_command_list(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    YT_SCOPED(yt_buf_done) struct yt_buf text;
    struct yt_err err;

    yt_buf_init_secret(&text, YT_ENTRY_LIST_MAX);
    if (!yt_command_wants(options, 0, 0, &err) || !yt_command_open(&desk, options, &err) ||
        !yt_command_unlock(&desk, options, &err) || !log_opening(&desk, options, "list", "", &err))
        return yt_command_fail(&err);
    load_site(&desk, options);
    if (!yt_entry_list(&desk, options->numbers, &text, &err) || !print_secret(&text, &err))
        return yt_command_fail(&err);
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
    return yt_envelope_open(sealed, &desk->opener, &book, &entry, err) &&
           (options->json ? yt_describe_json(&entry, site, &text, err)
                          : yt_describe(&entry, site, &text, err)) &&
           print_secret(&text, err);
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

enum yt_desk_exit yt_command_show(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_err err;

    if (!yt_command_wants(options, 1, SIZE_MAX, &err) || !yt_command_open(&desk, options, &err) ||
        !yt_command_unlock(&desk, options, &err))
        return yt_command_fail(&err);
    load_site(&desk, options);
    for (size_t i = 0; i < options->argument_count;) {
        char number[YT_SLIP_NUMBER_MAX];
        size_t used = next_number(options->arguments + i, options->argument_count - i, number);

        if (used == 0 ? !no_number(options->arguments[i], &err)
                      : !show_number(&desk, options, number, &err))
            return yt_command_fail(&err);
        i += used;
    }
    return YT_EXIT_DONE;
}

enum yt_desk_exit yt_command_withdraw(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_sealed found[SAME_NUMBER_MAX];
    char number[YT_SLIP_NUMBER_MAX];
    size_t count = 0;
    struct yt_err err;

    if (!yt_command_wants(options, 1, 3, &err))
        return yt_command_fail(&err);
    if (next_number(options->arguments, options->argument_count, number) !=
        options->argument_count) {
        no_number(options->arguments[0], &err);
        return yt_command_fail(&err);
    }
    if (!yt_command_open(&desk, options, &err) ||
        !yt_desk_store_find(desk.store, number, found, SAME_NUMBER_MAX, &count, &err))
        return yt_command_fail(&err);
    if (count > 1) {
        yt_err_set(&err, YT_ERR_CONFLICT, "%s: %zu entries bear this number", number, count);
        yt_err_remedy(&err, "Scan the resident's slip; the numbers alone cannot tell them apart.");
        return yt_command_fail(&err);
    }
    if (!log_opening(&desk, options, "withdraw", number, &err) ||
        !yt_desk_store_withdraw(desk.store, found[0].id, yt_clock_wall_ms(yt_clock_system()), &err))
        return yt_command_fail(&err);
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

enum yt_desk_exit yt_command_log(const struct yt_desk_options *options)
{
    YT_SCOPED(yt_desk_done) struct yt_desk desk = {0};
    struct yt_err err;

    if (!yt_command_wants(options, 0, 0, &err) || !yt_command_open(&desk, options, &err) ||
        !yt_desk_store_each_opening(desk.store, print_opening, NULL, &err))
        return yt_command_fail(&err);
    return YT_EXIT_DONE;
}
